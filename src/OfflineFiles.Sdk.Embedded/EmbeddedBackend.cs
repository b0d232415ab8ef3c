using System.Runtime.Serialization;
using OfflineFiles.Sdk.Embedded.Changes;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Files;
using OfflineFiles.Sdk.Embedded.Options;
using OfflineFiles.Sdk.Embedded.Queries;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded;

/// <summary>
/// Keeps a real offline cache of real directories, on any operating system: items and their states in SQLite, content in files beside it.
/// It answers every query that WQL can express and carries out the operations itself. All members are safe to use from several threads.
/// </summary>
/// <remarks>
/// <para>
/// What was committed survives a crash of the process or the machine: a file holds its old or its new version, whole, and a change that
/// was made offline stays recorded until the share has it.
/// </para>
/// <para>
/// The flags LowPriority, AsyncProgress, Interactive, Console, Background and PinLinkTargets of the operations have no effect: nothing waits
/// for a window or in a background queue, and a shortcut is a file like any other. <see cref="DeleteFlags.Admin"/> has no effect either:
/// the cache has one user.
/// </para>
/// <para>
/// Each subscriber to <see cref="Changes"/> is called on a thread of its own, one call at a time. Changes that it has not taken yet are
/// queued without a limit. A subscriber that throws gets no more changes; its exception goes to <see cref="EmbeddedBackendOptions.Logger"/>.
/// </para>
/// </remarks>
public sealed partial class EmbeddedBackend : CacheBackend, ISynchronousQueryBackend, IPagedQueryBackend, INonBlockingBackend, IDisposable
{
    private readonly EmbeddedBackendOptions _options;
    private readonly FileStream _claim;
    private readonly CacheEngine _engine;
    private readonly ItemQueries _queries;
    private readonly EmbeddedFiles _files;
    private int _disposed;

    private EmbeddedBackend(EmbeddedBackendOptions options, FileStream claim, CacheEngine engine)
    {
        _options = options;
        _claim = claim;
        _engine = engine;
        _queries = new ItemQueries(engine.Store);
        _files = new EmbeddedFiles(engine, EnsureOpen);
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
    [JsonIgnore, IgnoreDataMember]
    public override IObservable<CacheChange> Changes
    {
        get
        {
            EnsureOpen();
            return _engine.Changes;
        }
    }

    /// <inheritdoc/>
    [JsonIgnore, IgnoreDataMember]
    public override ICacheFiles Files
    {
        get
        {
            EnsureOpen();
            return _files;
        }
    }

    /// <summary>Opens a cache. Creates it if its directory holds no cache, and cleans up what a crash left.</summary>
    /// <param name="options">The directories of the cache and of its shares.</param>
    /// <param name="cancellationToken">A token to cancel the operation; nothing stays open then.</param>
    /// <returns>The open backend. Dispose it so that the cache can be opened again.</returns>
    /// <exception cref="InvalidOptionsException">
    /// A mapping names no share or no directory, two mappings name the same share, or the cache and a share lie in one another. The exception tells all faults.
    /// </exception>
    /// <exception cref="CacheOpenException">A directory is missing, the cache is open already, or its database cannot be used.</exception>
    public static Task<EmbeddedBackend> OpenAsync(EmbeddedBackendOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return OpenAsync(options, new EngineSeams(), cancellationToken);
    }

    internal static Task<EmbeddedBackend> OpenAsync(EmbeddedBackendOptions options, EngineSeams seams, CancellationToken cancellationToken)
    {
        var own = options.Copy();
        return Task.Run(() => OpenCoreAsync(own, seams, cancellationToken), cancellationToken);
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
    /// <remarks>The look-up runs on the calling thread, because it reads one row of a local database.</remarks>
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
        Close();
    }

    /// <summary>Closes the cache. Waits on the calling thread for the write that is at work, and for nothing else.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        _engine.Changes.Complete();
        _engine.Store.Quiesce();
        Close();
    }

    private static async Task<EmbeddedBackend> OpenCoreAsync(
        EmbeddedBackendOptions options, EngineSeams seams, CancellationToken cancellationToken)
    {
        EmbeddedBackendOptionsValidator.Validate(options);
        Directory.CreateDirectory(options.CacheDirectory);
        var claim = DirectoryClaim.Take(options.CacheDirectory);
        CacheStore? store = null;
        try
        {
            store = CacheStore.Open(options.CacheDirectory);
            var content = new ContentStore(options.CacheDirectory);
            var instance = await CacheStartup.InstanceAsync(store, cancellationToken).ConfigureAwait(false);
            var scopes = new ScopeMap(store, options.Shares.Select(
                mapping => seams.Share?.Invoke(mapping, instance) ?? new DirectoryShare(mapping.Share, mapping.Directory, instance)));
            var changes = new CacheChangeHub(options.TimeProvider, options.Logger);
            var engine = new CacheEngine(store, content, scopes, changes, options.TimeProvider);
            await new CacheStartup(engine).RunAsync(cancellationToken).ConfigureAwait(false);
            var collector = new BlobCollector(store, content, options.Logger);
            content.Offered = collector.Offer;
            store.Committed = transaction =>
            {
                foreach (var id in transaction.LeftBlobs()) collector.Offer(id);
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

    private void Close()
    {
        _engine.Store.Dispose();
        _engine.Dispose();
        _claim.Dispose();
    }

    private void EnsureOpen() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
}
