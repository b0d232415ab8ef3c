using System.Globalization;
using static OfflineFiles.Sdk.Embedded.Io.Unix.UnixConstants;

namespace OfflineFiles.Sdk.Embedded.Io.Unix;

/// <summary>Who we are to the file system. Asked anew each time: a program may change it while it runs.</summary>
internal static class UnixAccount
{
    private const int ActsAsOwner = 3; // CAP_FOWNER
    private static readonly Lazy<uint> MaskWithoutProc = new(AskMask);

    public static uint User => UnixNative.EffectiveUser();

    /// <summary>Whether we pass where only the owner of a file does.</summary>
    public static bool PassesAsOwner =>
        ReadField("CapEff:") is { } text && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var set)
            ? (set & (1UL << ActsAsOwner)) != 0
            : User == 0;

    /// <summary>The permissions that new files of the process do not get.</summary>
    /// <remarks>
    /// The system tells it only to who sets it, and that is the mask of all threads. Linux writes it into a file; elsewhere it is asked for once, with a
    /// mask set for that moment under which another thread's file gets too little and never too much.
    /// </remarks>
    public static uint Mask => ReadField("Umask:") is { } text ? Convert.ToUInt32(text, 8) : MaskWithoutProc.Value;

    private static uint AskMask()
    {
        var mask = UnixNative.Umask(OthersMask);
        _ = UnixNative.Umask(mask);
        return mask;
    }

    private static string? ReadField(string name)
    {
        if (IsApple) return null;
        try
        {
            // Capabilities are a thread's own.
            foreach (var line in File.ReadLines("/proc/thread-self/status"))
                if (line.StartsWith(name, StringComparison.Ordinal)) return line[name.Length..].Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A process without /proc.
        }

        return null;
    }
}
