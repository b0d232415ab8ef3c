using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>
/// Renames an item on the share; the rows of it and of what is in it follow, with their content and pins. What waits in it waits at the new place.
/// </summary>
internal sealed class OnlineMove(CacheEngine engine)
{
    public async Task MoveAsync(ShareScope scope, UncPath path, UncPath newPath, CancellationToken cancellationToken)
    {
        var entry = await OnlineFiles.RequireAsync(scope, path, cancellationToken).ConfigureAwait(false);
        if (newPath.IsUnder(path)) throw new OfflineFilesException($"'{path}' was to be moved into itself, to '{newPath}'. Name a place outside of it.");
        var above = await LocatedItem.FindAsync(scope, newPath.Parent!, cancellationToken).ConfigureAwait(false) ?? throw FileErrors.NoDirectory(newPath);
        if (above.Entry.Kind != ShareEntryKind.Directory) throw FileErrors.IsFile(newPath.Parent!);
        var scopeRow = scope.Row;
        try
        {
            await engine.Journal.MoveAsync(
                scope,
                path,
                newPath,
                entry.Token,
                (transaction, token) => scopeRow is not null && MovedRows.Follow(transaction, above, scopeRow, path, newPath, token),
                cancellationToken).ConfigureAwait(false);
        }
        catch (ShareConflictException exception) when (exception.Found is not null && path != newPath)
        {
            throw new OfflineFilesException(FileErrors.AlreadyThere(newPath).Message, exception);
        }
    }
}
