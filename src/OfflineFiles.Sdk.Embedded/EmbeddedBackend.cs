using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Embedded.Changes;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Files;
using OfflineFiles.Sdk.Embedded.Queries;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded;

/// <summary>
/// A real offline cache of real directories, on any operating system: items and states are kept in SQLite, content as files beside it.
/// It answers every query WQL can express and carries out the operations itself. Safe to use from several threads.
/// </summary>
/// <remarks>
/// <para>
/// What was committed survives a crash of the process or the machine: a file is its old or its new version, whole, and a change made
/// offline stays recorded until the share has it.
/// </para>
/// <para>
/// Of the flags of an operation LowPriority, AsyncProgress, Interactive, Console, Background and PinLinkTargets have no effect here: nothing
/// waits for a window or in a background queue, and shortcuts are files like any other. For deletions Admin has none either: the cache has one user.
/// </para>
/// <para>
/// An observer of <see cref="Changes"/> is called on a thread of its own, one call at a time. What it has not taken yet is queued without
/// a limit. One that throws gets nothing more; the exception goes to <see cref="EmbeddedBackendOptions.Logger"/>.
/// </para>
/// </remarks>
public sealed partial class EmbeddedBackend : CacheBackend, ISynchronousQueryBackend, IPagedQueryBackend
{
    private readonly EmbeddedBackendOptions _options;
    private readonly FileStream _claim;
    private readonly CacheEngine _engine;
    private readonly ItemQueries _queries;
    private readonly CacheFiles _files;
    private int _disposed;

    private EmbeddedBackend(EmbeddedBackendOptions options, FileStream claim, CacheEngine engine)
    {
        _options = options;
        _claim = claim;
        _engine = engine;
        _queries = new ItemQueries(engine.Store);
        _files = new CacheFiles(engine, EnsureOpen);
        Description = new BackendDescription("Embedded", options.CacheDirectory);
    }

    /// <inheritdoc/>
    public override BackendDescription Description { get; }

    /// <inheritdoc/>
    public override BackendCapabilities Capabilities =>
        BackendCapabilities.Synchronize | BackendCapabilities.Pin | BackendCapabilities.Unpin | BackendCapabilities.DeleteItems
        | BackendCapabilities.TransitionOnline | BackendCapabilities.TransitionOffline | BackendCapabilities.Changes
        | BackendCapabilities.Files | BackendCapabilities.SynchronousQueries | BackendCapabilities.Associations;

    /// <inheritdoc/>
    public override PushdownProfile Pushdown => EmbeddedPushdownProfile.Instance;

    /// <inheritdoc/>
    public override IObservable<CacheChange> Changes
    {
        get
        {
            EnsureOpen();
            return _engine.Changes;
        }
    }

    /// <inheritdoc/>
    public override ICacheFiles Files
    {
        get
        {
            EnsureOpen();
            return _files;
        }
    }

    /// <summary>Opens a cache, or makes a new one where there is none, and cleans up after a crash if there was one.</summary>
    /// <param name="options">What the cache is made of.</param>
    /// <param name="cancellationToken">Ends the wait; nothing stays open then.</param>
    /// <returns>The open cache. Dispose it to let another engine open it.</returns>
    /// <exception cref="InvalidOptionsException">Two mappings name one share, a mapping names no share, or cache and share overlap.</exception>
    /// <exception cref="CacheOpenException">A directory is missing, another engine has the cache open, or its database cannot be used.</exception>
    public static Task<EmbeddedBackend> OpenAsync(EmbeddedBackendOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Task.Run(() => OpenCoreAsync(options, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken)
    {
        EnsureOpen();
        return _queries.RunAsync(query, null, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, int pageSize, CancellationToken cancellationToken)
    {
        EnsureOpen();
        return _queries.RunAsync(query, pageSize, cancellationToken);
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<WqlRow> QueryRowsAsync(WqlQuery query, CancellationToken cancellationToken)
    {
        EnsureOpen();
        return base.QueryRowsAsync(query, cancellationToken);
    }

    /// <inheritdoc/>
    public IEnumerable<OfflineFilesItem> QueryItems(WqlSelectQuery query)
    {
        EnsureOpen();
        return _queries.Run(query, CancellationToken.None);
    }

    /// <inheritdoc/>
    /// <remarks>The look-up runs on the calling thread: it reads one row of a local database.</remarks>
    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken)
    {
        EnsureOpen();
        return _queries.FindAsync(path, cancellationToken);
    }

    /// <inheritdoc/>
    public OfflineFilesItem? FindItem(UncPath path)
    {
        EnsureOpen();
        return _queries.Find(path);
    }

    /// <inheritdoc/>
    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken)
    {
        EnsureOpen();
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new OfflineFilesCacheState { Enabled = true, Active = true, Location = _options.CacheDirectory });
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        _engine.Changes.Complete();
        await _engine.Store.QuiesceAsync().ConfigureAwait(false);
        _engine.Store.Dispose();
        _engine.Dispose();
        await _claim.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<EmbeddedBackend> OpenCoreAsync(EmbeddedBackendOptions options, CancellationToken cancellationToken)
    {
        OptionsCheck.Check(options);
        Directory.CreateDirectory(options.CacheDirectory);
        var claim = DirectoryClaim.Take(options.CacheDirectory);
        CacheStore? store = null;
        try
        {
            store = CacheStore.Open(options.CacheDirectory);
            var content = new ContentStore(options.CacheDirectory);
            var instance = await EngineInstance.ReadAsync(store, cancellationToken).ConfigureAwait(false);
            var scopes = new ScopeMap(store, options.Shares.Select(mapping => new DirectoryShare(mapping.Share, mapping.Directory, instance)));
            var changes = new CacheChangeHub(options.TimeProvider, options.Logger);
            var engine = new CacheEngine(store, content, scopes, changes, options.TimeProvider);
            await new Startup(engine).RunAsync(cancellationToken).ConfigureAwait(false);
            store.Committed = transaction =>
            {
                if (changes.HasSubscribers) changes.Publish(ChangeTranslator.Translate(transaction));
            };
            return new EmbeddedBackend(options, claim, engine);
        }
        catch
        {
            store?.Dispose();
            await claim.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private void EnsureOpen() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
}
