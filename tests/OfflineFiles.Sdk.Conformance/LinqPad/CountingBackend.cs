using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.LinqPad;

/// <summary>Counts whatever it is asked.</summary>
internal sealed class CountingBackend(IReadOnlyList<OfflineFilesItem> items) : CacheBackend, ISynchronousQueryBackend
{
    public int Calls { get; set; }

    public override BackendDescription Description { get; } = new("Counting", "a test");

    public override BackendCapabilities Capabilities => BackendCapabilities.SynchronousQueries;

    public override PushdownProfile Pushdown => PushdownProfile.Everything;

    public override IObservable<CacheChange> Changes => throw Counted();

    public override ICacheFiles Files => throw Counted();

    public override ICacheConfiguration Configuration => throw Counted();

    public IEnumerable<OfflineFilesItem> QueryItems(WqlSelectQuery query)
    {
        Calls++;
        var holds = query.Where is null ? _ => true : WqlCompiler.Compile(query.Where, ItemProperties.Instance);
        return items.Where(holds).Select(item => query.Properties.Count == 0 ? item : Narrow(item, query));
    }

    public override async IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(
        WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var item in QueryItems(query)) yield return item;
    }

    public OfflineFilesItem? FindItem(UncPath path)
    {
        Calls++;
        return items.FirstOrDefault(item => item.Path == path);
    }

    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) => new(FindItem(path));

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken)
    {
        Calls++;
        return Task.FromResult(new OfflineFilesCacheState());
    }

    public override ValueTask DisposeAsync() => default;

    // What the queries of these tests select; the rest is not loaded.
    private static OfflineFilesItem Narrow(OfflineFilesItem item, WqlSelectQuery query) => new(item.ItemPath)
    {
        LoadedMembers = query.Properties.Aggregate(ItemMembers.ItemPath, (all, property) => all | ItemProperties.Instance.Find(property)!.Member),
        ItemName = item.ItemName,
        ItemType = item.ItemType,
        PinInfo = item.PinInfo,
    };

    private InvalidOperationException Counted()
    {
        Calls++;
        return new InvalidOperationException("Not while something is shown.");
    }
}
