namespace OfflineFiles.Sdk.Cim;

/// <summary>Carries out operations: calls the method, listens to its progress, and turns codes into reports and errors.</summary>
/// <remarks>
/// A code is the outcome of the paths of the call, except those the provider told of. A code that says nothing can be done at all, and
/// one of a call without a path, is thrown.
/// </remarks>
internal sealed class CacheCaller(ICimTransport transport, TimeProvider time, string? host)
{
    // The limit of Windows is not documented; servers are known to take 2,000 paths and to refuse 5,000 in one call (observed provider behaviour).
    internal const int PathsPerCall = 1000;

    /// <summary>Calls a method with a list of paths, in as many calls as it takes.</summary>
    public async Task<OperationReport> ForEachAsync(
        OfflineFilesOperation operation,
        IReadOnlyList<UncPath> paths,
        Func<IReadOnlyList<UncPath>, CimMethodCall> method,
        IProgress<OperationProgress>? progress,
        CancellationToken cancellationToken)
    {
        var run = new OperationRun(operation, paths, progress, time, host);
        var worst = NativeCodes.Success;
        try
        {
            for (var start = 0; start < paths.Count; start += PathsPerCall)
            {
                var part = paths.Skip(start).Take(PathsPerCall).ToArray();
                var (result, refusal) = await CallAsync(operation, part[0], method(part), run, cancellationToken).ConfigureAwait(false);
                if (refusal is not null)
                {
                    if (start == 0) throw refusal;
                    // Earlier calls had their effect: that belongs into a report.
                    run.Fail(paths.Skip(start), refusal);
                    worst = (refusal as OfflineFilesBackendException)?.NativeCode ?? NativeCodes.Failed;
                    break;
                }

                if (result.Code == NativeCodes.Cancelled) return Cancelled(run, cancellationToken);
                run.Settle(part, result.Code);
                if (result.Code < 0) worst = result.Code;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCancelledException(run.End(NativeCodes.Cancelled), cancellationToken);
        }

        return run.End(worst);
    }

    /// <summary>Calls a method about one item, or about none; the finish sees the out parameters of a call that went well.</summary>
    public async Task<OperationReport> OnceAsync(
        OfflineFilesOperation operation,
        UncPath? path,
        CimMethodCall call,
        Func<OperationRun, CimRow, OperationReport> finish,
        IProgress<OperationProgress>? progress,
        CancellationToken cancellationToken)
    {
        UncPath[] asked = path is null ? [] : [path];
        var run = new OperationRun(operation, asked, progress, time, host);
        try
        {
            var (result, refusal) = await CallAsync(operation, path, call, run, cancellationToken).ConfigureAwait(false);
            if (refusal is not null) throw refusal;
            if (result.Code == NativeCodes.Cancelled) return Cancelled(run, cancellationToken);
            if (result.Code >= 0) return finish(run, result.OutParameters);
            // Without a path there is no outcome that could hold the code.
            if (path is null) throw CimErrors.From(result.Code, operation.ToString(), null, host);
            run.Settle(asked, result.Code);
            return run.End(result.Code);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCancelledException(run.End(NativeCodes.Cancelled), cancellationToken);
        }
    }

    private async Task<(CimCallResult Result, Exception? Refusal)> CallAsync(
        OfflineFilesOperation operation, UncPath? path, CimMethodCall call, OperationRun run, CancellationToken cancellationToken)
    {
        CimCallResult result;
        try
        {
            result = await transport.InvokeAsync(call, run.Observe, cancellationToken).ConfigureAwait(false);
        }
        catch (CimTransportException error)
        {
            // Whether a failure comes as a return value or as a failed call is not documented: a code means the same either way.
            var failed = CimCallResult.Failed(error.NativeCode ?? NativeCodes.Failed);
            return error.NativeCode is { } native && !error.IsUnreachable && !NativeCodeText.MeansNothingDone(native)
                ? (failed, null)
                : (failed, CimErrors.From(error, operation.ToString(), path?.ToString(), host));
        }

        var refusal = NativeCodeText.MeansNothingDone(result.Code) ? CimErrors.From(result.Code, operation.ToString(), path?.ToString(), host) : null;
        return (result, refusal);
    }

    private static OperationReport Cancelled(OperationRun run, CancellationToken cancellationToken)
    {
        var report = run.End(NativeCodes.Cancelled);
        return cancellationToken.IsCancellationRequested ? throw new OperationCancelledException(report, cancellationToken) : report;
    }
}
