namespace OfflineFiles.Sdk.Cim;

/// <summary>Carries out operations: calls the method, listens to its progress, and turns codes into reports and errors.</summary>
/// <remarks>
/// A code of a call with a list of paths is the outcome of those paths the provider did not tell of. A code of any other call, and one
/// that says nothing can be done at all, is thrown.
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
                var (code, refusal) = await CallAsync(operation, part[0], method(part), run, cancellationToken).ConfigureAwait(false);
                if (refusal is not null)
                {
                    if (start == 0) throw refusal;
                    // Earlier calls had their effect: that belongs into a report.
                    run.Fail(paths.Skip(start), refusal);
                    worst = (refusal as OfflineFilesBackendException)?.NativeCode ?? NativeCodes.Failed;
                    break;
                }

                if (code == NativeCodes.Cancelled) return Cancelled(run, cancellationToken);
                run.Settle(part, code);
                if (code < 0) worst = code;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCancelledException(run.End(NativeCodes.Cancelled), cancellationToken);
        }

        return run.End(worst);
    }

    /// <summary>Calls a method about one item, or about none; the finish sees the out parameters.</summary>
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
            var result = await transport.InvokeAsync(call, run.Observe, cancellationToken).ConfigureAwait(false);
            if (result.Code == NativeCodes.Cancelled) return Cancelled(run, cancellationToken);
            if (result.Code < 0) throw CimErrors.From(result.Code, operation.ToString(), path?.ToString(), host);
            return finish(run, result.OutParameters);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCancelledException(run.End(NativeCodes.Cancelled), cancellationToken);
        }
        catch (CimTransportException error)
        {
            throw CimErrors.From(error, operation.ToString(), path?.ToString(), host);
        }
    }

    private async Task<(int Code, Exception? Refusal)> CallAsync(
        OfflineFilesOperation operation, UncPath first, CimMethodCall call, OperationRun run, CancellationToken cancellationToken)
    {
        int code;
        try
        {
            code = (await transport.InvokeAsync(call, run.Observe, cancellationToken).ConfigureAwait(false)).Code;
        }
        catch (CimTransportException error)
        {
            // Whether a failure comes as a return value or as a failed call is not documented: a code means the same either way.
            return error.NativeCode is { } native && !error.IsUnreachable && !MeansNothingDone(native)
                ? (native, null)
                : (NativeCodes.Failed, CimErrors.From(error, operation.ToString(), first.ToString(), host));
        }

        return (code, MeansNothingDone(code) ? CimErrors.From(code, operation.ToString(), first.ToString(), host) : null);
    }

    private static OperationReport Cancelled(OperationRun run, CancellationToken cancellationToken)
    {
        var report = run.End(NativeCodes.Cancelled);
        return cancellationToken.IsCancellationRequested ? throw new OperationCancelledException(report, cancellationToken) : report;
    }

    private static bool MeansNothingDone(int code) => NativeCodeText.IsServiceDown(code)
        || code is NativeCodes.WmiNotSupported or NativeCodes.WmiInvalidClass or NativeCodes.WmiInvalidParameter
            or NativeCodes.WmiAccessDenied or NativeCodes.InvalidArgument or NativeCodes.RpcServerUnavailable;
}
