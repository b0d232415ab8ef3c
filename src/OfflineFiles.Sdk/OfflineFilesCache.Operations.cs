using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Operations;

namespace OfflineFiles.Sdk;

/// <content>The operations: each is checked before it begins, and all are carried out in one place.</content>
public sealed partial class OfflineFilesCache
{
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
            async token => AskedPaths.Shares(await _source.ReadSharesAsync(token).ConfigureAwait(false)),
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
        return RunAsync(
            OfflineFilesOperation.Unpin,
            (options.Deep ? AskedPaths.Trees(paths) : AskedPaths.Each(paths)).With(failures),
            (backend, roots, told, token) => options.AnyReason
                ? UnpinWhateverReasonAsync(backend, roots, options, told, token)
                : backend.UnpinAsync(roots, options, told, token),
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
