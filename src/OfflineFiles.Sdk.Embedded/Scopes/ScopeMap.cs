using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>Finds the scope a path lies in: a mapped share, or one that is in the cache from earlier.</summary>
internal sealed class ScopeMap
{
    private readonly CacheStore _store;
    private readonly Dictionary<UncPath, ShareScope> _mapped = [];

    public ScopeMap(CacheStore store, IEnumerable<IShare> shares)
    {
        _store = store;
        foreach (var share in shares) _mapped.Add(share.Root, new ShareScope(share.Root, share, store));
    }

    /// <summary>Mapped scopes first, then those that are only in the cache.</summary>
    public IEnumerable<ShareScope> All => _mapped.Values.Concat(
        _store.Scopes.Where(row => !_mapped.ContainsKey(row.Path)).Select(row => new ShareScope(row.Path, null, _store)));

    /// <summary>The scope of a path at or below a share.</summary>
    /// <exception cref="UnknownShareException">The share is neither mapped nor in the cache, or the path names none.</exception>
    public ShareScope Find(UncPath path)
    {
        if (path.ShareRoot is { } root)
        {
            if (_mapped.TryGetValue(root, out var scope)) return scope;
            if (_store.FindScope(root) is { } row) return new ShareScope(row.Path, null, _store);
        }

        throw new UnknownShareException(path, [.. _mapped.Keys]);
    }

    /// <summary>As <see cref="Find"/>, and a server stands for all its shares.</summary>
    /// <exception cref="UnknownShareException">A path leads to no share. Nothing was done.</exception>
    public IReadOnlyList<(ShareScope Scope, UncPath Path)> FindAll(IEnumerable<UncPath> paths)
    {
        var found = new List<(ShareScope, UncPath)>();
        foreach (var path in paths)
        {
            var shares = path.Depth == 1 ? All.Where(scope => scope.Root.IsUnder(path)).ToList() : [];
            if (shares.Count > 0) found.AddRange(shares.Select(scope => (scope, scope.Root)));
            else found.Add((Find(path), path));
        }

        return found;
    }
}
