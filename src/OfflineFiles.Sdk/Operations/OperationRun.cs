using OfflineFiles.Sdk.Operations.Observe;

namespace OfflineFiles.Sdk.Operations;

/// <summary>The part of a backend in an operation.</summary>
internal delegate Task<OperationReport> BackendCall(
    IReadOnlyList<UncPath> paths, IProgress<OperationProgress>? progress, CancellationToken cancellationToken);

/// <summary>
/// Carries out the operations of one cache. Whatever the backend, an operation works on each item once, ends as the rule of reports says, and
/// loses no report: not to a cancellation, and not to a progress handler that throws.
/// </summary>
internal sealed class OperationRun(OperationTelemetry telemetry, TimeProvider time)
{
    public Task<OperationReport> RunAsync(
        OfflineFilesOperation operation,
        AskedPaths asked,
        BackendCall call,
        IProgress<OperationProgress>? progress,
        CancellationToken cancellationToken) =>
        RunAsync(operation, _ => Task.FromResult(asked), call, progress, cancellationToken);

    /// <summary>Carries out an operation that first has to find out what it is about.</summary>
    public Task<OperationReport> RunAsync(
        OfflineFilesOperation operation,
        Func<CancellationToken, Task<AskedPaths>> ask,
        BackendCall call,
        IProgress<OperationProgress>? progress,
        CancellationToken cancellationToken) => telemetry.WatchAsync(operation, async observer =>
    {
        using var guard = new ProgressGuard(progress, cancellationToken);
        return await new GuardedCall(operation, call, guard, time).RunAsync(async token =>
        {
            var asked = await ask(token).ConfigureAwait(false);
            observer?.Asked(asked.All);
            return asked;
        }).ConfigureAwait(false);
    });
}
