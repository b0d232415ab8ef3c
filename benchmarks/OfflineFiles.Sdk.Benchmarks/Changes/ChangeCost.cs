using System.Diagnostics;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim.Calls;
using OfflineFiles.Sdk.Cim.Indications;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Changes;

/// <summary>
/// What does it cost the watching program to look at a cache once more, beside only receiving the rows; what does it keep of each item; and what
/// does an event cost?
/// </summary>
internal static class ChangeCost
{
    public const string Name = "change-cost";

    // Even, so that what goes back and forth ends where it began.
    private const int Rounds = 20;

    private static readonly WqlSelectQuery AllItems = new(OfflineFilesSchema.Item.Name);

    public static async Task RunAsync()
    {
        foreach (var count in (int[])[10_000, 100_000])
        {
            var items = SampleItems.Make(count).Select(Complete).ToArray();
            var same = new CopiedRows(items);
            Console.WriteLine($"{count:N0} items");
            await ReportAsync("receive rows", count, () => ReceiveAsync(same));
            await ReportAsync("and make items of them", count, () => ReadAsync(same));
            var snapshot = new CacheSnapshot(await ListAsync(same));
            await ReportAsync("and compare: nothing changed", count, () => LookAsync(snapshot, same, 0));
            foreach (var share in (int[])[100, 1])
            {
                // Back and forth between two states, so that each look finds as much.
                CopiedRows[] states = [new(items.Select((item, index) => index % share == 0 ? Changed(item) : item)), same];
                var round = 0;
                await ReportAsync($"and compare: {100 / share} % changed", count, () => LookAsync(snapshot, states[round++ % 2], (count + share - 1) / share));
            }

            await ReportMemoryAsync(same, count);
        }

        Console.WriteLine("events");
        await ReportEventsAsync();
    }

    private static async Task ReportAsync(string what, int count, Func<Task> way)
    {
        var times = new double[Rounds];
        var bytes = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var beginning = Stopwatch.GetTimestamp();
            await way();
            times[round] = Stopwatch.GetElapsedTime(beginning).TotalMicroseconds;
            bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        Console.WriteLine($"  {what,-32} {times.Min() / count,6:N2} us, {bytes / count,6:N0} bytes each");
    }

    private static async Task ReportMemoryAsync(CopiedRows rows, int count)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var snapshot = new CacheSnapshot(await ListAsync(rows));
        var first = GC.GetTotalMemory(forceFullCollection: true) - before;
        await LookAsync(snapshot, rows, 0);
        var second = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"  kept: {first / count:N0} bytes an item, {second / count:N0} after another look");
        GC.KeepAlive(snapshot);
    }

    private static async Task ReportEventsAsync()
    {
        const int Count = 10_000;
        var item = Complete(SampleItems.Make(1)[0]);
        var rows = new CopiedRows([item, Changed(item)]);
        await ReportAsync("receive events", Count, () => EventsAsync(row => row.Shape.Names.Count));
        await ReportAsync("and make changes of them", Count, () => EventsAsync(row => EventMapper.Changes(row).Count()));

        Task EventsAsync(Func<CimRow, int> use)
        {
            for (var i = 0; i < Count; i++)
                if (use(rows.Event(WqlEventClasses.InstanceModification, 1, 0)) == 0) throw new InvalidOperationException("The event says nothing.");
            return Task.CompletedTask;
        }
    }

    private static async Task ReceiveAsync(CopiedRows rows)
    {
        await foreach (var row in rows.QueryAsync(new CimQuery(""), CancellationToken.None)) GC.KeepAlive(row);
    }

    private static async Task ReadAsync(CopiedRows rows)
    {
        await foreach (var item in Items(rows)) GC.KeepAlive(item);
    }

    private static async Task<List<OfflineFilesItem>> ListAsync(CopiedRows rows)
    {
        var list = new List<OfflineFilesItem>();
        await foreach (var item in Items(rows)) list.Add(item);
        return list;
    }

    private static async Task LookAsync(CacheSnapshot snapshot, CopiedRows rows, int expected)
    {
        var comparison = snapshot.Compare();
        await foreach (var item in Items(rows)) comparison.Add(item);
        if (comparison.Accept().Count != expected) throw new InvalidOperationException($"{expected} changes were to be found.");
    }

    private static IAsyncEnumerable<OfflineFilesItem> Items(CopiedRows rows) =>
        new CacheReader(rows, PushdownProfile.WindowsProvider, null).QueryAsync(AllItems, CancellationToken.None);

    // With everything that the provider tells of a file.
    private static OfflineFilesItem Complete(OfflineFilesItem item) => new(item.Path, item.ItemType)
    {
        FileSysInfo = item.FileSysInfo ?? new FileSysInfo(),
        PinInfo = item.PinInfo,
        ConnectionInfo = item.ConnectionInfo,
        ChangeInfo = new ChangeInfo(),
        SuspendInfo = new SuspendInfo(),
        DirtyInfo = new DirtyInfo(),
        Encrypted = false,
        Sparse = false,
    };

    private static OfflineFilesItem Changed(OfflineFilesItem item) => new(item.Path, item.ItemType)
    {
        FileSysInfo = item.FileSysInfo! with { LocalSize = item.FileSysInfo.LocalSize + 1 },
        PinInfo = item.PinInfo,
        ConnectionInfo = item.ConnectionInfo,
        ChangeInfo = item.ChangeInfo,
        SuspendInfo = item.SuspendInfo,
        DirtyInfo = item.DirtyInfo,
        Encrypted = item.Encrypted,
        Sparse = item.Sparse,
    };
}
