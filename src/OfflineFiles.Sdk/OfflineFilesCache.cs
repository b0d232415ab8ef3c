using System.Diagnostics;
using System.Reactive.Linq;
using System.Runtime.Serialization;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Operations;
using OfflineFiles.Sdk.Operations.Observe;

namespace OfflineFiles.Sdk;

/// <summary>
/// One Offline Files cache: its items as a queryable, its changes as an observable, and every operation on it. Safe to use from several threads.
/// </summary>
/// <example>
/// <code>
/// await using var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(options));
/// var dirty = await cache.Items.Where(i => i.ChangeInfo!.Dirty).OrderBy(i => i.ItemPath).ToListAsync();
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class OfflineFilesCache : IAsyncDisposable, IDisposable
{
    private static readonly WqlSelectQuery AllShares = new(
        OfflineFilesSchema.Item.Name,
        where: new WqlComparison(new WqlProperty("ItemType"), WqlComparisonOperator.Equal, WqlConstant.Integer((long)OfflineFilesItemType.Share)));

    private readonly ICacheBackend _backend;
    private readonly QuerySource _source;
    private readonly OperationTelemetry _telemetry;
    private readonly OperationRun _operations;
    private readonly bool _ownsBackend;

    /// <summary>Initializes a new instance of the <see cref="OfflineFilesCache"/> class over a backend.</summary>
    /// <param name="backend">The backend that holds the items.</param>
    /// <param name="options">The options of the queries; null for the defaults.</param>
    /// <param name="ownsBackend">True to dispose the backend with the cache. Default: true.</param>
    /// <exception cref="InvalidOptionsException">An option is not valid; the message names every such option.</exception>
    public OfflineFilesCache(ICacheBackend backend, QueryOptions? options = null, bool ownsBackend = true)
    {
        _backend = Guard.NotNull(backend);
        _ownsBackend = ownsBackend;
        _source = new QuerySource(backend, new QuerySettings(options ?? QueryOptions.Default));
        var settings = _source.Settings.Options;
        _telemetry = new OperationTelemetry(() => (backend.Description.Name, backend.Description.Target), settings.Logger, settings.TimeProvider);
        _operations = new OperationRun(_telemetry, settings.TimeProvider);
    }

    /// <summary>
    /// The items of the cache. The part of a query that WQL can express and the backend answers correctly runs at the backend; the rest runs
    /// in the caller, on the rows as they stream, and the result is the same either way. <c>Explain()</c> shows which part runs where. Nothing
    /// runs before the query is enumerated.
    /// </summary>
    /// <remarks>
    /// Strings compare ordinally, ignoring case; a member that is read through a null info object is null and never throws. With
    /// <c>using OfflineFiles.Sdk.Linq;</c> a query has asynchronous operators such as <c>ToListAsync()</c>, and <c>await foreach</c> reads it.
    /// </remarks>
    [JsonIgnore, IgnoreDataMember]
    public IQueryable<OfflineFilesItem> Items => _source.Items;

    /// <summary>The changes in the cache from the moment of subscription on, each change once and in order.</summary>
    /// <exception cref="OperationNotSupportedException">The backend does not report changes.</exception>
    [JsonIgnore, IgnoreDataMember]
    public IObservable<CacheChange> Changes => Backend.Changes.Select(change => change.Of(_source));

    /// <summary>The operations that read and write files through the cache.</summary>
    /// <exception cref="OperationNotSupportedException">The backend does not give access to files.</exception>
    [JsonIgnore, IgnoreDataMember]
    public CachedFiles Files => new(Backend.Files, _telemetry);

    /// <summary>The previews of the operations: what each operation would do, found out with look-ups and queries alone.</summary>
    [JsonIgnore, IgnoreDataMember]
    public OperationPreviews WhatIf => new(_source);

    /// <summary>The operations that read and write the settings of Offline Files.</summary>
    /// <exception cref="OperationNotSupportedException">The backend does not give access to settings.</exception>
    [JsonIgnore, IgnoreDataMember]
    public CacheConfiguration Configuration => new(Backend.Configuration, _telemetry);

    /// <summary>The description of the backend.</summary>
    public BackendDescription Description => _backend.Description;

    /// <summary>The operations that the backend supports beyond queries.</summary>
    public BackendCapabilities Capabilities => _backend.Capabilities;

    private ICacheBackend Backend => _source.Backend;

    /// <summary>Reads one item by its path: one look-up, no enumeration.</summary>
    /// <param name="path">The path of the item.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The whole item; null if it is not in the cache.</returns>
    public ValueTask<OfflineFilesItem?> FindAsync(UncPath path, CancellationToken cancellationToken = default) =>
        _source.FindAsync(Guard.NotNull(path), cancellationToken);

    /// <summary>Reads the state of the cache: whether it is enabled and running, and where it is.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public Task<OfflineFilesCacheState> GetAsync(CancellationToken cancellationToken = default) => _source.GetStateAsync(cancellationToken);

    /// <summary>Makes items always available offline: they are cached and never evicted.</summary>
    /// <param name="path">The path of the item.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>The report, with an outcome for each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">The operation was cancelled; the exception holds the report of what was done.</exception>
    public Task<OperationReport> PinAsync(
        UncPath path, PinOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        PinAsync([Guard.NotNull(path)], options, progress, cancellationToken);

    /// <summary>Makes items always available offline: they are cached and never evicted.</summary>
    /// <param name="paths">The paths of the items, at least one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>The report, with an outcome for each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">The operation was cancelled; the exception holds the report of what was done.</exception>
    public Task<OperationReport> PinAsync(
        IEnumerable<UncPath> paths, PinOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var list = OperationOptionsValidator.Paths(paths);
        OperationOptionsValidator.Validate(options ??= PinOptions.Default);
        return PinAsync(list, [], options, progress, cancellationToken);
    }

    /// <summary>Removes pins. An item without a pin and without changes may be evicted from the cache at any time.</summary>
    /// <param name="path">The path of the item.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>The report, with an outcome for each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">The operation was cancelled; the exception holds the report of what was done.</exception>
    public Task<OperationReport> UnpinAsync(
        UncPath path, UnpinOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        UnpinAsync([Guard.NotNull(path)], options, progress, cancellationToken);

    /// <summary>Removes pins. An item without a pin and without changes may be evicted from the cache at any time.</summary>
    /// <param name="paths">The paths of the items, at least one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>The report, with an outcome for each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">The operation was cancelled; the exception holds the report of what was done.</exception>
    public Task<OperationReport> UnpinAsync(
        IEnumerable<UncPath> paths, UnpinOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var list = OperationOptionsValidator.Paths(paths);
        OperationOptionsValidator.Validate(options ??= UnpinOptions.Default);
        return UnpinAsync(list, [], options, progress, cancellationToken);
    }

    /// <summary>Synchronises the cache with the server, for each path and everything below it.</summary>
    /// <param name="path">The path of the item.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>The report, with an outcome for each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">The operation was cancelled; the exception holds the report of what was done.</exception>
    public Task<OperationReport> SynchronizeAsync(
        UncPath path, SyncOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        SynchronizeAsync([Guard.NotNull(path)], options, progress, cancellationToken);

    /// <summary>Synchronises the cache with the server, for each path and everything below it.</summary>
    /// <param name="paths">The paths of the items, at least one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>The report, with an outcome for each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">The operation was cancelled; the exception holds the report of what was done.</exception>
    public Task<OperationReport> SynchronizeAsync(
        IEnumerable<UncPath> paths, SyncOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var list = OperationOptionsValidator.Paths(paths);
        OperationOptionsValidator.Validate(options ??= SyncOptions.Default);
        return SynchronizeAsync(list, [], options, progress, cancellationToken);
    }

    /// <summary>Synchronises the cache with the server, for all shares in the cache.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>The report, with an outcome for each path; without outcomes if the cache holds no share.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">The operation was cancelled; the exception holds the report of what was done.</exception>
    public Task<OperationReport> SynchronizeAsync(
        SyncOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        OperationOptionsValidator.Validate(options ??= SyncOptions.Default);
        var backend = Backend;
        return _operations.RunAsync(
            OfflineFilesOperation.Synchronize,
            async token => AskedPaths.Shares(await SharesAsync(token).ConfigureAwait(false)),
            (shares, told, token) => shares.Count == 0
                ? Task.FromResult(new OperationReport { Operation = OfflineFilesOperation.Synchronize, Outcomes = [] })
                : backend.SynchronizeAsync(shares, options, told, token),
            progress,
            cancellationToken);
    }

    /// <summary>Deletes items from the cache; a container is deleted with everything in it. The server is not touched.</summary>
    /// <param name="path">The path of the item.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>The report, with an outcome for each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">The operation was cancelled; the exception holds the report of what was done.</exception>
    public Task<OperationReport> DeleteItemsAsync(
        UncPath path, DeleteOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        DeleteItemsAsync([Guard.NotNull(path)], options, progress, cancellationToken);

    /// <summary>Deletes items from the cache; a container is deleted with everything in it. The server is not touched.</summary>
    /// <param name="paths">The paths of the items, at least one.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <returns>The report, with an outcome for each path.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    /// <exception cref="OperationCancelledException">The operation was cancelled; the exception holds the report of what was done.</exception>
    public Task<OperationReport> DeleteItemsAsync(
        IEnumerable<UncPath> paths, DeleteOptions? options = null, IProgress<OperationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var list = OperationOptionsValidator.Paths(paths);
        OperationOptionsValidator.Validate(options ??= DeleteOptions.Default);
        return DeleteItemsAsync(list, [], options, progress, cancellationToken);
    }

    /// <summary>Suspends a tree: it is offline and is not synchronised automatically until it is resumed.</summary>
    /// <param name="path">The path of a share or directory in the cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    public Task<OperationReport> SuspendRootAsync(UncPath path, CancellationToken cancellationToken = default) =>
        SuspendAsync(path, suspend: true, cancellationToken);

    /// <summary>Resumes a suspended tree.</summary>
    /// <param name="path">The path that was suspended.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    public Task<OperationReport> ResumeRootAsync(UncPath path, CancellationToken cancellationToken = default) =>
        SuspendAsync(path, suspend: false, cancellationToken);

    /// <summary>Takes an item and its whole share offline.</summary>
    /// <param name="path">The path of an item in the cache.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <returns>The report; see <see cref="OperationReport.BlockedByOpenFiles"/>.</returns>
    /// <exception cref="InvalidOptionsException">An option is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    public Task<OperationReport> TransitionOfflineAsync(
        UncPath path, OfflineTransitionOptions? options = null, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(path);
        OperationOptionsValidator.Validate((options ??= OfflineTransitionOptions.Default).Flags);
        return RunAsync(
            OfflineFilesOperation.TransitionOffline,
            AskedPaths.Each(path), (backend, _, _, token) => backend.TransitionOfflineAsync(path, options, token), null, cancellationToken);
    }

    /// <summary>Takes an item and its whole share online. Items that changed offline stay dirty until they are synchronised.</summary>
    /// <param name="path">The path of an item in the cache.</param>
    /// <param name="flags">The flags.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="InvalidOptionsException">A flag is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    public Task<OperationReport> TransitionOnlineAsync(
        UncPath path, TransitionFlags flags = TransitionFlags.None, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(path);
        OperationOptionsValidator.Validate(flags);
        return RunAsync(
            OfflineFilesOperation.TransitionOnline,
            AskedPaths.Each(path), (backend, _, _, token) => backend.TransitionOnlineAsync(path, flags, token), null, cancellationToken);
    }

    /// <summary>Schedules a new path for an item in the cache, which takes effect at the next restart. Only for administrators.</summary>
    /// <param name="originalPath">The current path.</param>
    /// <param name="newPath">The new path; it must not be in the cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    public Task<OperationReport> RenameItemAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(originalPath);
        Guard.NotNull(newPath);
        return RunAsync(
            OfflineFilesOperation.RenameItem,
            AskedPaths.Each(originalPath), (backend, _, _, token) => backend.RenameItemAsync(originalPath, newPath, token), null, cancellationToken);
    }

    /// <summary>Gives an item a new path in the cache at once. The operation fails while the item or an item in it is open.</summary>
    /// <param name="originalPath">The current path.</param>
    /// <param name="newPath">The new path; it must not be in the cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    public Task<OperationReport> RenameItemExAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(originalPath);
        Guard.NotNull(newPath);
        return RunAsync(
            OfflineFilesOperation.RenameItemEx,
            AskedPaths.Each(originalPath), (backend, _, _, token) => backend.RenameItemExAsync(originalPath, newPath, token), null, cancellationToken);
    }

    /// <summary>Encrypts or decrypts the files that the cache holds, and will hold, for the calling user.</summary>
    /// <param name="encrypt">True to encrypt; false to decrypt.</param>
    /// <param name="flags">The flags.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    /// <exception cref="InvalidOptionsException">A flag is not valid; nothing was done.</exception>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    public Task<OperationReport> EncryptAsync(
        bool encrypt,
        EncryptionControlFlags flags = EncryptionControlFlags.None,
        IProgress<OperationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        OperationOptionsValidator.Validate(flags);
        return RunAsync(
            OfflineFilesOperation.Encrypt,
            AskedPaths.None, (backend, _, told, token) => backend.EncryptAsync(encrypt, flags, told, token), progress, cancellationToken);
    }

    /// <summary>Enables or disables Offline Files. Only for administrators; see <see cref="OperationReport.RestartRequired"/>.</summary>
    /// <param name="enable">True to enable; false to disable.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="OperationNotSupportedException">The backend does not support the operation; nothing was done.</exception>
    public Task<OperationReport> EnableAsync(bool enable, CancellationToken cancellationToken = default) =>
        RunAsync(
            OfflineFilesOperation.Enable,
            AskedPaths.None, (backend, _, _, token) => backend.EnableAsync(enable, token), null, cancellationToken);

    /// <summary>
    /// Disposes the cache, and the backend if owned. What uses the backend then throws <see cref="ObjectDisposedException"/>, queries that are
    /// running included: their next row is that exception, and what waits for a row ends with it.
    /// </summary>
    public ValueTask DisposeAsync() => _source.Close() && _ownsBackend ? _backend.DisposeAsync() : default;

    /// <summary>
    /// Disposes the cache as <see cref="DisposeAsync"/> does, for containers and code that dispose without async. A backend that is
    /// <see cref="IDisposable"/> closes on this thread; for another, this thread waits until its <see cref="IAsyncDisposable.DisposeAsync"/>, which runs on
    /// a thread of the pool, has ended.
    /// </summary>
    public void Dispose()
    {
        if (!_source.Close() || !_ownsBackend) return;
        if (_backend is IDisposable backend) backend.Dispose();
        else Task.Run(() => _backend.DisposeAsync().AsTask()).GetAwaiter().GetResult();
    }

    /// <summary>Returns a short text for people: the kind of the backend and what it looks at.</summary>
    public override string ToString() => $"Offline Files cache: {_backend.Description}";

    private Task<OperationReport> PinAsync(
        IReadOnlyList<UncPath> paths,
        IReadOnlyList<ItemOutcome> failures,
        PinOptions options,
        IProgress<OperationProgress>? progress,
        CancellationToken cancellationToken)
    {
        return RunAsync(
            OfflineFilesOperation.Pin,
            (options.Deep ? AskedPaths.Trees(paths) : AskedPaths.Each(paths)).With(failures),
            (backend, roots, told, token) => backend.PinAsync(roots, options, told, token),
            progress,
            cancellationToken);
    }

    private Task<OperationReport> UnpinAsync(
        IReadOnlyList<UncPath> paths,
        IReadOnlyList<ItemOutcome> failures,
        UnpinOptions options,
        IProgress<OperationProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (options.AnyReason) return UnpinWhateverReasonAsync(paths, failures, options, progress, cancellationToken);
        return RunAsync(
            OfflineFilesOperation.Unpin,
            (options.Deep ? AskedPaths.Trees(paths) : AskedPaths.Each(paths)).With(failures),
            (backend, roots, told, token) => backend.UnpinAsync(roots, options, told, token),
            progress,
            cancellationToken);
    }

    private Task<OperationReport> SynchronizeAsync(
        IReadOnlyList<UncPath> paths,
        IReadOnlyList<ItemOutcome> failures,
        SyncOptions options,
        IProgress<OperationProgress>? progress,
        CancellationToken cancellationToken)
    {
        return RunAsync(
            OfflineFilesOperation.Synchronize,
            AskedPaths.Trees(paths).With(failures),
            (backend, roots, told, token) => backend.SynchronizeAsync(roots, options, told, token),
            progress,
            cancellationToken);
    }

    private Task<OperationReport> DeleteItemsAsync(
        IReadOnlyList<UncPath> paths,
        IReadOnlyList<ItemOutcome> failures,
        DeleteOptions options,
        IProgress<OperationProgress>? progress,
        CancellationToken cancellationToken)
    {
        return RunAsync(
            OfflineFilesOperation.DeleteItems,
            AskedPaths.Trees(paths).With(failures),
            (backend, roots, told, token) => backend.DeleteItemsAsync(roots, options, told, token),
            progress,
            cancellationToken);
    }

    private async Task<IReadOnlyList<UncPath>> SharesAsync(CancellationToken cancellationToken)
    {
        var shares = new List<UncPath>();
        await foreach (var share in _source.ReadAsync(AllShares, cancellationToken).ConfigureAwait(false)) shares.Add(share.Path);
        return shares;
    }

    private Task<OperationReport> SuspendAsync(UncPath path, bool suspend, CancellationToken cancellationToken)
    {
        Guard.NotNull(path);
        return RunAsync(
            OfflineFilesOperation.SuspendRoot,
            AskedPaths.Each(path), (backend, _, _, token) => backend.SuspendRootAsync(path, suspend, token), null, cancellationToken);
    }

    private Task<OperationReport> RunAsync(
        OfflineFilesOperation operation,
        AskedPaths asked,
        Func<ICacheBackend, IReadOnlyList<UncPath>, IProgress<OperationProgress>?, CancellationToken, Task<OperationReport>> call,
        IProgress<OperationProgress>? progress,
        CancellationToken cancellationToken)
    {
        var backend = Backend;
        return _operations.RunAsync(operation, asked, (roots, told, token) => call(backend, roots, told, token), progress, cancellationToken);
    }
}
