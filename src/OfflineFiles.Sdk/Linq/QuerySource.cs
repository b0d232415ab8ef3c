using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Observe;

namespace OfflineFiles.Sdk.Linq;

/// <summary>
/// What all queries of one cache have in common: the backend until the cache is closed, its settings and its items. Queries can be combined when
/// they have the same source.
/// </summary>
#pragma warning disable CA1001 // A query may ask for the token after the end of the cache; a source without a timer holds nothing.
internal sealed class QuerySource : IItemQueries
#pragma warning restore CA1001
{
    private static readonly WqlSelectQuery AllShares = new(
        OfflineFilesSchema.Item.Name,
        where: new WqlComparison(new WqlProperty("ItemType"), WqlComparisonOperator.Equal, WqlConstant.Integer((long)OfflineFilesItemType.Share)));

    private readonly ICacheBackend _backend;
    private readonly CancellationTokenSource _closing = new();
    private int _closed;

    public QuerySource(ICacheBackend backend, QuerySettings settings)
    {
        _backend = backend;
        Settings = settings;
        Items = new ItemQueryable<OfflineFilesItem>(new ItemQueryProvider(this, settings));
    }

    public QuerySettings Settings { get; }

    public IQueryable<OfflineFilesItem> Items { get; }

    /// <exception cref="ObjectDisposedException">The cache is closed.</exception>
    public ICacheBackend Backend => Volatile.Read(ref _closed) == 0 ? _backend : throw RunScope.Closed();

    /// <summary>Ends the queries that run when the cache is closed.</summary>
    public CancellationToken Closed => _closing.Token;

    /// <summary>From now on no query runs. False when it was closed before.</summary>
    public bool Close()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0) return false;

        // What waits for it goes on elsewhere, so that nothing of a caller runs inside the disposal.
#if NET
        _ = _closing.CancelAsync();
#else
        _ = Task.Run(_closing.Cancel);
#endif
        return true;
    }

    public ValueTask<OfflineFilesItem?> FindAsync(UncPath path, CancellationToken cancellationToken) =>
        FindAsync(path, Backend, ScopeOf(() => KeyOf(path), QueryAccessPath.KeyLookup, cancellationToken));

    public Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) =>
        GetStateAsync(Backend, ScopeOf(() => new WqlSelectQuery(OfflineFilesSchema.Cache.Name), QueryAccessPath.Verbatim, cancellationToken));

    /// <summary>The rows of a query for an operation, which may take as long as it likes.</summary>
    public async IAsyncEnumerable<OfflineFilesItem> ReadAsync(WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var scope = new RunScope(Backend, watch: null, cancellationToken, Closed);
        await foreach (var row in HeldBackend.Of(Backend, scope).QueryItemsAsync(query, cancellationToken).ConfigureAwait(false)) yield return row;
    }

    /// <summary>The shares in the cache, for an operation on all of them.</summary>
    public async Task<IReadOnlyList<UncPath>> ReadSharesAsync(CancellationToken cancellationToken)
    {
        var shares = new List<UncPath>();
        await foreach (var share in ReadAsync(AllShares, cancellationToken).ConfigureAwait(false)) shares.Add(share.Path);
        return shares;
    }

    public IQueryable<OfflineFilesItem> ChildrenOf(UncPath path)
    {
        var parent = path.ToString();
        return Items.Where(item => item.ParentItemPath == parent);
    }

    public IQueryable<OfflineFilesItem> DescendantsOf(UncPath path) => Items.Where(item => item.IsUnder(path));

    public IQueryable<OfflineFilesItem> ParentOf(UncPath path) => path.Parent?.ToString() is { } parent
        ? Items.Where(item => item.ItemPath == parent)
        : Items.Where(_ => false);

    private async ValueTask<OfflineFilesItem?> FindAsync(UncPath path, ICacheBackend backend, RunScope scope)
    {
        using var run = scope;
        var item = await HeldBackend.Of(backend, run).FindItemAsync(path, CancellationToken.None).ConfigureAwait(false);
        return item?.Of(this);
    }

    private static async Task<OfflineFilesCacheState> GetStateAsync(ICacheBackend backend, RunScope scope)
    {
        using var run = scope;
        return await HeldBackend.Of(backend, run).GetStateAsync(CancellationToken.None).ConfigureAwait(false);
    }

    // A look-up is held to its limits like a query, but is no query that is logged and measured.
    private RunScope ScopeOf(Func<WqlSelectQuery> query, QueryAccessPath path, CancellationToken cancellationToken)
    {
        var backend = Backend;
        var hasDeadline = Settings.Options.Timeout != Timeout.InfiniteTimeSpan;
        var watch = hasDeadline ? new QueryWatch(new QueryFacts(query().ToString(), path, backend.Description, Settings)) : null;
        return new RunScope(backend, watch, cancellationToken, Closed);
    }

    private static WqlSelectQuery KeyOf(UncPath path) => new(
        OfflineFilesSchema.Item.Name,
        where: new WqlComparison(new WqlProperty(nameof(OfflineFilesItem.ItemPath)), WqlComparisonOperator.Equal, WqlConstant.String(path.ToString())));
}
