namespace OfflineFiles.Sdk.Backends;

/// <summary>Compares the items of a cache, while they are read, with a snapshot. It holds only items that differ. For one thread at a time.</summary>
public sealed class CacheComparison
{
    private readonly CacheSnapshot _snapshot;
    private readonly int _look;
    private readonly Dictionary<string, (OfflineFilesItem? Previous, OfflineFilesItem Current)> _different = new(WqlText.Comparer);

    internal CacheComparison(CacheSnapshot snapshot, int look) => (_snapshot, _look) = (snapshot, look);

    /// <summary>Adds an item that the cache holds.</summary>
    /// <param name="item">The item, with the members that the items of the snapshot have. If it is added twice, the later one counts.</param>
    public void Add(OfflineFilesItem item)
    {
        if (_snapshot.IsUnchanged(Guard.NotNull(item), _look, out var previous)) _different.Remove(item.ItemPath);
        else _different[item.ItemPath] = (previous, item);
    }

    /// <summary>Ends the comparison: all items have been added. The snapshot then holds the added items.</summary>
    /// <returns>
    /// The changes, in the order of <see cref="CacheChanges.Between(IEnumerable{OfflineFilesItem}, IEnumerable{OfflineFilesItem})"/>.
    /// </returns>
    /// <exception cref="InvalidOperationException">A later comparison with the snapshot has begun.</exception>
    public IReadOnlyList<CacheChange> Accept()
    {
        var gone = _snapshot.NotIn(_look);
        // A path sorts after the paths it lies under: this puts parents first.
        gone.Sort((left, right) => ByPath(right, left));
        var different = _different.Values.ToList();
        different.Sort((left, right) => ByPath(left.Current, right.Current));
        foreach (var item in gone) _snapshot.Remove(item);
        foreach (var (_, current) in different) _snapshot.Put(current, _look);
        return
        [
            .. gone.SelectMany(item => CacheChanges.Between(item, null)),
            .. different.SelectMany(pair => CacheChanges.Between(pair.Previous, pair.Current)),
        ];
    }

    private static int ByPath(OfflineFilesItem left, OfflineFilesItem right) =>
        WqlText.Compare(left.ItemPath, right.ItemPath);
}
