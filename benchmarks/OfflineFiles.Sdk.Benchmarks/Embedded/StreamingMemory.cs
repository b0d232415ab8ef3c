using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>How much memory is alive while a query streams, of a small cache and of one ten times as large?</summary>
internal static class StreamingMemory
{
    public const string Name = "streaming-memory";

    private const int Samples = 10;

    public static async Task RunAsync()
    {
        foreach (var files in (int[])[100_000, 1_000_000])
        {
            await using var store = await SampleStore.MakeAsync(files);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var most = 0L;
            var rows = 0;
            await foreach (var _ in store.Cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File).AsAsyncEnumerable())
                if (++rows % (files / Samples) == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            Console.WriteLine($"{rows,10:N0} rows: at most {most / 1024:N0} KiB alive");
        }
    }
}
