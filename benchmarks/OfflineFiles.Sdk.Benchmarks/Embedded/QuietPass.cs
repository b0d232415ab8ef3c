using System.Diagnostics;
using System.Globalization;
using OfflineFiles.Sdk.Benchmarks.Rivals;
using OfflineFiles.Sdk.Embedded;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>
/// What does a synchronisation cost that finds nothing to do: time, processor time and memory, beside rsync? Arguments: how many files, and a directory to
/// keep the share in, which is made once and used again.
/// </summary>
internal static class QuietPass
{
    public const string Name = "quiet-pass";

    private const int Length = 100;
    private const int Rounds = 15;

    private static readonly UncPath Share = UncPath.Parse(@"\\srv\share");

    public static async Task RunAsync(string[] arguments)
    {
        var files = arguments is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000;
        var home = arguments is [_, var directory, ..] ? Directory.CreateDirectory(directory) : Directory.CreateTempSubdirectory("offlinefiles-benchmark-");
        try
        {
            await RunAsync(files, home.FullName);
        }
        finally
        {
            if (arguments.Length < 2) home.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(int files, string home)
    {
        var share = Path.Combine(home, "share");
        if (!Directory.Exists(share)) SampleShare.Make(share, files, Length);
        await using var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions
        {
            CacheDirectory = Path.Combine(home, "cache"),
            Shares = [new ShareMapping(Share, share)],
        }));
        await cache.PinAsync(Share, new PinOptions { Flags = PinControlFlags.ForUser | PinControlFlags.Fill });
        await cache.SynchronizeAsync(Share);
        await TryRsyncAsync(share, home);
        for (var round = 0; round < Rounds; round++)
        {
            await MeasureAsync("this library", files, () => cache.SynchronizeAsync(Share));
            await TryRsyncAsync(share, home);
        }

        var (most, kept) = await MemoryAsync(() => cache.SynchronizeAsync(Share));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in use at most {most / files} bytes a file, the report {kept / files}"));
    }

    private static async Task TryRsyncAsync(string share, string home)
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            await ProgramRun.RunAsync("rsync", ["-a", share + "/", Path.Combine(home, "rsync")]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(started).TotalSeconds,8:0.000} s  rsync -a"));
        }
        catch (ProgramMissingException missing)
        {
            Console.WriteLine($"  skipped  rsync: {missing.Message}");
        }
    }

    private static async Task MeasureAsync(string what, int files, Func<Task<OperationReport>> work)
    {
        using var process = Process.GetCurrentProcess();
        var (allocated, busy, started) = (GC.GetTotalAllocatedBytes(precise: true), process.TotalProcessorTime, Stopwatch.GetTimestamp());
        var report = await work();
        var elapsed = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        var microseconds = (process.TotalProcessorTime - busy).TotalMicroseconds / files;
        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / files;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds,8:0.000} s  {what}: {microseconds:0.0} us of processor and {bytes} bytes a file; {report}"));
    }

    /// <summary>What is in use while it runs, each time after a garbage collection, and what its report takes.</summary>
    private static async Task<(long Most, long Kept)> MemoryAsync(Func<Task<OperationReport>> work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (most, isOver) = (0L, false);
        var watch = new Thread(() =>
        {
            while (!Volatile.Read(ref isOver)) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        });
        watch.Start();
        var report = await work();
        Volatile.Write(ref isOver, true);
        watch.Join();
        var kept = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(report);
        return (most - before, kept - before);
    }
}
