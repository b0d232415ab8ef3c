using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Laws;

/// <summary>A cache that returns rows and makes nothing of them: whatever is made of them the caller makes.</summary>
internal sealed class RowsOnly(EmbeddedBackend backend) : CacheBackend, ISynchronousQueryBackend
{
    public override BackendDescription Description => backend.Description;

    public override BackendCapabilities Capabilities => backend.Capabilities;

    public override PushdownProfile Pushdown => backend.Pushdown;

    public override IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken) =>
        backend.QueryItemsAsync(query, cancellationToken);

    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) => backend.FindItemAsync(path, cancellationToken);

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) => backend.GetStateAsync(cancellationToken);

    public IEnumerable<OfflineFilesItem> QueryItems(WqlSelectQuery query) => backend.QueryItems(query);

    public OfflineFilesItem? FindItem(UncPath path) => backend.FindItem(path);

    public override ValueTask DisposeAsync() => default;
}
