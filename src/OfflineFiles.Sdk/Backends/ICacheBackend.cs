using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// Where a cache comes from: the contract between <see cref="OfflineFilesCache"/> and whoever really holds the items.
/// Derive from <see cref="CacheBackend"/> rather than implement this: it refuses, with the right error, whatever you do not override.
/// </summary>
/// <remarks>
/// <para>What every backend owes its callers:</para>
/// <list type="bullet">
/// <item>All members may be called from several threads at once. After disposal each throws <see cref="ObjectDisposedException"/>.</item>
/// <item>Arguments have been checked by <see cref="OfflineFilesCache"/>: no nulls, no flags without meaning, at least one path and none twice.</item>
/// <item>A token is honoured promptly. A query then throws <see cref="OperationCanceledException"/> with the caller's token, an
/// operation <see cref="OperationCancelledException"/> with the report of what is done.</item>
/// <item>Strings compare ordinally, ignoring case; NULL follows WQL: a comparison with NULL is not true. A backend that differs
/// says so through its <see cref="Pushdown"/>.</item>
/// <item>Errors are of the <see cref="OfflineFilesException"/> family; what the layer underneath said stays readable on them.</item>
/// <item>Single items that fail do not stop an operation: they are outcomes in its report. What cannot start at all throws before any effect.</item>
/// <item>Progress, observers and other callbacks of the caller are never called while a lock is held.</item>
/// </list>
/// </remarks>
public interface ICacheBackend : IAsyncDisposable
{
    /// <summary>What this backend is and what it looks at.</summary>
    BackendDescription Description { get; }

    /// <summary>What it can do beyond queries.</summary>
    BackendCapabilities Capabilities { get; }

    /// <summary>Which WQL it answers correctly.</summary>
    PushdownProfile Pushdown { get; }

    /// <summary>What happens in the cache. Hot: a subscriber sees what is committed after it subscribed, each change once and in order.</summary>
    /// <remarks>
    /// Rows that a query reads after a change was delivered include that change. A backend that cannot keep up delivers a
    /// <see cref="CacheChangeKind.Gap"/> rather than lose changes silently. It completes when the backend is disposed. A <see cref="CacheChangeHub"/> does that.
    /// </remarks>
    /// <exception cref="OperationNotSupportedException">The backend has no changes.</exception>
    IObservable<CacheChange> Changes { get; }

    /// <summary>Reading and writing files through the cache.</summary>
    /// <exception cref="OperationNotSupportedException">The backend has no access to files.</exception>
    ICacheFiles Files { get; }

    /// <summary>Reading and writing settings.</summary>
    /// <exception cref="OperationNotSupportedException">The backend has no settings.</exception>
    ICacheConfiguration Configuration { get; }

    /// <summary>Answers a query over <c>Win32_OfflineFilesItem</c> with a stream of rows, in no promised order.</summary>
    /// <param name="query">
    /// Only predicates that <see cref="Pushdown"/> allows. A select list names members of the class, or members of an embedded
    /// object with a dot, which asks for the whole object; empty means all. Rows must hold what is listed (and the key) and say so
    /// in <see cref="OfflineFilesItem.LoadedMembers"/>; holding more is allowed.
    /// </param>
    /// <param name="cancellationToken">Ends the stream, at the source too where that is possible.</param>
    /// <returns>Lazy: nothing happens before the first row is asked for. Disposing the enumerator releases everything.</returns>
    IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken);

    /// <summary>Answers any query of WQL with a stream of rows, in no promised order.</summary>
    /// <param name="query">
    /// Any query, whatever <see cref="Pushdown"/> says: the backend splits it itself. NULL is that of WQL. A backend answers queries over
    /// <c>Win32_OfflineFilesItem</c> and <c>Win32_OfflineFilesCache</c>, and refuses what it cannot answer.
    /// </param>
    /// <param name="cancellationToken">Ends the stream, at the source too where that is possible.</param>
    /// <returns>Lazy: nothing is read before the first row is asked for. Disposing the enumerator releases everything.</returns>
    /// <exception cref="OperationNotSupportedException">The backend cannot answer such queries.</exception>
    /// <exception cref="QueryTranslationException">The query names a class or a property that is not there.</exception>
    /// <exception cref="WqlEvaluationException">The predicate makes no sense over the class.</exception>
    IAsyncEnumerable<WqlRow> QueryRowsAsync(WqlQuery query, CancellationToken cancellationToken);

    /// <summary>Reads one item by its key.</summary>
    /// <param name="path">The key.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The whole item; null when it is not in the cache.</returns>
    ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken);

    /// <summary>Reads the state of the cache.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken);

    /// <summary>Brings cache and server together below each path.</summary>
    /// <param name="paths">At least one.</param>
    /// <param name="options">The options.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    Task<OperationReport> SynchronizeAsync(
        IReadOnlyList<UncPath> paths, SyncOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Makes items always available offline.</summary>
    /// <param name="paths">At least one.</param>
    /// <param name="options">The options.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    Task<OperationReport> PinAsync(
        IReadOnlyList<UncPath> paths, PinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Removes pins.</summary>
    /// <param name="paths">At least one.</param>
    /// <param name="options">The options.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    Task<OperationReport> UnpinAsync(
        IReadOnlyList<UncPath> paths, UnpinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Deletes items from the cache; the server is not touched.</summary>
    /// <param name="paths">At least one.</param>
    /// <param name="options">The options.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    Task<OperationReport> DeleteItemsAsync(
        IReadOnlyList<UncPath> paths, DeleteOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Asks for an item to have another path in the cache from the next restart on.</summary>
    /// <param name="originalPath">The path it has.</param>
    /// <param name="newPath">The path it shall have; must not be cached.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    Task<OperationReport> RenameItemAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken);

    /// <summary>Gives an item another path in the cache, at once.</summary>
    /// <param name="originalPath">The path it has.</param>
    /// <param name="newPath">The path it shall have; must not be cached.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    Task<OperationReport> RenameItemExAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken);

    /// <summary>Encrypts or decrypts the cache.</summary>
    /// <param name="encrypt">Encrypt, or decrypt.</param>
    /// <param name="flags">The flags.</param>
    /// <param name="progress">Receives progress; can be null.</param>
    /// <param name="cancellationToken">A token to cancel the operation between two items; finished items stay done.</param>
    Task<OperationReport> EncryptAsync(
        bool encrypt, EncryptionControlFlags flags, IProgress<OperationProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Suspends a tree, or releases it.</summary>
    /// <param name="path">A share or directory in the cache.</param>
    /// <param name="suspend">Suspend, or release.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    Task<OperationReport> SuspendRootAsync(UncPath path, bool suspend, CancellationToken cancellationToken);

    /// <summary>Takes the scope of an item online.</summary>
    /// <param name="path">An item in the cache; its whole share is affected.</param>
    /// <param name="flags">The flags.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    Task<OperationReport> TransitionOnlineAsync(UncPath path, TransitionFlags flags, CancellationToken cancellationToken);

    /// <summary>Takes the scope of an item offline.</summary>
    /// <param name="path">An item in the cache; its whole share is affected.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    Task<OperationReport> TransitionOfflineAsync(UncPath path, OfflineTransitionOptions options, CancellationToken cancellationToken);

    /// <summary>Enables or disables Offline Files.</summary>
    /// <param name="enable">Enable, or disable.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    Task<OperationReport> EnableAsync(bool enable, CancellationToken cancellationToken);
}
