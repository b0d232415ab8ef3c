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
    public ShareScope Find(UncPath path) => TryFind(path) ?? throw Unknown(path);

    /// <summary>
    /// As <see cref="Find"/>, and a server stands for its shares: for those in the cache, unless the cache holds none of them or the operation brings shares in.
    /// </summary>
    /// <param name="paths">The paths.</param>
    /// <param name="bringsIn">Whether shares that are mapped and not in the cache are meant too.</param>
    /// <param name="unknown">The paths that lead to no share: each fails by itself.</param>
    /// <exception cref="UnknownShareException">No path leads to a share. Nothing was done.</exception>
    public IReadOnlyList<(ShareScope Scope, UncPath Path)> FindAll(
        IEnumerable<UncPath> paths, bool bringsIn, out IReadOnlyList<UnknownShareException> unknown)
    {
        var found = new List<(ShareScope, UncPath)>();
        var lost = new List<UnknownShareException>();
        foreach (var path in paths)
        {
            var shares = path.Depth == 1 ? All.Where(scope => scope.Root.IsUnder(path)).ToList() : [];
            if (!bringsIn && shares.Exists(scope => scope.Row is not null)) shares.RemoveAll(scope => scope.Row is null);
            if (shares.Count > 0) found.AddRange(shares.Select(scope => (scope, scope.Root)));
            else if (TryFind(path) is { } scope) found.Add((scope, path));
            else lost.Add(Unknown(path));
        }

        unknown = lost;
        return found.Count > 0 || lost.Count == 0 ? found : throw lost[0];
    }

    private ShareScope? TryFind(UncPath path)
    {
        if (path.ShareRoot is not { } root) return null;
        if (_mapped.TryGetValue(root, out var scope)) return scope;
        return _store.FindScope(root) is { } row ? new ShareScope(row.Path, null, _store) : null;
    }

    private UnknownShareException Unknown(UncPath path) => new(path, [.. _mapped.Keys]);
}
