namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>An operation that goes through shares. When it ends nothing of them is open.</summary>
internal sealed class ShareWalks(IEnumerable<ShareScope> scopes) : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _walks = [.. scopes.Where(scope => scope.IsMapped).Distinct().Select(scope => scope.Share.BeginWalk())];

    public async ValueTask DisposeAsync()
    {
        foreach (var walk in _walks) await walk.DisposeAsync().ConfigureAwait(false);
    }
}
