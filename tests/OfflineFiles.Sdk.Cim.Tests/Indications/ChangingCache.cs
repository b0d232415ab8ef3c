using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Indications;

/// <summary>A cache that changes, fails and stands still as a test wants, to be put behind the double of the provider.</summary>
internal sealed class ChangingCache : CacheBackend
{
    private readonly SortedDictionary<string, OfflineFilesItem> _items = new(StringComparer.OrdinalIgnoreCase);
    private int _looks;
    private int _running;

    public ChangingCache(params IEnumerable<OfflineFilesItem> items)
    {
        foreach (var item in items) Put(item);
    }

    public override BackendDescription Description { get; } = new("Changing", "memory");

    public override BackendCapabilities Capabilities => BackendCapabilities.Pin;

    public override PushdownProfile Pushdown => PushdownProfile.Everything;

    /// <summary>What queries end with; null for success.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Done before each query answers.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>How often all items were asked for.</summary>
    public int Looks => Volatile.Read(ref _looks);

    /// <summary>How many queries have not ended.</summary>
    public int Running => Volatile.Read(ref _running);

    public void Put(OfflineFilesItem item)
    {
        lock (_items) _items[item.ItemPath] = item;
    }

    public void Remove(string path)
    {
        lock (_items) _items.Remove(path);
    }

    public override async IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(
        WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _looks);
        Interlocked.Increment(ref _running);
        try
        {
            await Before(cancellationToken);
            OfflineFilesItem[] items;
            lock (_items) items = [.. _items.Values];
            foreach (var item in items) yield return item;
            if (Failure is { } failure) throw failure;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken)
    {
        lock (_items) return new(_items.GetValueOrDefault(path.ToString()));
    }

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) => Task.FromResult(new OfflineFilesCacheState());

    public override Task<OperationReport> PinAsync(
        IReadOnlyList<UncPath> paths, PinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (var path in paths) Put(new OfflineFilesItem(path, OfflineFilesItemType.File) { PinInfo = new PinInfo { Pinned = true } });
        return Task.FromResult(new OperationReport { Operation = OfflineFilesOperation.Pin, Outcomes = [] });
    }

    public override ValueTask DisposeAsync() => default;
}
