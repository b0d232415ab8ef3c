using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OfflineFiles.Sdk.Embedded.Io;

internal enum TemporaryRole
{
    /// <summary>A new version being written.</summary>
    Written,

    /// <summary>An old version set aside while a new one is put in place, or before it is removed.</summary>
    Aside,
}

/// <summary>
/// The marked name of a file the engine keeps beside a user's file for a moment: <c>.~of</c>, 8 hex digits of the engine's instance,
/// 8 of the operation, and an <c>a</c> when it is a version set aside. Never built from the user's name, so it is always short enough.
/// </summary>
internal readonly record struct TemporaryName(uint Instance, uint Operation, TemporaryRole Role)
{
    private const string Mark = ".~of";
    private const int HexLength = 16;
    private const char AsideMark = 'a';

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Mark}{Instance:x8}{Operation:x8}{(Role == TemporaryRole.Aside ? "a" : "")}");

    /// <summary>Whether a name is a marked one of any instance.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out TemporaryName? temporary)
    {
        temporary = null;
        if (name is null || !name.StartsWith(Mark, StringComparison.Ordinal)) return false;
        var rest = name.AsSpan(Mark.Length);
        var role = rest.Length == HexLength + 1 && rest[HexLength] == AsideMark ? TemporaryRole.Aside : TemporaryRole.Written;
        if (role == TemporaryRole.Written && rest.Length != HexLength) return false;
        if (!TryHex(rest[..8], out var instance) || !TryHex(rest[8..HexLength], out var operation)) return false;
        temporary = new TemporaryName(instance, operation, role);
        return true;
    }

    private static bool TryHex(ReadOnlySpan<char> text, out uint value)
    {
        value = 0;
        // Upper case is not ours: the engine writes lower case only.
        return text.IndexOfAnyInRange('A', 'F') < 0
            && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
