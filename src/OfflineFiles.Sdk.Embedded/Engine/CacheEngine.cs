using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>The parts of an open cache that operations and files work with.</summary>
internal sealed class CacheEngine : IDisposable
{
    public CacheEngine(CacheStore store, ContentStore content, ScopeMap scopes, CacheChangeHub changes, TimeProvider timeProvider)
    {
        (Store, Content, Scopes, Changes, TimeProvider) = (store, content, scopes, changes, timeProvider);
        Journal = new ShareJournal(store);
        Guard = new ShareGuard(store, Journal, timeProvider);
        Fetcher = new Fetcher(content, timeProvider);
    }

    public CacheStore Store { get; }

    public ContentStore Content { get; }

    public ScopeMap Scopes { get; }

    public CacheChangeHub Changes { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>What the calls of the public face go through.</summary>
    public EngineDoor Door { get; } = new();

    /// <summary>One operation that changes many items at a time. Files are read and written beside it.</summary>
    public AsyncLock Operations { get; } = new();

    public ShareJournal Journal { get; }

    public ShareGuard Guard { get; }

    public Fetcher Fetcher { get; }

    public DateTime UtcNow => TimeProvider.GetUtcNow().UtcDateTime;

    public void Dispose()
    {
        Operations.Dispose();
        Door.Dispose();
    }
}
