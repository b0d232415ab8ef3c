using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using OfflineFiles.Sdk.Embedded;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>
/// Does a cache stay calm while everybody uses it at once? Eight threads ask, four write, it synchronises without a pause, and fifty subscribers are told of
/// it, five of which are slow. Arguments: how many minutes, and how many files. Prints how long calls took, how memory went, and what failed.
/// </summary>
internal static class CalmUnderLoad
{
    public const string Name = "calm-under-load";

    private const int Askers = 8;
    private const int Writers = 4;
    private const int Subscribers = 50;
    private const int SlowOnes = 5;
    private const int FilesOfWriter = 20;
    private const int Length = 100;

    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(10);
    private static readonly UncPath Share = UncPath.Parse(@"\\srv\share");

    public static async Task RunAsync(string[] arguments)
    {
        var minutes = arguments is [var time, ..] ? double.Parse(time, CultureInfo.InvariantCulture) : 10;
        var files = arguments is [_, var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 20_000;
        var home = Directory.CreateTempSubdirectory("offlinefiles-benchmark-");
        try
        {
            var share = Path.Combine(home.FullName, "share");
            SampleShare.Make(share, files, Length);
            for (var writer = 0; writer < Writers; writer++) Directory.CreateDirectory(Path.Combine(share, $"writer {writer}"));
            await using var backend = await EmbeddedBackend.OpenAsync(
                new() { CacheDirectory = Path.Combine(home.FullName, "cache"), Shares = [new ShareMapping(Share, share)] });
            await backend.PinAsync([Share], new PinOptions { Flags = PinControlFlags.ForUser | PinControlFlags.Fill }, null, default);
            await RunAsync(backend, share, files, TimeSpan.FromMinutes(minutes));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(EmbeddedBackend backend, string share, int files, TimeSpan time)
    {
        using var end = new CancellationTokenSource(time);
        var cache = new OfflineFilesCache(backend);
        var (finds, queries, writes, syncs) = (new Latencies("FindAsync"), new Latencies("query of one row"), new Latencies("write"), new Latencies("synchronisation"));
        var errors = new ConcurrentQueue<string>();
        var written = new ConcurrentDictionary<string, string>();
        var told = 0L;
        var subscriptions = Enumerable.Range(0, Subscribers)
            .Select(number => cache.Changes.Subscribe(_ =>
            {
                // That is how long its user takes.
                if (number < SlowOnes) Thread.Sleep(Slow);
                Interlocked.Increment(ref told);
            }))
            .ToList();
        List<Task> work =
        [
            .. Enumerable.Range(0, Askers).Select(number => RepeatAsync(number, async random =>
            {
                var path = PathOf(random.Next(files));
                await finds.TimeAsync(async () => Require(await backend.FindItemAsync(path, default) is not null, path));
                await queries.TimeAsync(async () => Require(await cache.Items.FirstOrDefaultAsync(item => item.ItemPath == path) is not null, path));
            })),
            .. Enumerable.Range(0, Writers).Select(number => RepeatAsync(100 + number, async random =>
            {
                var name = $@"writer {number}\{random.Next(FilesOfWriter)}.txt";
                var text = $"{name} {random.Next()}";
                await writes.TimeAsync(() => WriteAsync(backend, UncPath.Parse($@"{Share}\{name}"), text));
                written[name] = text;
            })),
            RepeatAsync(200, _ => syncs.TimeAsync(async () =>
            {
                var report = await backend.SynchronizeAsync([Share], SyncOptions.Default, null, default);
                foreach (var failed in report.With(OutcomeStatus.Failed)) errors.Enqueue(failed.ToString());
            })),
            WatchAsync(end.Token),
        ];
        await Task.WhenAll(work);
        foreach (var subscription in subscriptions) subscription.Dispose();
        foreach (var latencies in new[] { finds, queries, writes, syncs }) Console.WriteLine(latencies);
        var lost = await LostAsync(share, written);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{told:N0} changes told, {errors.Count} errors, {lost} writes lost"));
        foreach (var error in errors.Take(5)) Console.WriteLine(error);

        Task RepeatAsync(int seed, Func<Random, Task> step) => Task.Run(async () =>
        {
            var random = new Random(seed);
            while (!end.IsCancellationRequested)
            {
                try
                {
                    await step(random);
                }
                catch (Exception exception)
                {
                    errors.Enqueue(exception.ToString());
                }
            }
        });
    }

    private static async Task<int> LostAsync(string share, ConcurrentDictionary<string, string> written)
    {
        var lost = 0;
        foreach (var (name, text) in written)
            if (await File.ReadAllTextAsync(Path.Combine(share, name.Replace('\\', '/'))) != text) lost++;
        return lost;
    }

    private static async Task WatchAsync(CancellationToken end)
    {
        var started = Stopwatch.GetTimestamp();
        while (!end.IsCancellationRequested)
        {
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Stopwatch.GetElapsedTime(started).TotalMinutes,5:0.0} min  {process.WorkingSet64 >> 20,5} MiB in memory, of which {GC.GetTotalMemory(false) >> 20} of objects"));
            await Task.Delay(TimeSpan.FromSeconds(30), end).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private static async Task WriteAsync(EmbeddedBackend backend, UncPath path, string text)
    {
        await using var writer = await backend.Files.OpenWriteAsync(path, FileWriteMode.CreateOrReplace, default);
        await writer.WriteAsync(Encoding.UTF8.GetBytes(text));
        await writer.CommitAsync();
    }

    private static void Require(bool isFound, UncPath path)
    {
        if (!isFound) throw new InvalidOperationException($"'{path}' was not found.");
    }

    private static UncPath PathOf(int file) => UncPath.Parse($@"{Share}\{SampleShare.NameOf(file).Replace('/', '\\')}");

    /// <summary>How long calls took, to within four per cent, in a table that does not grow.</summary>
    private sealed class Latencies(string what)
    {
        private const int StepsPerOctave = 16;

        private readonly long[] _counts = new long[32 * StepsPerOctave];

        public async Task TimeAsync(Func<Task> call)
        {
            var started = Stopwatch.GetTimestamp();
            await call();
            var microseconds = Math.Max(1, Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            Interlocked.Increment(ref _counts[(int)(Math.Log2(microseconds) * StepsPerOctave)]);
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{what}: {_counts.Sum():N0} calls, half within {Within(0.5):0.00} ms, 99 % within {Within(0.99):0.00} ms, all within {Within(1):0.0} ms");

        private double Within(double share)
        {
            var (sum, left) = (_counts.Sum(), _counts.Length - 1);
            var above = 0L;
            while (left > 0 && above + _counts[left] <= sum * (1 - share)) above += _counts[left--];
            return Math.Pow(2, (left + 1) / (double)StepsPerOctave) / 1000;
        }
    }
}
