namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// The source of a cache: the contract between <see cref="OfflineFilesCache"/> and the backend that holds the items. Derive from
/// <see cref="CacheBackend"/> rather than implement this interface: it leaves seven members to write, shows how, and refuses with the right error
/// whatever is not overridden.
/// </summary>
/// <remarks>
/// <para>Every backend follows these rules:</para>
/// <list type="bullet">
/// <item>All members may be called from several threads at once. After disposal each throws <see cref="ObjectDisposedException"/>.</item>
/// <item>Arguments have been checked by <see cref="OfflineFilesCache"/>: no nulls, no invalid flags, at least one path and no path twice; for an
/// operation on everything below a path, no path below another. The cache also completes the report and holds off a progress handler that
/// throws, which the backend sees as a cancellation.</item>
/// <item>A token is honoured promptly. A query then throws <see cref="OperationCanceledException"/> with the caller's token, an
/// operation <see cref="OperationCancelledException"/> with the report of what was done. A query that does not end soon after its token is left
/// behind: its caller is told, and its stream is disposed when the call that still runs returns. An operation is never left behind, because nobody
/// could then say what it did.</item>
/// <item>A query is called on the thread of its caller only if it has no token that can be cancelled and no deadline, or if the backend is an
/// <see cref="INonBlockingBackend"/>; otherwise on threads of the pool, one call after the other. An <see cref="ISynchronousQueryBackend"/> is called
/// on a thread of its own if there is a deadline.</item>
/// <item>A cancellation that a backend throws although nobody has cancelled the query is an error like any other: the caller gets it as it is.</item>
/// <item>A backend that can close on the calling thread also implements <see cref="IDisposable"/>. <see cref="OfflineFilesCache.Dispose"/> calls it, and
/// waits for <see cref="IAsyncDisposable.DisposeAsync"/> of any other backend, on a thread of the pool.</item>
/// <item>Streams that run when the backend is disposed end with <see cref="ObjectDisposedException"/>. A closed cache ends its queries itself.</item>
/// <item>Strings compare ordinally, ignoring case; NULL follows WQL: a comparison with NULL is not true. A backend that differs
/// says so through its <see cref="Pushdown"/>.</item>
/// <item>Errors derive from <see cref="OfflineFilesException"/>; the error of the layer below can be read from them.</item>
/// <item>An item that fails does not stop an operation: it is an outcome in the report. What cannot start at all throws before any effect.</item>
/// <item>Progress, observers and other callbacks of the caller are never called while a lock is held.</item>
/// </list>
/// </remarks>
public interface ICacheBackend : IAsyncDisposable
{
    /// <summary>The kind of the backend and what it looks at.</summary>
    BackendDescription Description { get; }

    /// <summary>The operations that the backend supports beyond queries.</summary>
    BackendCapabilities Capabilities { get; }

    /// <summary>The profile of the WQL that the backend answers correctly.</summary>
    PushdownProfile Pushdown { get; }

    /// <summary>The changes in the cache. Hot: a subscriber gets the changes committed after it subscribed, each once and in order.</summary>
    /// <remarks>
    /// Rows that a query reads after a change was delivered include that change. A backend that cannot keep up, or a subscriber that does not, gets a
    /// <see cref="CacheChangeKind.Gap"/>: no change is lost silently. The stream completes when the backend is disposed. A
    /// <see cref="CacheChangeHub"/> implements such a stream.
    /// </remarks>
    /// <exception cref="OperationNotSupportedException">The backend does not report changes.</exception>
    IObservable<CacheChange> Changes { get; }

    /// <summary>The operations that read and write files through the cache.</summary>
    /// <exception cref="OperationNotSupportedException">The backend does not give access to files.</exception>
    ICacheFiles Files { get; }

    /// <summary>The operations that read and write the settings.</summary>
    /// <exception cref="OperationNotSupportedException">The backend does not give access to settings.</exception>
    ICacheConfiguration Configuration { get; }

    /// <summary>Answers a query over <c>Win32_OfflineFilesItem</c> with a stream of rows, in no particular order.</summary>
    /// <param name="query">
    /// The query, with only predicates that <see cref="Pushdown"/> allows; <see cref="WqlCompiler"/> evaluates them over
    /// <see cref="ItemProperties"/>. A select list names members of the class, or members of an embedded object with a dot, which selects the whole
    /// object; empty means all. Rows must hold the listed members (and the key: <see cref="ItemProperties.MembersOf(WqlSelectQuery)"/>) and say so
    /// in <see cref="OfflineFilesItem.LoadedMembers"/>; holding more is allowed.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the enumeration, at the source too if possible.</param>
    /// <returns>The rows. Nothing happens before the first row is asked for; disposing the enumerator releases all resources.</returns>
    IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken);

    /// <summary>Answers any query of WQL with a stream of rows, in no particular order.</summary>
    /// <param name="query">
    /// Any query, whatever <see cref="Pushdown"/> says: the backend splits it itself. NULL is that of WQL. A backend answers queries over
    /// <c>Win32_OfflineFilesItem</c> and <c>Win32_OfflineFilesCache</c>, and refuses a query that it cannot answer.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the enumeration, at the source too if possible.</param>
    /// <returns>The rows. Nothing is read before the first row is asked for; disposing the enumerator releases all resources.</returns>
    /// <exception cref="OperationNotSupportedException">The backend cannot answer the query.</exception>
    /// <exception cref="QueryTranslationException">The query names a class or a property that does not exist.</exception>
    /// <exception cref="WqlEvaluationException">The predicate cannot be evaluated over the class.</exception>
    IAsyncEnumerable<WqlRow> QueryRowsAsync(WqlQuery query, CancellationToken cancellationToken);

    /// <summary>Reads one item by its key.</summary>
    /// <param name="path">The path of the item, which is its key.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The whole item; null if it is not in the cache.</returns>
    ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken);

    /// <summary>Reads the state of the cache.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken);

    /// <summary>Synchronises the cache with the server below each path.</summary>
    /// <param name="paths">The paths of the items, at least one.</param>
    /// <param name="options">The options.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    Task<OperationReport> SynchronizeAsync(
        IReadOnlyList<UncPath> paths, SyncOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Makes items always available offline.</summary>
    /// <param name="paths">The paths of the items, at least one.</param>
    /// <param name="options">The options.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    Task<OperationReport> PinAsync(
        IReadOnlyList<UncPath> paths, PinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Removes pins.</summary>
    /// <param name="paths">The paths of the items, at least one.</param>
    /// <param name="options">The options; the flags name the reasons, for <see cref="UnpinOptions.AnyReason"/> is resolved before.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    Task<OperationReport> UnpinAsync(
        IReadOnlyList<UncPath> paths, UnpinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Deletes items from the cache; the server is not touched.</summary>
    /// <param name="paths">The paths of the items, at least one.</param>
    /// <param name="options">The options.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    Task<OperationReport> DeleteItemsAsync(
        IReadOnlyList<UncPath> paths, DeleteOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Schedules a new path for an item in the cache, which takes effect at the next restart.</summary>
    /// <param name="originalPath">The current path.</param>
    /// <param name="newPath">The new path; it must not be in the cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    Task<OperationReport> RenameItemAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken);

    /// <summary>Gives an item a new path in the cache at once.</summary>
    /// <param name="originalPath">The current path.</param>
    /// <param name="newPath">The new path; it must not be in the cache.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    Task<OperationReport> RenameItemExAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken);

    /// <summary>Encrypts or decrypts the cache.</summary>
    /// <param name="encrypt">True to encrypt; false to decrypt.</param>
    /// <param name="flags">The flags.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    Task<OperationReport> EncryptAsync(
        bool encrypt, EncryptionControlFlags flags, IProgress<OperationProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Suspends a tree, or resumes it.</summary>
    /// <param name="path">The path of a share or directory in the cache.</param>
    /// <param name="suspend">True to suspend; false to resume.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    Task<OperationReport> SuspendRootAsync(UncPath path, bool suspend, CancellationToken cancellationToken);

    /// <summary>Takes the scope of an item online.</summary>
    /// <param name="path">The path of an item in the cache; its whole share is affected.</param>
    /// <param name="flags">The flags.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    Task<OperationReport> TransitionOnlineAsync(UncPath path, TransitionFlags flags, CancellationToken cancellationToken);

    /// <summary>Takes the scope of an item offline.</summary>
    /// <param name="path">The path of an item in the cache; its whole share is affected.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    Task<OperationReport> TransitionOfflineAsync(UncPath path, OfflineTransitionOptions options, CancellationToken cancellationToken);

    /// <summary>Enables or disables Offline Files.</summary>
    /// <param name="enable">True to enable; false to disable.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    Task<OperationReport> EnableAsync(bool enable, CancellationToken cancellationToken);
}
