using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>Fetches the data of a file that is in the cache without it.</summary>
internal sealed class Filler(CacheEngine engine)
{
    public async Task<ItemOutcome> FillAsync(Scope scope, ItemRow row, CancellationToken cancellationToken)
    {
        var (blob, entry) = await engine.Fetcher.FetchAsync(scope.Share, scope.At(row.Path), cancellationToken).ConfigureAwait(false);
        var isFilled = await engine.CommitAsync(
            (transaction, blobs) =>
            {
                blobs.Add(blob.Id);
                var now = transaction.Find(row.Path);
                if (now is not { Sparse: true, Dirty: false, ItemType: OfflineFilesItemType.File }) return false;
                transaction.Update(now, Fetcher.Filled(now, entry, blob));
                blobs.Drop(now.BlobId);
                return true;
            },
            CancellationToken.None).ConfigureAwait(false);
        return isFilled ? Outcomes.Done(row.Path, blob.Length) : Outcomes.Skipped(row.Path, "It was changed here while it was fetched; the change stays.");
    }
}
