using System.Diagnostics;
using OfflineFiles.Sdk.Embedded;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>How long does it take to open a large cache that was closed, and one whose process was killed?</summary>
internal static class OpeningTime
{
    public const string Name = "opening-time";

    private const int Rounds = 5;

    private static readonly UncPath Share = UncPath.Parse(@"\\srv\share");

    public static async Task RunAsync(string[] arguments)
    {
        if (arguments is [var home])
        {
            await WriteAndDieAsync(home);
            return;
        }

        foreach (var files in (int[])[1_000, 100_000, 1_000_000])
        {
            await using var store = await SampleStore.MakeAsync(files);
            await store.Cache.DisposeAsync();
            foreach (var isKilled in (bool[])[false, true])
                foreach (var isCold in (bool[])[false, true])
                    await MeasureAsync(store, files, isKilled, isCold);
        }
    }

    private static async Task MeasureAsync(SampleStore store, int files, bool isKilled, bool isCold)
    {
        var opened = new List<TimeSpan>();
        var found = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            if (isKilled) await KillAsync(store.Home);
            if (isCold) await ForgetAsync(store.Database);
            var watch = Stopwatch.StartNew();
            await using var backend = await EmbeddedBackend.OpenAsync(OptionsOf(store.Home));
            opened.Add(watch.Elapsed);
            if (await backend.FindItemAsync(SampleStore.OneFile, default) is null && files > 1_007) throw new InvalidOperationException("The item is gone.");
            found.Add(watch.Elapsed);
        }

        var how = $"{(isKilled ? "killed" : "closed")}, {(isCold ? "cold" : "warm")}";
        Console.WriteLine($"{files,9:N0} files, {how}: open after {Middle(opened)}, the first item after {Middle(found)}");
    }

    private static string Middle(List<TimeSpan> times)
    {
        times.Sort();
        return $"{times[times.Count / 2].TotalMilliseconds,6:0} ms (at most {times[^1].TotalMilliseconds:0})";
    }

    /// <summary>A process of its own opens the cache, writes and is killed.</summary>
    private static async Task KillAsync(string home)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet") start.ArgumentList.Add(typeof(OpeningTime).Assembly.Location);
        start.ArgumentList.Add(Name);
        start.ArgumentList.Add(home);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
    }

    private static async Task WriteAndDieAsync(string home)
    {
        await using var backend = await EmbeddedBackend.OpenAsync(OptionsOf(home));
        await backend.TransitionOfflineAsync(Share, OfflineTransitionOptions.Default, default);
        // Some files of each directory, so that the log holds many pages.
        UncPath[] paths =
        [
            .. Enumerable.Range(0, 2_000).Select(i => i * 500 + 1)
                .Select(i => Share.Append($"directory {i / 1_000}").Append($"Minutes of the meeting {i}.docx")),
        ];
        await backend.PinAsync(paths, new PinOptions { Flags = PinControlFlags.ForAll, Deep = false }, null, default);
        await backend.UnpinAsync(paths, UnpinOptions.Default with { Flags = PinControlFlags.ForAll, Deep = false }, null, default);
        await backend.TransitionOnlineAsync(Share, TransitionFlags.None, default);
        Process.GetCurrentProcess().Kill();
    }

    /// <summary>Has the system drop what it keeps of a file, where there is a tool for that.</summary>
    private static async Task ForgetAsync(string file)
    {
        if (!OperatingSystem.IsLinux()) return;
        using var process = Process.Start("dd", ["if=" + file, "iflag=nocache", "count=0", "status=none"]);
        await process.WaitForExitAsync();
    }

    private static EmbeddedBackendOptions OptionsOf(string home) => new()
    {
        CacheDirectory = Path.Combine(home, "cache"),
        Shares = [new ShareMapping(Share, Path.Combine(home, "share"))],
    };
}
