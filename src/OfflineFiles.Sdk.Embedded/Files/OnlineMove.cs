using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>Renames an item on the share; the rows of it and of what is in it follow, with their content and pins.</summary>
internal sealed class OnlineMove(CacheEngine engine)
{
    public async Task MoveAsync(ShareScope scope, UncPath path, UncPath newPath, CancellationToken cancellationToken)
    {
        var entry = await OnlineFiles.RequireAsync(scope, path, cancellationToken).ConfigureAwait(false);
        if (newPath.IsUnder(path)) throw new OfflineFilesException($"'{path}' was to be moved into itself, to '{newPath}'. Name a place outside of it.");
        var above = await LocatedItem.FindAsync(scope, newPath.Parent!, cancellationToken).ConfigureAwait(false) ?? throw FileErrors.NoDirectory(newPath);
        if (above.Entry.Kind != ShareEntryKind.Directory) throw FileErrors.IsFile(newPath.Parent!);
        var tree = await engine.Store.ReadAsync(connection => connection.Below(path), cancellationToken).ConfigureAwait(false);
        if (tree.FirstOrDefault(row => row.Dirty) is { } dirty)
            throw new OperationNotSupportedException(
                "Move", "Embedded", $"'{path}' holds changes that the share does not have yet ('{dirty.Path}'). Synchronise it first.");

        var scopeRow = scope.Row;
        try
        {
            await engine.Journal.MoveAsync(
                scope,
                path,
                newPath,
                entry.Token,
                (transaction, token) => scopeRow is not null && Follow(transaction, above, scopeRow, path, newPath, token),
                cancellationToken).ConfigureAwait(false);
        }
        catch (ShareConflictException exception) when (exception.Found is not null && path != newPath)
        {
            throw new OfflineFilesException(FileErrors.AlreadyThere(newPath).Message, exception);
        }
    }

    private static bool Follow(
        StoreTransaction transaction, LocatedItem above, ScopeRow scope, UncPath path, UncPath newPath, ShareToken token)
    {
        if (transaction.Find(path) is not { } row) return false;
        var tree = transaction.Below(path).Prepend(row).ToList();
        if (path != newPath && transaction.Find(newPath) is { } stale)
        {
            // The share had nothing under the new name, so a clean row there is out of date. One with changes stays, and a
            // synchronisation sorts it out.
            var staleTree = transaction.Below(newPath).Prepend(stale).ToList();
            if (staleTree.Any(item => item.Dirty)) return false;
            OnlineFiles.RemoveTree(transaction, staleTree);
        }

        above.EnsureAbove(transaction, scope);
        var parent = transaction.Find(above.Path) ?? transaction.Insert(Fetcher.NewRow(above.Path, above.Entry));
        foreach (var item in tree)
        {
            var isRoot = item.Id == row.Id;
            transaction.Update(item, item with
            {
                Path = isRoot ? newPath : UncPath.Parse(newPath.ToString() + item.Path.ToString()[path.ToString().Length..]),
                ParentId = isRoot ? parent.Id : item.ParentId,
                BaseToken = isRoot ? token : item.BaseToken,
            });
        }

        return true;
    }
}
