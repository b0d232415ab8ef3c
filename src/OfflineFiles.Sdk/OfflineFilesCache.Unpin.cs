using OfflineFiles.Sdk.WhatIf;
using OfflineFiles.Sdk.WhatIf.Rules;

namespace OfflineFiles.Sdk;

/// <content>Unpinning whatever the reason: backends remove the reasons that they are given, so those that are set are read first.</content>
public sealed partial class OfflineFilesCache
{
    private async Task<OperationReport> UnpinWhateverReasonAsync(
        IReadOnlyList<UncPath> paths,
        IReadOnlyList<ItemOutcome> failures,
        UnpinOptions options,
        IProgress<OperationProgress>? progress,
        CancellationToken cancellationToken)
    {
        var pins = new PinsFound(options.Deep);
        try
        {
            if (paths.Count > 0) await PreviewRun.OverPathsAsync(_source, paths, pins, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCancelledException(
                new OperationReport
                {
                    Operation = OfflineFilesOperation.Unpin,
                    Outcomes = [.. paths.Select(path => new ItemOutcome { Path = path, Status = OutcomeStatus.Cancelled, IsReported = false }), .. failures],
                },
                cancellationToken);
        }

        var found = options with { AnyReason = false, Flags = pins.Replace(options.Flags) };
        return pins.Explain(await UnpinAsync(paths, failures, found, progress, cancellationToken).ConfigureAwait(false));
    }
}
