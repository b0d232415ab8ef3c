using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks.Translate;

/// <summary>A cache with nothing in it: what is measured is all ours.</summary>
internal sealed class EmptyBackend : CacheBackend
{
    public override BackendDescription Description { get; } = new("Empty", "nothing");

    public override BackendCapabilities Capabilities => BackendCapabilities.None;

    public override PushdownProfile Pushdown => PushdownProfile.Everything;

    public override IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken) =>
        AsyncEnumerable.Empty<OfflineFilesItem>();

    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) => default;

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) => Task.FromResult(new OfflineFilesCacheState());

    public override ValueTask DisposeAsync() => default;
}
