using OfflineFiles.Sdk.Embedded.Files;
using OfflineFiles.Sdk.Embedded.Operations;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Sync.Apply;

namespace OfflineFiles.Sdk.Embedded;

public sealed partial class EmbeddedBackend
{
    /// <inheritdoc/>
    public override Task<OperationReport> PinAsync(
        IReadOnlyList<UncPath> paths, PinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(OfflineFilesOperation.Pin, paths, progress, new PinOperation(_engine, options).RunAsync, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="OperationNotSupportedException"><see cref="SyncOptions.ConflictPolicy"/> is not <see cref="SyncConflictPolicy.Log"/>.</exception>
    public override Task<OperationReport> SynchronizeAsync(
        IReadOnlyList<UncPath> paths, SyncOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return WhyPolicyNotSupported(options.ConflictPolicy) is { } reason
            ? Task.FromException<OperationReport>(
                new OperationNotSupportedException($"the conflict policy {options.ConflictPolicy}", Description.Name, reason))
            : RunAsync(OfflineFilesOperation.Synchronize, paths, progress, new SyncRun(_engine, options).RunAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<OperationReport> UnpinAsync(
        IReadOnlyList<UncPath> paths, UnpinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(OfflineFilesOperation.Unpin, paths, progress, new UnpinOperation(_engine, options).RunAsync, cancellationToken);

    /// <inheritdoc/>
    public override Task<OperationReport> DeleteItemsAsync(
        IReadOnlyList<UncPath> paths, DeleteOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(OfflineFilesOperation.DeleteItems, paths, progress, new DeleteOperation(_engine, options).RunAsync, cancellationToken);

    /// <inheritdoc/>
    public override Task<OperationReport> TransitionOnlineAsync(UncPath path, TransitionFlags flags, CancellationToken cancellationToken) =>
        RunAsync(OfflineFilesOperation.TransitionOnline, [path], null, new TransitionOperation(_engine).OnlineAsync, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Open files never block the transition: a reader keeps the version that it opened. Force has no effect.</remarks>
    public override async Task<OperationReport> TransitionOfflineAsync(
        UncPath path, OfflineTransitionOptions options, CancellationToken cancellationToken) =>
        await RunAsync(OfflineFilesOperation.TransitionOffline, [path], null, new TransitionOperation(_engine).OfflineAsync, cancellationToken)
            .ConfigureAwait(false) with
        {
            BlockedByOpenFiles = false,
        };

    /// <summary>
    /// Accepts the directory that stands behind a share now, although it is another one than before: the volume was exchanged, or was restored from a backup.
    /// Nothing is deleted or transferred. Every change that waits here still waits, and the next synchronisation compares both sides by content.
    /// </summary>
    /// <remarks>
    /// Until this is called, a share whose directory is another one is offline (<see cref="OfflineReason.NetDisconnected"/>). A share that was taken offline on
    /// purpose stays offline. What the new directory lacks counts as deleted there, within the limit of <see cref="AllowMassDeletionAsync"/>.
    /// </remarks>
    /// <param name="share">The path of the share, <c>\\server\share</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="UnknownShareException">The share is neither mapped nor in the cache.</exception>
    /// <exception cref="ItemNotFoundException">Nothing of the share is in the cache.</exception>
    /// <exception cref="ShareUnavailableException">There is no directory that can be used.</exception>
    public Task ReattachAsync(UncPath share, CancellationToken cancellationToken = default) =>
        OnShareAsync("Reattach", share, _engine.Guard.ReattachAsync, cancellationToken);

    /// <summary>
    /// Allows the next synchronisation of a share, and only that one, to carry out deletions of more than half of its known files. Without it such deletions
    /// wait, in either direction, and the report says how many and which.
    /// </summary>
    /// <param name="share">The path of the share, <c>\\server\share</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation before it takes effect.</param>
    /// <exception cref="UnknownShareException">The share is neither mapped nor in the cache.</exception>
    /// <exception cref="ItemNotFoundException">Nothing of the share is in the cache.</exception>
    public Task AllowMassDeletionAsync(UncPath share, CancellationToken cancellationToken = default) =>
        OnShareAsync("AllowMassDeletion", share, (scope, _) => _engine.Guard.AllowMassDeletionAsync(scope), cancellationToken);

    /// <inheritdoc/>
    protected override string WhyNotSupported(BackendCapabilities capability) => capability switch
    {
        BackendCapabilities.SuspendRoot => "Suspended trees are not kept apart yet. Take the share offline instead.",
        BackendCapabilities.RenameItem => "It applies a rename at the next restart, and the cache has no restart. Rename the item on the share and synchronise.",
        BackendCapabilities.RenameItemEx => "Rows cannot be given another path without the share yet. Rename the item on the share, or with Files.MoveAsync.",
        BackendCapabilities.Encrypt => "Cached content is kept as it is. Put the cache directory on an encrypted volume.",
        BackendCapabilities.Enable => "The cache runs while it is open. Dispose it to stop it.",
        BackendCapabilities.Configuration => "Its settings are the options it is opened with. Open it with others.",
        _ => base.WhyNotSupported(capability),
    };

    /// <inheritdoc/>
    protected override string? WhyPolicyNotSupported(SyncConflictPolicy policy) => policy == SyncConflictPolicy.Log
        ? null
        : "Conflicts are recorded and both versions are kept. Use SyncConflictPolicy.Log, then settle each conflict on one side and synchronise again.";

    /// <summary>Does something with a whole share that is in the cache, while no operation runs.</summary>
    private Task<bool> OnShareAsync(
        string operation, UncPath share, Func<ShareScope, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(share);
        EnsureOpen();
        if (_engine.Store.IsReadOnly) throw ReadOnlyFiles.Refusal(operation);
        return _engine.Door.RunAsync(
            operation,
            share,
            async token =>
            {
                var scope = _engine.Scopes.Find(share);
                if (share != scope.Root)
                    throw new OfflineFilesException($"'{share}' was given as a share, but it lies in one. Name the share, '{scope.Root}'.");
                if (scope.Row is null) throw ItemOutcomes.NotInCache(share);
                using var entered = await _engine.Operations.EnterAsync(token).ConfigureAwait(false);
                await work(scope, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }

    private async Task<OperationReport> RunAsync(
        OfflineFilesOperation operation,
        IReadOnlyList<UncPath> paths,
        IProgress<OperationProgress>? progress,
        Func<OperationLog, IReadOnlyList<(ShareScope Scope, UncPath Path)>, CancellationToken, Task> work,
        CancellationToken cancellationToken)
    {
        EnsureOpen();
        if (_engine.Store.IsReadOnly) throw ReadOnlyFiles.Refusal(operation.ToString());
        return await _engine.Door.RunAsync(
            operation.ToString(),
            null,
            token =>
            {
                var targets = _engine.Scopes.FindAll(paths, bringsIn: operation == OfflineFilesOperation.Pin, out var unknown);
                return OperationLog.RunAsync(
                    operation,
                    targets.Select(target => target.Path),
                    progress,
                    _options.TimeProvider,
                    async log =>
                    {
                        foreach (var error in unknown) await log.ItemAsync(ItemOutcomes.Failed(error, operation, error.Path)).ConfigureAwait(false);
                        using var entered = await _engine.Operations.EnterAsync(token).ConfigureAwait(false);
                        // Nothing is deleted, here or on a share, before the rows are known to be whole.
                        if (operation is OfflineFilesOperation.Synchronize or OfflineFilesOperation.DeleteItems) await _engine.Store.WhenCheckedAsync(token).ConfigureAwait(false);
                        await using var walks = new ShareWalks(targets.Select(target => target.Scope)).ConfigureAwait(false);
                        await work(log, targets, token).ConfigureAwait(false);
                    },
                    token,
                    cancellationToken);
            },
            cancellationToken).ConfigureAwait(false);
    }
}
