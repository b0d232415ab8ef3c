using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.WhatIf;
using OfflineFiles.Sdk.WhatIf.Rules;

namespace OfflineFiles.Sdk;

/// <content>Unpinning whatever the reason: backends remove the reasons that they are given, so those that are set are read first.</content>
public sealed partial class OfflineFilesCache
{
    private async Task<OperationReport> UnpinWhateverReasonAsync(
        ICacheBackend backend,
        IReadOnlyList<UncPath> paths,
        UnpinOptions options,
        IProgress<OperationProgress>? progress,
        CancellationToken cancellationToken)
    {
        var pins = new PinsFound(options.Deep);
        try
        {
            await PreviewRun.OverPathsAsync(_source, paths, pins, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nothing has been asked of the backend but to read.
            throw new OperationCancelledException(new OperationReport { Operation = OfflineFilesOperation.Unpin, Outcomes = [] }, cancellationToken);
        }

        var found = options with { AnyReason = false, Flags = pins.Replace(options.Flags) };
        return pins.Explain(await backend.UnpinAsync(paths, found, progress, cancellationToken).ConfigureAwait(false));
    }
}
