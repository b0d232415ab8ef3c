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

    /// <summary>What the calls of the public face go through.</summary>
    public EngineDoor Door { get; } = new();

    /// <summary>One operation that changes many items at a time. Files are read and written beside it.</summary>
    public AsyncLock Operations { get; } = new();

    public ShareGuard Guard => new(store);

    public Fetcher Fetcher { get; } = new(content, timeProvider);

    public ShareJournal Journal { get; } = new(store);

    public DateTime UtcNow => timeProvider.GetUtcNow().UtcDateTime;

    public void Dispose() => Operations.Dispose();
}
