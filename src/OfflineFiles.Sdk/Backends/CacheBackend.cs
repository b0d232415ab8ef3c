namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// The base class for a backend. A derived class implements the three methods that read and the three properties that describe it; every
/// operation that it does not override throws <see cref="OperationNotSupportedException"/> with the reason of <see cref="WhyNotSupported"/>.
/// </summary>
public abstract partial class CacheBackend : ICacheBackend
{
    /// <inheritdoc/>
    public abstract BackendDescription Description { get; }

    /// <inheritdoc/>
    public abstract BackendCapabilities Capabilities { get; }

    /// <inheritdoc/>
    public abstract PushdownProfile Pushdown { get; }

    /// <inheritdoc/>
    public virtual IObservable<CacheChange> Changes => throw Refusal(BackendCapabilities.Changes);

    /// <inheritdoc/>
    public virtual ICacheFiles Files => throw Refusal(BackendCapabilities.Files);

    /// <inheritdoc/>
    public virtual ICacheConfiguration Configuration => throw Refusal(BackendCapabilities.Configuration);

    /// <inheritdoc/>
    public abstract IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// Queries over items and over the cache are answered through the three methods that read; the association is computed from the items if
    /// the backend has <see cref="BackendCapabilities.Associations"/>. Other queries go to <see cref="QueryServerAsync"/>; if there is no
    /// server, definitions of the Offline Files classes come from the table of the library. A query that cannot be answered is refused here,
    /// before the first row is asked for.
    /// </remarks>
    public virtual IAsyncEnumerable<WqlRow> QueryRowsAsync(WqlQuery query, CancellationToken cancellationToken) =>
        new RowsLeftToCache(this, Guard.NotNull(query));

    /// <inheritdoc/>
    public abstract ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public abstract Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    public virtual Task<OperationReport> SynchronizeAsync(
        IReadOnlyList<UncPath> paths, SyncOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.Synchronize);

    /// <inheritdoc/>
    public virtual Task<OperationReport> PinAsync(
        IReadOnlyList<UncPath> paths, PinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.Pin);

    /// <inheritdoc/>
    public virtual Task<OperationReport> UnpinAsync(
        IReadOnlyList<UncPath> paths, UnpinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.Unpin);

    /// <inheritdoc/>
    public virtual Task<OperationReport> DeleteItemsAsync(
        IReadOnlyList<UncPath> paths, DeleteOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.DeleteItems);

    /// <inheritdoc/>
    public virtual Task<OperationReport> RenameItemAsync(
        UncPath originalPath, UncPath newPath, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.RenameItem);

    /// <inheritdoc/>
    public virtual Task<OperationReport> RenameItemExAsync(
        UncPath originalPath, UncPath newPath, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.RenameItemEx);

    /// <inheritdoc/>
    public virtual Task<OperationReport> EncryptAsync(
        bool encrypt, EncryptionControlFlags flags, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.Encrypt);

    /// <inheritdoc/>
    public virtual Task<OperationReport> SuspendRootAsync(
        UncPath path, bool suspend, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.SuspendRoot);

    /// <inheritdoc/>
    public virtual Task<OperationReport> TransitionOnlineAsync(
        UncPath path, TransitionFlags flags, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.TransitionOnline);

    /// <inheritdoc/>
    public virtual Task<OperationReport> TransitionOfflineAsync(
        UncPath path, OfflineTransitionOptions options, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.TransitionOffline);

    /// <inheritdoc/>
    public virtual Task<OperationReport> EnableAsync(
        bool enable, CancellationToken cancellationToken) =>
        Refuse(BackendCapabilities.Enable);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Returns the reason why the backend does not support a capability, as a whole sentence, with an alternative if there is one.</summary>
    /// <param name="capability">The capability, one flag.</param>
    protected virtual string WhyNotSupported(BackendCapabilities capability) => "It has not been built to.";

    /// <summary>
    /// Passes a query to the server behind the backend: a query over another class of its namespace, over its schema, or along associations
    /// of other classes.
    /// </summary>
    /// <param name="query">The query; never one over items, the cache or their association.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    /// <returns>The rows, lazily; null if there is no server. Default: null.</returns>
    protected internal virtual IAsyncEnumerable<WqlRow>? QueryServerAsync(WqlQuery query, CancellationToken cancellationToken) => null;

    internal void Require(BackendCapabilities capability)
    {
        if (!Capabilities.HasFlag(capability)) throw Refusal(capability);
    }

    internal OperationNotSupportedException Refusal(BackendCapabilities capability) =>
        new(capability.ToString(), Description.Name, WhyNotSupported(capability));

    private Task<OperationReport> Refuse(BackendCapabilities capability) => Task.FromException<OperationReport>(Refusal(capability));
}
