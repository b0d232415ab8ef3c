using System.Diagnostics;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Benchmarks.Cim;

/// <summary>How soon is the first item there, and how much memory is alive while whole items stream, of a small cache and of one ten times as large?</summary>
internal static class CimStreaming
{
    public const string Name = "cim-streaming";

    private const int Samples = 10;

    public static async Task RunAsync()
    {
        foreach (var items in (int[])[10_000, 10_000, 100_000])
        {
            await using var cache = new OfflineFilesCache(new CimBackend(new GeneratedServer(items), CimBackendOptions.Default, null));
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var watch = Stopwatch.StartNew();
            var (first, most, seen) = (TimeSpan.Zero, 0L, 0);
            await foreach (var _ in cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File).AsAsyncEnumerable())
            {
                if (seen++ == 0) first = watch.Elapsed;
                if (seen % (items / Samples) == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }

            Console.WriteLine($"{seen,10:N0} items: the first after {first.TotalMilliseconds:N2} ms, at most {most / 1024:N0} KiB alive");
        }
    }
}
