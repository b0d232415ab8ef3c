using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>
/// Moves an item offline. It stays the same item, with what is in it: its rows get other paths, and count as created where they are now. Where they were
/// a deletion is left for what the share knows, or is just being given. That is all the share will see of it.
/// </summary>
internal sealed class LocalMove(StoreTransaction transaction, ShareJournal journal, DateTime now)
{
    public void Move(UncPath path, UncPath newPath)
    {
        if (transaction.Find(path) is not { DeletedOffline: false } row) throw FileErrors.NotCached(path);
        if (newPath.IsUnder(path)) throw new OfflineFilesException($"'{path}' was to be moved into itself, to '{newPath}'. Name a place outside of it.");
        if (path == newPath)
        {
            Respell(row, newPath);
            return;
        }

        if (transaction.Find(newPath) is { DeletedOffline: false }) throw FileErrors.AlreadyThere(newPath);
        var below = transaction.Below(row.Path);
        var tree = below.Where(item => !item.DeletedOffline).Prepend(row).ToList();
        // The bytes of what is new to the share can only come from here.
        if (tree.FirstOrDefault(item => item is { IsContainer: false, BlobId: null }) is { } missing) throw FileErrors.NotAvailable(missing.Path);

        var parent = LocalRows.RequireParent(transaction.Find(newPath.Parent!), newPath);
        foreach (var item in tree)
        {
            var isRoot = item.Id == row.Id;
            Move(item, MovedRows.At(item.Path, row.Path, isRoot ? parent.Path.Append(newPath.Name) : newPath), isRoot ? parent.Id : item.ParentId);
        }

        // Containers first: each deletion finds the one above it.
        foreach (var item in tree)
            if (item.BaseKind != ItemKind.Absent || journal.IsBusy(item.Path) || below.Exists(left => left.DeletedOffline && left.Path.IsUnder(item.Path)))
                Bury(item);
    }

    /// <summary>Gives a row another path. A deletion that waits there is taken over: the item stands in the place of what was deleted.</summary>
    private void Move(ItemRow item, UncPath target, long? parentId)
    {
        var deleted = transaction.Find(target);
        if (deleted is not null)
        {
            foreach (var left in transaction.Children(target)) transaction.Update(left, left with { ParentId = item.Id });
            transaction.Delete(deleted);
        }

        transaction.Update(item, item with
        {
            Path = target,
            ParentId = parentId,
            CreatedOffline = true,
            ReplacedOffline = deleted is { BaseKind: not ItemKind.Absent },
            ModifiedData = !item.IsContainer,
            ModifiedAttributes = false,
            ModifiedTime = false,
            Local = item.Local is { } facts ? facts with { Change = now } : LocalRows.NewFacts(item.ItemType, 0, now),
            Original = deleted?.Original,
            BaseKind = deleted?.BaseKind ?? ItemKind.Absent,
            BaseToken = deleted?.BaseToken,
            BaseHash = deleted?.BaseHash,
            BaseIsRacy = deleted?.BaseIsRacy ?? true,
            SeenToken = deleted?.SeenToken,
            ConflictState = deleted?.ConflictState,
            ConflictTime = deleted?.ConflictTime,
        });
    }

    /// <summary>Leaves a deletion where an item was.</summary>
    private void Bury(ItemRow item)
    {
        var buried = transaction.Insert(LocalRows.Buried(item) with { Id = 0 });
        foreach (var left in transaction.Children(item.Path))
            if (left.ParentId != buried.Id) transaction.Update(left, left with { ParentId = buried.Id });
    }

    /// <summary>A name that differs in case only.</summary>
    private void Respell(ItemRow row, UncPath newPath)
    {
        var target = row.Path.Parent!.Append(newPath.Name);
        if (target.ToString() == row.Path.ToString()) throw FileErrors.AlreadyThere(newPath);
        var isKnown = row.BaseKind != ItemKind.Absent;
        foreach (var item in transaction.Below(row.Path).Prepend(row))
            transaction.Update(item, item with
            {
                Path = MovedRows.At(item.Path, row.Path, target),
                BaseName = item.Id != row.Id || !isKnown ? item.BaseName : NameToSend(row.BaseName ?? row.Path.Name, target.Name),
                Local = item.Id == row.Id && item.Local is { } facts ? facts with { Change = now } : item.Local,
            });
    }

    /// <summary>The share's spelling, while it is not the one here.</summary>
    private static string? NameToSend(string known, string name) => known == name ? null : known;
}
