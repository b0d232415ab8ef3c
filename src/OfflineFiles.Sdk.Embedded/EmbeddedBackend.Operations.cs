using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Embedded.Engine;

namespace OfflineFiles.Sdk.Embedded;

public sealed partial class EmbeddedBackend
{
    /// <inheritdoc/>
    public override Task<OperationReport> PinAsync(
        IReadOnlyList<UncPath> paths, PinOptions options, IProgress<OperationProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(OfflineFilesOperation.Pin, paths, progress, new PinOperation(_engine, options).RunAsync, cancellationToken);

    /// <inheritdoc/>
    protected override string WhyNotSupported(BackendCapabilities capability) => capability switch
    {
        BackendCapabilities.SuspendRoot => "Suspended trees are not kept apart yet. Take the share offline instead.",
        BackendCapabilities.RenameItem => "It applies a rename at the next restart, and the cache has no restart. Rename the item on the share and synchronise.",
        BackendCapabilities.RenameItemEx => "Rows cannot be given another path without the share yet. Rename the item on the share, or with Files.MoveAsync.",
        BackendCapabilities.Encrypt => "Cached content is kept as it is. Put the cache directory on an encrypted volume.",
        BackendCapabilities.Enable => "The cache runs while it is open. Dispose it to stop it.",
        _ => base.WhyNotSupported(capability),
    };

    private async Task<OperationReport> RunAsync(
        OfflineFilesOperation operation,
        IReadOnlyList<UncPath> paths,
        IProgress<OperationProgress>? progress,
        Func<OperationLog, IReadOnlyList<(Scope Scope, UncPath Path)>, CancellationToken, Task> work,
        CancellationToken cancellationToken)
    {
        EnsureOpen();
        var targets = _engine.Scopes.FindAll(paths);
        return await OperationLog.RunAsync(
            operation,
            progress,
            _options.TimeProvider,
            async log =>
            {
                using var entered = await _engine.Operations.EnterAsync(cancellationToken).ConfigureAwait(false);
                await work(log, targets, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }
}
