using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>The parts of an open cache that operations and files work with.</summary>
internal sealed class CacheEngine(
    CacheStore store, ContentStore content, ScopeMap scopes, CacheChangeHub changes, TimeProvider timeProvider) : IDisposable
{
    public CacheStore Store => store;

    public ContentStore Content => content;

    public ScopeMap Scopes => scopes;

    public CacheChangeHub Changes => changes;

    public TimeProvider TimeProvider => timeProvider;

    /// <summary>One operation that changes many items at a time. Files are read and written beside it.</summary>
    public AsyncLock Operations { get; } = new();

    public ShareGuard Guard => new(store);

    public Fetcher Fetcher => new(content);

    public ShareJournal Journal => new(store);

    public DateTime UtcNow => timeProvider.GetUtcNow().UtcDateTime;

    /// <summary>Commits a write; the blobs that no row needs after it are removed then, never before.</summary>
    public async Task<bool> CommitAsync(Func<StoreTransaction, BlobChanges, bool> work, CancellationToken cancellationToken)
    {
        var blobs = new BlobChanges();
        var isDone = await store.WriteAsync(transaction => work(transaction, blobs), cancellationToken).ConfigureAwait(false);
        foreach (var id in isDone ? blobs.Dropped : blobs.Added) content.Delete(id);
        return isDone;
    }

    public void Dispose() => Operations.Dispose();
}
