using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>Rows that follow an item which was renamed on the share: the same items under other paths, with their content and pins.</summary>
internal static class MovedRows
{
    /// <summary>Moves a row and what is below it. A directory above that is not cached yet comes into the cache.</summary>
    /// <returns>Whether the rows followed; if not, a synchronisation sorts it out.</returns>
    public static bool Follow(StoreTransaction transaction, LocatedItem above, ScopeRow scope, UncPath path, UncPath newPath, ShareToken token)
    {
        if (transaction.Find(path) is not { DeletedOffline: false } row) return false;
        var tree = transaction.Below(path).Prepend(row).ToList();
        if (path != newPath && transaction.Find(newPath) is { } stale)
        {
            // The share had nothing under the new name, so a clean row there is out of date. One with changes stays.
            var staleTree = transaction.Below(newPath).Prepend(stale).ToList();
            if (staleTree.Any(item => item.Dirty)) return false;
            Remove(transaction, staleTree);
        }

        above.EnsureAbove(transaction, scope);
        var parent = transaction.Find(above.Path) ?? transaction.Insert(Fetcher.NewRow(above.Path, above.Entry));
        foreach (var item in tree)
        {
            var isRoot = item.Id == row.Id;
            transaction.Update(item, item with
            {
                Path = At(item.Path, path, newPath),
                ParentId = isRoot ? parent.Id : item.ParentId,
                BaseToken = isRoot ? token : item.BaseToken,
                BaseIsRacy = isRoot || item.BaseIsRacy,
            });
        }

        return true;
    }

    /// <summary>Where an item is after the directory above it, or it itself, has moved.</summary>
    public static UncPath At(UncPath item, UncPath path, UncPath newPath) =>
        item == path ? newPath : UncPath.Parse(newPath.ToString() + item.ToString()[path.ToString().Length..]);

    public static void Remove(StoreTransaction transaction, IReadOnlyList<ItemRow> containersFirst)
    {
        foreach (var item in containersFirst.Reverse()) transaction.Delete(item);
    }
}
