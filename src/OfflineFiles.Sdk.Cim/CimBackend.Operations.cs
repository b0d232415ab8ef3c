using OfflineFiles.Sdk.Cim.Calls;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim;

/// <content>The eleven operations.</content>
public sealed partial class CimBackend
{
    private const string OpenFilesBlocked = "Files that are not cached are open. Close them, or use Force.";

    /// <inheritdoc/>
    public override async Task<OperationReport> SynchronizeAsync(
        IReadOnlyList<UncPath> paths, SyncOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        await ForEachAsync(OfflineFilesOperation.Synchronize, paths, part => CacheMethods.Synchronize(part, options), progress, cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<OperationReport> PinAsync(
        IReadOnlyList<UncPath> paths, PinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        await ForEachAsync(OfflineFilesOperation.Pin, paths, part => CacheMethods.Pin(part, options), progress, cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<OperationReport> UnpinAsync(
        IReadOnlyList<UncPath> paths, UnpinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        await ForEachAsync(OfflineFilesOperation.Unpin, paths, part => CacheMethods.Unpin(part, options), progress, cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<OperationReport> DeleteItemsAsync(
        IReadOnlyList<UncPath> paths, DeleteOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        await ForEachAsync(OfflineFilesOperation.DeleteItems, paths, part => CacheMethods.DeleteItems(part, options), progress, cancellationToken)
            .ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<OperationReport> RenameItemAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken) =>
        await OnceAsync(
            OfflineFilesOperation.RenameItem, originalPath, CacheMethods.RenameItem(originalPath, newPath),
            // The method has no out parameter for it, but what it asks for happens at the next restart.
            (run, _) => Done(run, originalPath, restartRequired: true), null, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<OperationReport> RenameItemExAsync(UncPath originalPath, UncPath newPath, CancellationToken cancellationToken) =>
        await OnceAsync(
            OfflineFilesOperation.RenameItemEx, originalPath, CacheMethods.RenameItemEx(originalPath, newPath),
            (run, _) => Done(run, originalPath), null, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<OperationReport> EncryptAsync(
        bool encrypt, EncryptionControlFlags flags, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        await OnceAsync(
            OfflineFilesOperation.Encrypt, null, CacheMethods.Encrypt(encrypt, flags),
            (run, _) => run.End(NativeCodes.Success), progress, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<OperationReport> SuspendRootAsync(UncPath path, bool suspend, CancellationToken cancellationToken) =>
        await OnceAsync(
            OfflineFilesOperation.SuspendRoot, path, CacheMethods.SuspendRoot(path, suspend),
            (run, _) => Done(run, path), null, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<OperationReport> TransitionOnlineAsync(UncPath path, TransitionFlags flags, CancellationToken cancellationToken) =>
        await OnceAsync(
            OfflineFilesOperation.TransitionOnline, path, CacheMethods.TransitionOnline(path, flags),
            (run, _) => Done(run, path), null, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<OperationReport> TransitionOfflineAsync(
        UncPath path, OfflineTransitionOptions options, CancellationToken cancellationToken) =>
        await OnceAsync(
            OfflineFilesOperation.TransitionOffline, path, CacheMethods.TransitionOffline(path, options),
            (run, values) =>
            {
                // Success with open files means that nothing happened. With Force the value means nothing.
                var blocked = options.Force ? false : Truth(OfflineFilesOperation.TransitionOffline, path, values, "OpenFiles");
                if (blocked == true) run.Skip(path, OpenFilesBlocked);
                return Done(run, path, blockedByOpenFiles: blocked);
            },
            null, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<OperationReport> EnableAsync(bool enable, CancellationToken cancellationToken) =>
        await OnceAsync(
            OfflineFilesOperation.Enable, null, CacheMethods.Enable(enable),
            (run, values) => run.End(NativeCodes.Success, restartRequired: Truth(OfflineFilesOperation.Enable, null, values, "RebootRequired")),
            null, cancellationToken).ConfigureAwait(false);

    private Task<OperationReport> ForEachAsync(
        OfflineFilesOperation operation, IReadOnlyList<UncPath> paths, Func<IReadOnlyList<UncPath>, CimMethodCall> method,
        IProgress<OperationProgress>? progress, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return _caller.ForEachAsync(operation, paths, method, progress, cancellationToken);
    }

    private async Task<OperationReport> OnceAsync(
        OfflineFilesOperation operation, UncPath? path, CimMethodCall call, Func<OperationRun, CimRow, OperationReport> finish,
        IProgress<OperationProgress>? progress, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        await _probe.RequireAsync(operation, cancellationToken).ConfigureAwait(false);
        return await _caller.OnceAsync(operation, path, call, finish, progress, cancellationToken).ConfigureAwait(false);
    }

    private static OperationReport Done(OperationRun run, UncPath path, bool? restartRequired = null, bool? blockedByOpenFiles = null)
    {
        run.Settle([path], NativeCodes.Success);
        return run.End(NativeCodes.Success, restartRequired, blockedByOpenFiles);
    }

    // An out parameter may be missing (observed provider behaviour): then the report does not tell.
    private static bool? Truth(OfflineFilesOperation operation, UncPath? path, CimRow values, string name) => values[name] switch
    {
        null or "" => null,
        var value when CimValue.TryBoolean(value, out var truth) => truth,
        var value => throw CimErrors.UnreadableResult(operation, path, name, value),
    };
}
