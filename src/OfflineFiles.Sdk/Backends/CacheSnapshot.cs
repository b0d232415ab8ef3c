using OfflineFiles.Sdk.Model;

namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// The items of a cache at one time, to be compared with a later look at it. It holds each item once; of an item that has not changed it keeps the
/// object it has, so that a look costs no memory that lasts. For one thread at a time.
/// </summary>
public sealed class CacheSnapshot
{
    private readonly Dictionary<string, Entry> _entries;
    private int _look;

    /// <summary>An empty snapshot.</summary>
    public CacheSnapshot() => _entries = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);

    /// <summary>A snapshot of some items.</summary>
    /// <param name="items">All items there are; of two with the same path the later one counts.</param>
    public CacheSnapshot(IEnumerable<OfflineFilesItem> items)
        : this()
    {
        foreach (var item in Guard.NotNull(items)) _entries[item.ItemPath] = new Entry(item, _look);
    }

    /// <summary>How many items it holds.</summary>
    public int Count => _entries.Count;

    /// <summary>The items, in no particular order.</summary>
    public IEnumerable<OfflineFilesItem> Items => _entries.Values.Select(entry => entry.Item);

    /// <summary>Begins to compare it with another look at the cache. The snapshot stays what it is until the comparison is accepted.</summary>
    /// <returns>A comparison to give each item to. One that is never accepted, because the look failed, costs nothing.</returns>
    public CacheComparison Compare() => new(this, ++_look);

    /// <summary>Takes note that an item is there still; false when it is new or differs.</summary>
    internal bool IsUnchanged(OfflineFilesItem item, int look, out OfflineFilesItem? previous)
    {
        previous = null;
        if (!_entries.TryGetValue(item.ItemPath, out var entry)) return false;
        previous = entry.Item;
        entry.Look = look;
        return ItemDifference.Between(entry.Item, item) == ItemMembers.None;
    }

    /// <summary>The items that a look did not find.</summary>
    internal List<OfflineFilesItem> NotIn(int look) =>
        look == _look ? [.. _entries.Values.Where(entry => entry.Look != look).Select(entry => entry.Item)]
        : throw new InvalidOperationException("Another comparison of the snapshot was begun after this one.");

    internal void Put(OfflineFilesItem item, int look)
    {
        // Under another case the path is the same key, and the item has to be found under the text it has now.
        _entries.Remove(item.ItemPath);
        _entries.Add(item.ItemPath, new Entry(item, look));
    }

    internal void Remove(OfflineFilesItem item) => _entries.Remove(item.ItemPath);

    // A class, so that noting the look an item was in changes it in its place.
    private sealed class Entry(OfflineFilesItem item, int look)
    {
        public OfflineFilesItem Item { get; } = item;

        public int Look { get; set; } = look;
    }
}
