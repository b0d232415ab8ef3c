using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace OfflineFiles.Sdk.Embedded.Io;

internal enum TemporaryRole
{
    /// <summary>A new version being written.</summary>
    Written,

    /// <summary>An old version set aside while a new one is put in place, or before it is removed.</summary>
    Aside,

    /// <summary>What was taken away from a user's name because it was ours: looked at once more before it is removed.</summary>
    Taken,

    /// <summary>A file that tells what the file system can do.</summary>
    Probe,
}

/// <summary>
/// The marked name of a file the engine keeps beside a user's file for a moment: <c>.~of</c>, 8 hex digits of the engine's instance,
/// 8 of the operation, and a letter unless it is a version being written. Never built from the user's name, so it is always short enough.
/// </summary>
internal readonly record struct TemporaryName(uint Instance, uint Operation, TemporaryRole Role)
{
    /// <summary>The file at the root of a share that tells it from every other.</summary>
    public const string RootMarker = Mark + "root";

    private const string Mark = ".~of";
    private const int HexLength = 16;

    // Composed and decomposed: what a probe of spellings asks for.
    private const string ComposedTail = "\u00e9";
    private const string DecomposedTail = "e\u0301";

    /// <summary>The name with a letter behind it that Unicode can spell in two ways; a file system may take them for one.</summary>
    public string Spelled(bool isComposed) => this + (isComposed ? ComposedTail : DecomposedTail);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mark}{Instance:x8}{Operation:x8}{LetterOf(Role)}");

    /// <summary>Whether a name is one that the engine, of whatever instance, gives its own files: never shown.</summary>
    public static bool IsMarked(string? name) => name == RootMarker || TryParse(name, out _);

    /// <summary>As <see cref="IsMarked"/>, also in other case, which a share may take for the same name: never given to a user's file.</summary>
    public static bool IsReserved(string name) => IsMarked(name.ToLowerInvariant());

    /// <summary>Whether a name is a marked one of any instance.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out TemporaryName? temporary)
    {
        temporary = null;
        if (name is null || !name.StartsWith(Mark, StringComparison.Ordinal)) return false;
        var rest = name.AsSpan(Mark.Length);
        if (rest.Length < HexLength || RoleOf(rest[HexLength..]) is not { } role) return false;
        if (!TryHex(rest[..8], out var instance) || !TryHex(rest[8..HexLength], out var operation)) return false;
        temporary = new TemporaryName(instance, operation, role);
        return true;
    }

    private static string LetterOf(TemporaryRole role) => role switch
    {
        TemporaryRole.Aside => "a",
        TemporaryRole.Taken => "t",
        TemporaryRole.Probe => "p",
        _ => "",
    };

    private static TemporaryRole? RoleOf(ReadOnlySpan<char> tail) => tail switch
    {
        "" => TemporaryRole.Written,
        "a" => TemporaryRole.Aside,
        "t" => TemporaryRole.Taken,
        "p" or "p" + ComposedTail or "p" + DecomposedTail => TemporaryRole.Probe,
        _ => null,
    };

    private static bool TryHex(ReadOnlySpan<char> text, out uint value)
    {
        value = 0;
        // Upper case is not ours: the engine writes lower case only.
        return text.IndexOfAnyInRange('A', 'F') < 0
            && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
