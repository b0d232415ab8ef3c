using System.Runtime.CompilerServices;
using System.Runtime.Serialization;
using Microsoft.Win32.SafeHandles;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Files;
using OfflineFiles.Sdk.Embedded.Queries;

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
    private readonly SafeFileHandle? _claim;
    private readonly CacheEngine _engine;
    private readonly BlobCollector? _collector;
    private readonly ItemQueries _queries;
    private readonly ICacheFiles _files;
    private readonly AccessTimes _accesses;

    private EmbeddedBackend(EmbeddedBackendOptions options, CacheEngine engine, SafeFileHandle? claim, BlobCollector? collector)
    {
        _options = options;
        _claim = claim;
        _engine = engine;
        _collector = collector;
        _queries = new ItemQueries(engine.Store);
        _accesses = new AccessTimes(engine);
        _files = engine.Store.IsReadOnly ? new ReadOnlyFiles(engine) : new EmbeddedFiles(engine, _accesses);
        Description = new BackendDescription("Embedded", options.CacheDirectory);
    }

    /// <inheritdoc/>
    public override BackendDescription Description { get; }

    /// <inheritdoc/>
    /// <remarks>Of a cache that was opened with <see cref="CacheOpenMode.ReadOnly"/>: what reads.</remarks>
    public override BackendCapabilities Capabilities => _engine.Store.IsReadOnly
        ? BackendCapabilities.Changes | BackendCapabilities.Files | BackendCapabilities.SynchronousQueries | BackendCapabilities.Associations
        : BackendCapabilities.Synchronize | BackendCapabilities.Pin | BackendCapabilities.Unpin | BackendCapabilities.DeleteItems
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

    /// <summary>
    /// Where the content of the cache went when its database was found to be lost, at this opening; null if it was not. It says so in
    /// <see cref="EmbeddedBackendOptions.Logger"/> too.
    /// </summary>
    public RescuedContent? Rescued { get; private init; }

    /// <summary>Opens a cache. Creates it if its directory holds no cache, and cleans up what a crash left.</summary>
    /// <param name="options">The directories of the cache and of its shares.</param>
    /// <param name="cancellationToken">A token to cancel the operation; nothing stays open then.</param>
    /// <returns>The open backend. Dispose it so that the cache can be opened again.</returns>
    /// <exception cref="InvalidOptionsException">
    /// A mapping names no share or no directory, two mappings name the same share, or the cache and a share lie in one another. The exception tells all faults.
    /// </exception>
    /// <exception cref="CacheOpenException">
    /// A directory is missing, the cache is open already, or its database cannot be used. A directory of a share that is missing is no error: the share is
    /// offline until it is there.
    /// </exception>
    /// <remarks>
    /// <para>
    /// If the database is missing, empty or not one of this library while the directory holds cached content, the content is moved to a rescue folder and
    /// the cache begins anew, see <see cref="Rescued"/>. A damaged database is refused, or set aside in the same way if
    /// <see cref="EmbeddedBackendOptions.SetsDamagedDatabaseAside"/> is true.
    /// </para>
    /// <para>
    /// A database of up to 16 MiB is checked before the cache is open. Of a larger one, the header, the length and the schema are; the rest is checked while
    /// the cache is in use already, and until that is done nothing is deleted: synchronisations and deletions wait. If that check fails, or the one that
    /// follows a crash, reading goes on, and everything that writes is refused with <see cref="OfflineFilesBackendException"/>. The next opening refuses
    /// the database.
    /// </para>
    /// </remarks>
    public static Task<EmbeddedBackend> OpenAsync(EmbeddedBackendOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return OpenAsync(options, new EngineSeams(), cancellationToken);
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken)
    {
        EnsureOpen();
        return WhenSettled(token => _queries.RunAsync(query, null, token), cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, int pageSize, CancellationToken cancellationToken)
    {
        EnsureOpen();
        return WhenSettled(token => _queries.RunAsync(query, pageSize, token), cancellationToken);
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
        EnsureSettled();
        return _queries.Run(query, CancellationToken.None);
    }

    /// <inheritdoc/>
    /// <remarks>The look-up runs on the calling thread, because it reads one row of a local database.</remarks>
    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken)
    {
        EnsureOpen();
        return _accesses.IsSettled ? _queries.FindAsync(path, cancellationToken) : WhenSettledAsync(() => _queries.FindAsync(path, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public OfflineFilesItem? FindItem(UncPath path)
    {
        EnsureSettled();
        return _queries.Find(path);
    }

    /// <inheritdoc/>
    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken)
    {
        EnsureOpen();
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new OfflineFilesCacheState { Enabled = true, Active = !_engine.Store.IsReadOnly, Location = _options.CacheDirectory });
    }

    /// <summary>
    /// Closes the cache. Operations and file calls that are at work are cancelled, and it waits until they have let go: an operation ends with
    /// <see cref="OperationCancelledException"/>, whose report says what was done, a file call with <see cref="ObjectDisposedException"/>. Called from
    /// inside of one, by a progress callback for example, it does not wait: the cache is closed when that one ends.
    /// </summary>
    public override async ValueTask DisposeAsync() => await _engine.Door.CloseAsync(Close).ConfigureAwait(false);

    /// <summary>As <see cref="DisposeAsync"/>, and waits on the calling thread.</summary>
    public void Dispose() => _engine.Door.Close(Close);

    private void Close()
    {
        _engine.Changes.Complete();
        _accesses.Settle();
        _engine.Store.StopCheck();
        _collector?.Close();
        _engine.Store.Dispose();
        _collector?.Dispose();
        _engine.Dispose();
        _claim?.Dispose();
    }

    /// <summary>What was noted of items and not written yet is written before they are looked at: here for calls that are synchronous.</summary>
    private void EnsureSettled()
    {
        EnsureOpen();
        _accesses.Settle();
    }

    private IAsyncEnumerable<OfflineFilesItem> WhenSettled(
        Func<CancellationToken, IAsyncEnumerable<OfflineFilesItem>> query, CancellationToken cancellationToken)
    {
        return _accesses.IsSettled ? query(cancellationToken) : RunAsync(cancellationToken);

        async IAsyncEnumerable<OfflineFilesItem> RunAsync([EnumeratorCancellation] CancellationToken token)
        {
            await _accesses.SettleAsync(token).ConfigureAwait(false);
            await foreach (var item in query(token).ConfigureAwait(false)) yield return item;
        }
    }

    private async ValueTask<T> WhenSettledAsync<T>(Func<ValueTask<T>> question, CancellationToken cancellationToken)
    {
        await _accesses.SettleAsync(cancellationToken).ConfigureAwait(false);
        return await question().ConfigureAwait(false);
    }

    private void EnsureOpen() => _engine.Door.EnsureOpen();
}
