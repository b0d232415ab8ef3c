using System.Diagnostics;
using System.Reactive.Linq;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Model;
using OfflineFiles.Sdk.Operations;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk;

/// <summary>
/// The front door: one Offline Files cache, its items as a queryable, its changes as an observable, and every operation on it.
/// Safe to use from several threads.
/// </summary>
/// <example>
/// <code>
/// await using var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(options));
/// var dirty = await cache.Items.Where(i => i.ChangeInfo!.Dirty).OrderBy(i => i.ItemPath).ToListAsync();
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class OfflineFilesCache : IAsyncDisposable
{
    private static readonly WqlSelectQuery AllShares = new(
        OfflineFilesSchema.Item.Name,
        where: new WqlComparison(new WqlProperty("ItemType"), WqlComparisonOperator.Equal, WqlConstant.Integer((long)OfflineFilesItemType.Share)));

    private readonly ICacheBackend _backend;
    private readonly bool _ownsBackend;
    private int _disposed;

    /// <summary>Opens the front door to a backend.</summary>
    /// <param name="backend">Where the items come from.</param>
    /// <param name="options">How queries behave; null for the defaults.</param>
    /// <param name="ownsBackend">Whether disposing the cache disposes the backend. Default: true.</param>
    /// <exception cref="InvalidOptionsException">Options make no sense; the message names all of them.</exception>
    public OfflineFilesCache(ICacheBackend backend, QueryOptions? options = null, bool ownsBackend = true)
    {
        _backend = Guard.NotNull(backend);
        _ownsBackend = ownsBackend;
        Settings = new QuerySettings(options ?? QueryOptions.Default);
        Items = ItemQuery.Create(this, Settings);
    }

    /// <summary>
    /// The items of the cache. What WQL can say of a query, and the backend can answer, runs at the backend; the rest runs here, on the
    /// rows as they stream, and the answer is the same either way. <c>Explain()</c> shows which is which. Nothing runs before
    /// the query is enumerated.
    /// </summary>
    /// <remarks>Strings compare ordinally, ignoring case; a member of an info object that is null is null and never throws.</remarks>
    public IQueryable<OfflineFilesItem> Items { get; }

    /// <summary>What happens in the cache, from the moment of subscription on, each change once and in order.</summary>
    /// <exception cref="OperationNotSupportedException">The backend has no changes.</exception>
    public IObservable<CacheChange> Changes => Backend.Changes.Select(change => change.Of(this));

    /// <summary>Reading and writing files through the cache.</summary>
    /// <exception cref="OperationNotSupportedException">The backend has no access to files.</exception>
    public CachedFiles Files => new(Backend.Files);

    /// <summary>The operations without their effect: what each would do, told by look-ups and queries alone.</summary>
    public OperationPreviews WhatIf => new(this);

    /// <summary>Reading and writing the settings of Offline Files.</summary>
    /// <exception cref="OperationNotSupportedException">The backend has no settings.</exception>
    public CacheConfiguration Configuration => new(Backend.Configuration);

    /// <summary>What is behind the door.</summary>
    public BackendDescription Description => _backend.Description;

    /// <summary>What the backend can do beyond queries.</summary>
    public BackendCapabilities Capabilities => _backend.Capabilities;

    internal QuerySettings Settings { get; }

    internal ICacheBackend Backend =>
        Volatile.Read(ref _disposed) == 0 ? _backend : throw new ObjectDisposedException(nameof(OfflineFilesCache));

    /// <summary>Reads one item by its path: one look-up, no enumeration.</summary>
    /// <param name="path">The path.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The whole item; null when it is not in the cache.</returns>
    public ValueTask<OfflineFilesItem?> FindAsync(UncPath path, CancellationToken cancellationToken = default)
    {
        return OwnAsync(Backend.FindItemAsync(Guard.NotNull(path), cancellationToken));

        async ValueTask<OfflineFilesItem?> OwnAsync(ValueTask<OfflineFilesItem?> found) => (await found.ConfigureAwait(false))?.Of(this);
    }

    /// <summary>Reads the state of the cache: whether it is enabled and running, and where it is.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public Task<OfflineFilesCacheState> GetAsync(CancellationToken cancellationToken = default) => Backend.GetStateAsync(cancellationToken);

    /// <summary>Makes items always available offline: they are cached and never evicted.</summary>
    /// <param name="path">The item.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>What became of each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">It was cancelled; the exception holds what is done.</exception>
    public Task<OperationReport> PinAsync(
        UncPath path, PinOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        PinAsync([Guard.NotNull(path)], options, progress, cancellationToken);

    /// <summary>Makes items always available offline: they are cached and never evicted.</summary>
    /// <param name="paths">The items, at least one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>What became of each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">It was cancelled; the exception holds what is done.</exception>
    public Task<OperationReport> PinAsync(
        IEnumerable<UncPath> paths, PinOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var list = OptionChecks.Paths(paths);
        OptionChecks.Check(options ??= PinOptions.Default);
        return Backend.PinAsync(list, options, progress, cancellationToken);
    }

    /// <summary>Removes pins. An item without a pin and without changes may be evicted from the cache at any time.</summary>
    /// <param name="path">The item.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>What became of each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">It was cancelled; the exception holds what is done.</exception>
    public Task<OperationReport> UnpinAsync(
        UncPath path, UnpinOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        UnpinAsync([Guard.NotNull(path)], options, progress, cancellationToken);

    /// <summary>Removes pins. An item without a pin and without changes may be evicted from the cache at any time.</summary>
    /// <param name="paths">The items, at least one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>What became of each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">It was cancelled; the exception holds what is done.</exception>
    public Task<OperationReport> UnpinAsync(
        IEnumerable<UncPath> paths, UnpinOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var list = OptionChecks.Paths(paths);
        OptionChecks.Check(options ??= UnpinOptions.Default);
        return Backend.UnpinAsync(list, options, progress, cancellationToken);
    }

    /// <summary>Brings cache and server together, for each path and everything below it.</summary>
    /// <param name="path">The item.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>What became of each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">It was cancelled; the exception holds what is done.</exception>
    public Task<OperationReport> SynchronizeAsync(
        UncPath path, SyncOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        SynchronizeAsync([Guard.NotNull(path)], options, progress, cancellationToken);

    /// <summary>Brings cache and server together, for each path and everything below it.</summary>
    /// <param name="paths">The items, at least one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>What became of each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">It was cancelled; the exception holds what is done.</exception>
    public Task<OperationReport> SynchronizeAsync(
        IEnumerable<UncPath> paths, SyncOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var list = OptionChecks.Paths(paths);
        OptionChecks.Check(options ??= SyncOptions.Default);
        return Backend.SynchronizeAsync(list, options, progress, cancellationToken);
    }

    /// <summary>Brings cache and server together, for all shares in the cache.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>What became of each path; empty when the cache holds no share.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">It was cancelled; the exception holds what is done.</exception>
    public async Task<OperationReport> SynchronizeAsync(
        SyncOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        OptionChecks.Check(options ??= SyncOptions.Default);
        var shares = new List<UncPath>();
        await foreach (var share in Backend.QueryItemsAsync(AllShares, cancellationToken).ConfigureAwait(false)) shares.Add(share.Path);
        return shares.Count == 0
            ? new OperationReport { Operation = OfflineFilesOperation.Synchronize, Outcomes = [] }
            : await Backend.SynchronizeAsync(shares, options, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes items from the cache, containers with everything in them. The server is not touched.</summary>
    /// <param name="path">The item.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>What became of each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">It was cancelled; the exception holds what is done.</exception>
    public Task<OperationReport> DeleteItemsAsync(
        UncPath path, DeleteOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        DeleteItemsAsync([Guard.NotNull(path)], options, progress, cancellationToken);

    /// <summary>Deletes items from the cache, containers with everything in them. The server is not touched.</summary>
    /// <param name="paths">The items, at least one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>What became of each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">It was cancelled; the exception holds what is done.</exception>
    public Task<OperationReport> DeleteItemsAsync(
        IEnumerable<UncPath> paths, DeleteOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var list = OptionChecks.Paths(paths);
        OptionChecks.Check(options ??= DeleteOptions.Default);
        return Backend.DeleteItemsAsync(list, options, progress, cancellationToken);
    }

    /// <summary>Suspends a tree: it is offline and no automatic synchronisation touches it until it is resumed.</summary>
    /// <param name="path">A share or directory in the cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    public Task<OperationReport> SuspendRootAsync(UncPath path, CancellationToken cancellationToken = default) =>
        Backend.SuspendRootAsync(Guard.NotNull(path), suspend: true, cancellationToken);

    /// <summary>Releases a suspended tree.</summary>
    /// <param name="path">The path that was suspended.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    public Task<OperationReport> ResumeRootAsync(UncPath path, CancellationToken cancellationToken = default) =>
        Backend.SuspendRootAsync(Guard.NotNull(path), suspend: false, cancellationToken);

    /// <summary>Takes the scope of an item, its whole share, offline.</summary>
    /// <param name="path">An item in the cache.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <returns>The report; see <see cref="OperationReport.BlockedByOpenFiles"/>.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    public Task<OperationReport> TransitionOfflineAsync(
        UncPath path, OfflineTransitionOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(path);
        OptionChecks.Check((options ??= OfflineTransitionOptions.Default).Flags);
        return Backend.TransitionOfflineAsync(path, options, cancellationToken);
    }

    /// <summary>Takes the scope of an item, its whole share, online. What changed offline stays dirty until it is synchronised.</summary>
    /// <param name="path">An item in the cache.</param>
    /// <param name="flags">The flags.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="InvalidOptionsException">A flag is not valid; nothing was done.</exception>
    public Task<OperationReport> TransitionOnlineAsync(
        UncPath path, TransitionFlags flags = TransitionFlags.None, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(path);
        OptionChecks.Check(flags);
        return Backend.TransitionOnlineAsync(path, flags, cancellationToken);
    }

    /// <summary>Asks for an item to have another path in the cache from the next restart on. Administrators only.</summary>
    /// <param name="originalPath">The path it has.</param>
    /// <param name="newPath">The path it shall have; must not be cached.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    public Task<OperationReport> RenameItemAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken = default) =>
        Backend.RenameItemAsync(Guard.NotNull(originalPath), Guard.NotNull(newPath), cancellationToken);

    /// <summary>Gives an item another path in the cache, at once. It fails while the item or something in it is open.</summary>
    /// <param name="originalPath">The path it has.</param>
    /// <param name="newPath">The path it shall have; must not be cached.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    public Task<OperationReport> RenameItemExAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken = default) =>
        Backend.RenameItemExAsync(Guard.NotNull(originalPath), Guard.NotNull(newPath), cancellationToken);

    /// <summary>Encrypts or decrypts what the cache holds for the calling user, and what it will hold.</summary>
    /// <param name="encrypt">Encrypt, or decrypt.</param>
    /// <param name="flags">The flags.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    public Task<OperationReport> EncryptAsync(
        bool encrypt,
        EncryptionControlFlags flags = EncryptionControlFlags.None,
        IProgress<OperationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        OptionChecks.Check(flags);
        return Backend.EncryptAsync(encrypt, flags, progress, cancellationToken);
    }

    /// <summary>Enables or disables Offline Files. Administrators only; see <see cref="OperationReport.RestartRequired"/>.</summary>
    /// <param name="enable">Enable, or disable.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="OperationNotSupportedException">The backend cannot do it; nothing was done.</exception>
    public Task<OperationReport> EnableAsync(bool enable, CancellationToken cancellationToken = default) =>
        Backend.EnableAsync(enable, cancellationToken);

    /// <summary>Closes the door, and the backend when the cache owns it. Afterwards every member throws <see cref="ObjectDisposedException"/>.</summary>
    public ValueTask DisposeAsync() =>
        Interlocked.Exchange(ref _disposed, 1) == 0 && _ownsBackend ? _backend.DisposeAsync() : default;

    /// <summary>What is behind the door.</summary>
    public override string ToString() => $"Offline Files cache: {_backend.Description}";
}
