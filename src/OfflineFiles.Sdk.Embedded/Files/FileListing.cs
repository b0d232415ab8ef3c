using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>What is in a directory, as the serving side has it, with the changes laid over it that the share has not.</summary>
internal sealed class FileListing(CacheEngine engine)
{
    public async Task<IReadOnlyList<CachedFileEntry>> ListAsync(ShareScope scope, UncPath directory, FileView view, CancellationToken cancellationToken)
    {
        if (view.Row is { IsContainer: false, DeletedOffline: false }) throw FileErrors.IsFile(directory);
        var rows = await engine.Store.ReadAsync(connection => connection.Children(directory), cancellationToken).ConfigureAwait(false);
        if (view.IsLocal && (!scope.IsOnline || view.Row is { BaseToken: null } or { DeletedOffline: true }))
        {
            if (view.Row is null or { DeletedOffline: true }) throw FileErrors.NotCached(directory);
            return [.. rows.Where(FileEntries.IsAvailable).Select(FileEntries.Of)];
        }

        return await OverlayAsync(scope, directory, rows, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<CachedFileEntry>> OverlayAsync(
        ShareScope scope, UncPath directory, List<ItemRow> rows, CancellationToken cancellationToken)
    {
        var entry = await OnlineFiles.RequireAsync(scope, directory, cancellationToken).ConfigureAwait(false);
        if (entry.Kind == ShareEntryKind.File) throw FileErrors.IsFile(directory);
        var own = rows.ToDictionary(row => row.Path.Name, WqlText.Comparer);
        var result = new List<CachedFileEntry>();
        var listing = await scope.Share.ListAsync(scope.At(directory), cancellationToken).ConfigureAwait(false);
        foreach (var (child, leftAlone) in ShareListing.Choose(listing, name => own.GetValueOrDefault(name)?.Path.Name))
        {
            if (leftAlone is not null) continue;
            var row = own.GetValueOrDefault(child.Name);
            if (row is null || !FileView.IsOwn(row)) result.Add(FileEntries.Of(directory.Append(child.Name), child, row));
        }

        result.AddRange(rows.Where(row => FileView.IsOwn(row) && FileEntries.IsAvailable(row)).Select(FileEntries.Of));
        return result;
    }
}
