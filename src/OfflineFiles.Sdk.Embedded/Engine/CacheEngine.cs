using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Scopes;
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

    public ShareJournal Journal { get; } = new(store);

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

/// <summary>Which blobs a write put in use and which it left without a row.</summary>
internal sealed class BlobChanges
{
    private readonly List<string> _added = [];
    private readonly List<string> _dropped = [];

    /// <summary>To be removed when the write does not happen.</summary>
    public IReadOnlyList<string> Added => _added;

    /// <summary>To be removed after the write was committed.</summary>
    public IReadOnlyList<string> Dropped => _dropped;

    public void Add(string? id)
    {
        if (id is not null) _added.Add(id);
    }

    public void Drop(string? id)
    {
        if (id is not null) _dropped.Add(id);
    }

    /// <summary>Deletes a row with its blob.</summary>
    public void Remove(StoreTransaction transaction, ItemRow row)
    {
        transaction.Delete(row);
        Drop(row.BlobId);
    }
}
