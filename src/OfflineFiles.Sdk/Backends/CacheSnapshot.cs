namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// The items of a cache at one time, to be compared with a later state. It holds each item once; for an item that has not changed it keeps the
/// same object, so that a comparison does not use more memory permanently. For one thread at a time.
/// </summary>
public sealed class CacheSnapshot
{
    private readonly Dictionary<string, Entry> _entries;
    private int _look;

    /// <summary>Initializes a new instance of the <see cref="CacheSnapshot"/> class without items.</summary>
    public CacheSnapshot() => _entries = new Dictionary<string, Entry>(WqlText.Comparer);

    /// <summary>Initializes a new instance of the <see cref="CacheSnapshot"/> class with items.</summary>
    /// <param name="items">All items; if two have the same path, the later one counts.</param>
    public CacheSnapshot(IEnumerable<OfflineFilesItem> items)
        : this()
    {
        foreach (var item in Guard.NotNull(items)) _entries[item.ItemPath] = new Entry(item, _look);
    }

    /// <summary>The number of items.</summary>
    public int Count => _entries.Count;

    /// <summary>The items, in no particular order.</summary>
    public IEnumerable<OfflineFilesItem> Items => _entries.Values.Select(entry => entry.Item);

    /// <summary>Starts a comparison with a later state of the cache. The snapshot does not change until the comparison is accepted.</summary>
    /// <returns>A comparison to which each item is added. A comparison can be left without accepting it, for example if reading failed.</returns>
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
