using System.Buffers;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>Paths as Win32 takes them without rewriting, and the names it cannot hold.</summary>
internal static class WindowsPath
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create([.. "<>:\"/\\|?*", .. Enumerable.Range(0, 32).Select(c => (char)c)]);
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
    private static readonly string[] NumberedDevices = ["COM", "LPT"];

    public static string Extend(string path)
    {
        if (path.StartsWith(@"\\?\", StringComparison.Ordinal)) return path;
        var full = Path.GetFullPath(path);
        return full.StartsWith(@"\\", StringComparison.Ordinal) ? string.Concat(@"\\?\UNC\", full.AsSpan(2)) : @"\\?\" + full;
    }

    /// <summary>The same as people write it.</summary>
    public static string Shown(string path)
    {
        if (path.StartsWith(@"\\?\UNC\", StringComparison.Ordinal)) return string.Concat(@"\\", path.AsSpan(8));
        return path.StartsWith(@"\\?\", StringComparison.Ordinal) ? path[4..] : path;
    }

    /// <summary>
    /// Refuses what the extended prefix would let through: a colon opens a stream of another file, and a trailing dot, a trailing space
    /// or a device's name makes a file that ordinary programs cannot reach.
    /// </summary>
    /// <exception cref="DurableIoException">The name cannot be held.</exception>
    public static string Checked(string name, string operation) =>
        FindFault(name) is { } fault
            ? throw new DurableIoException(operation, name, DurableIoFault.InvalidName, 123, fault, unchecked((int)0x8007007B))
            : name;

    /// <summary>Why Windows cannot hold a name; null if it can.</summary>
    public static string? FindFault(string name)
    {
        if (name.AsSpan().IndexOfAny(Forbidden) >= 0) return "the name holds a character Windows forbids";
        if (name.Length == 0 || name[^1] is '.' or ' ') return "the name ends in a dot or a space";
        if (HoldsHalfACharacter(name)) return "the name holds half a character";
        return IsDevice(name) ? "the name is that of a device" : null;
    }

    /// <summary>Whatever stands behind the first dot, and spaces before it, do not count: <c>nul.txt</c> is the device, too.</summary>
    private static bool IsDevice(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        return Devices.Contains(stem, StringComparer.OrdinalIgnoreCase) || IsNumberedDevice(stem);
    }

    // Windows reads the raised digits of Latin-1 as digits.
    private static bool IsNumberedDevice(string stem) =>
        stem.Length == 4
        && stem[3] is (>= '0' and <= '9') or '\u00B9' or '\u00B2' or '\u00B3'
        && NumberedDevices.Contains(stem[..3], StringComparer.OrdinalIgnoreCase);

    /// <summary>NTFS keeps any 16-bit units; half a pair has no other form, in the database or elsewhere.</summary>
    private static bool HoldsHalfACharacter(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsSurrogate(name[i])) continue;
            if (i + 1 == name.Length || !char.IsSurrogatePair(name[i], name[i + 1])) return true;
            i++;
        }

        return false;
    }
}
