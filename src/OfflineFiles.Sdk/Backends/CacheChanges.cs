namespace OfflineFiles.Sdk.Backends;

/// <summary>Computes the changes between two states of a cache. The methods have no side effects.</summary>
/// <remarks>
/// If something changed more than once in between, the result is the net effect. A path in another case is the same item, renamed; an item at
/// another path is another item.
/// </remarks>
public static class CacheChanges
{
    /// <summary>Compares two versions of one item.</summary>
    /// <param name="previous">The item before; null if it did not exist.</param>
    /// <param name="current">The item after; null if it no longer exists.</param>
    /// <returns>
    /// The changes in their order, without number and time: first the change of the item, then the change of its pins. Members that one of the
    /// two has not loaded are not compared. Empty for equal versions.
    /// </returns>
    public static IEnumerable<CacheChange> Between(OfflineFilesItem? previous, OfflineFilesItem? current)
    {
        if ((current ?? previous) is not { } item || ReferenceEquals(previous, current)) return [];
        var itemType = item.LoadedMembers.HasFlag(ItemMembers.ItemType) ? item.ItemType : (OfflineFilesItemType?)null;
        var template = new CacheChange { Kind = default, Path = item.Path, ItemType = itemType, Previous = previous, Current = current };
        return current is null ? [template with { Kind = CacheChangeKind.ItemRemoved }] : Between(previous, current, template);
    }

    /// <summary>Compares two snapshots of a cache.</summary>
    /// <param name="previous">All items before, each path once.</param>
    /// <param name="current">All items after, each path once.</param>
    /// <returns>
    /// The changes that turn the first snapshot into the second: first removed items, children before their parents, then new and changed items,
    /// parents before their children.
    /// </returns>
    public static IReadOnlyList<CacheChange> Between(IEnumerable<OfflineFilesItem> previous, IEnumerable<OfflineFilesItem> current)
    {
        var comparison = new CacheSnapshot(Guard.NotNull(previous)).Compare();
        foreach (var item in Guard.NotNull(current)) comparison.Add(item);
        return comparison.Accept();
    }

    private static IEnumerable<CacheChange> Between(OfflineFilesItem? previous, OfflineFilesItem current, CacheChange template)
    {
        if (previous is null) yield return template with { Kind = CacheChangeKind.ItemAdded };
        else
        {
            if (previous.ItemPath != current.ItemPath) yield return template with { Kind = CacheChangeKind.ItemRenamed, OldPath = previous.Path };
            var members = ItemDifference.Between(previous, current);
            if (ItemDifference.Connection(previous, current, members) is { } kind)
            {
                yield return template with { Kind = kind, ChangedMembers = ItemMembers.ConnectionInfo };
                members &= ~ItemMembers.ConnectionInfo;
            }

            if (members != ItemMembers.None) yield return template with { Kind = CacheChangeKind.ItemModified, ChangedMembers = members };
        }

        if (ItemDifference.Pins(previous, current) is { } pins) yield return template with { Kind = pins, ChangedMembers = ItemMembers.PinInfo };
    }
}
