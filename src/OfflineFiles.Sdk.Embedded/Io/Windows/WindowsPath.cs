using System.Buffers;

namespace OfflineFiles.Sdk.Embedded.Io.Windows;

/// <summary>Paths as Win32 takes them without rewriting, and the names it cannot hold.</summary>
internal static class WindowsPath
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create([.. "<>:\"/\\|?*", .. Enumerable.Range(0, 32).Select(c => (char)c)]);
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

    public static string Extend(string path)
    {
        if (path.StartsWith(@"\\?\", StringComparison.Ordinal)) return path;
        var full = Path.GetFullPath(path);
        return full.StartsWith(@"\\", StringComparison.Ordinal) ? string.Concat(@"\\?\UNC\", full.AsSpan(2)) : @"\\?\" + full;
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
        return IsDevice(name) ? "the name is that of a device" : null;
    }

    private static bool IsDevice(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        var isNumbered = stem.Length == 4 && char.IsAsciiDigit(stem[3]);
        if (stem.Length != 3 && !isNumbered) return false;
        var index = Array.FindIndex(Devices, d => stem.StartsWith(d, StringComparison.OrdinalIgnoreCase));
        return index >= 0 && isNumbered == index >= 4;
    }
}
