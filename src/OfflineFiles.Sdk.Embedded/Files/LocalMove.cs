using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>Moves an item offline: a new item with the old one's bytes, and the old one deleted. That is all the share will see of it, too.</summary>
internal sealed class LocalMove(StoreTransaction transaction, DateTime now)
{
    public void Move(UncPath path, UncPath newPath)
    {
        if (transaction.Find(path) is not { DeletedOffline: false } row) throw FileErrors.NotCached(path);
        if (path == newPath)
            throw new OperationNotSupportedException(
                "Move", "Embedded", $"'{path}' cannot be given a name that differs only in case while it is offline. Do it when the share is online.");
        if (newPath.IsUnder(path)) throw new OfflineFilesException($"'{path}' was to be moved into itself, to '{newPath}'. Name a place outside of it.");
        if (transaction.Find(newPath) is { DeletedOffline: false }) throw FileErrors.AlreadyThere(newPath);
        var tree = transaction.Below(path).Where(below => !below.DeletedOffline).Prepend(row).ToList();
        // The bytes of the new item can only come from here.
        if (tree.FirstOrDefault(item => item is { IsContainer: false, BlobId: null }) is { } missing) throw FileErrors.NotAvailable(missing.Path);

        foreach (var item in tree)
        {
            // The blob changes its owner; no row may drop it.
            transaction.Update(item, item with { BlobId = null });
            var target = item.Path == path ? newPath : UncPath.Parse(newPath.ToString() + item.Path.ToString()[path.ToString().Length..]);
            LocalRows.Create(
                transaction,
                target,
                item.ItemType,
                item.Local is { } facts ? facts with { Change = now } : LocalRows.NewFacts(item.ItemType, 0, now),
                item.BlobId is { } id ? new Blob(id, item.Local?.Size ?? 0, item.Hash!) : null,
                item.Pins);
        }

        foreach (var item in tree.AsEnumerable().Reverse())
        {
            var left = transaction.Find(item.Path)!;
            if (left.BaseKind == ItemKind.Absent && !transaction.HasChildren(left.Path)) transaction.Delete(left);
            else LocalRows.Delete(transaction, left);
        }
    }
}
