using System.Globalization;
using System.Runtime.InteropServices;

namespace OfflineFiles.Sdk.Embedded;

/// <summary>
/// Compiled into a copy of the engine: says at each site whether it is the one taken out of this process, and notes which sites were come across.
/// </summary>
internal static class Mutant
{
    private const int Most = 10_000;
    private static readonly string? Notes = Environment.GetEnvironmentVariable("MUTANT_NOTES");
    private static readonly bool[] Seen = new bool[Most];
    private static volatile int _number =
        int.TryParse(Environment.GetEnvironmentVariable("MUTANT"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static long _unrecorded = 1 << 30;

    public static bool Is(int site)
    {
        if (Notes is not null && !Seen[site]) Note(site);
        return site == _number;
    }

    /// <summary>Takes a site out of this process and those that it starts from now on, and puts the last one back; 0: none.</summary>
    public static void Become(int number)
    {
        _number = number;
        Environment.SetEnvironmentVariable("MUTANT", number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Does something unless it is taken out.</summary>
    public static void Unless(int site, Action work)
    {
        if (!Is(site)) work();
    }

    public static Task Unless(int site, Func<Task> work) => Is(site) ? Task.CompletedTask : work();

    /// <summary>The number of a record that was never made.</summary>
    public static uint Unrecorded() => (uint)Interlocked.Increment(ref _unrecorded);

    /// <summary>The sites come across since the last call, here and in the processes that this one started.</summary>
    public static string Take()
    {
        lock (Seen)
        {
            Array.Clear(Seen);
            if (!File.Exists(Notes)) return "";
            var sites = File.ReadLines(Notes).Distinct().ToList();
            File.WriteAllText(Notes, "");
            return string.Join(' ', sites);
        }
    }

    private static void Note(int site)
    {
        lock (Seen)
        {
            if (Seen[site]) return;
            Seen[site] = true;
            // Whoever comes across the site may be about to ask why a call of the system failed.
            var error = Marshal.GetLastPInvokeError();
            try
            {
                // One short write at the end of the file, whole for whoever else does the same.
                using var notes = new FileStream(Notes!, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1);
                notes.Write(System.Text.Encoding.ASCII.GetBytes($"{site}\n"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Seen[site] = false;
            }
            finally
            {
                Marshal.SetLastPInvokeError(error);
            }
        }
    }
}
