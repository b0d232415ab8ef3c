namespace OfflineFiles.Sdk.Operations;

/// <summary>One operation on its way: calls the backend, and makes a whole report of how that ends.</summary>
internal sealed class GuardedCall(OfflineFilesOperation operation, BackendCall call, ProgressGuard guard, TimeProvider time)
{
    private readonly OperationReport _nothing = new() { Operation = operation, Outcomes = [], StartedAt = time.GetUtcNow() };
    private readonly long _started = time.GetTimestamp();
    private ReportCompletion _completion = new(operation, AskedPaths.None);
    private bool _hasBegun;

    public async Task<OperationReport> RunAsync(Func<CancellationToken, Task<AskedPaths>> ask)
    {
        var report = await TryAsync(ask).ConfigureAwait(false);
        var left = _completion.LeftOut(report).Roots;
        if (left.Count > 0 && !guard.IsStopped) report = ReportCompletion.Join(report, await TryApartAsync(left).ConfigureAwait(false));
        if (guard.IsStopped && !_completion.IsFinished(report)) throw guard.Error(_completion.Stopped(report));
        report = _completion.Finished(report);
        return guard.Failure is null ? report : throw guard.Error(report);
    }

    private async Task<OperationReport> TryAsync(Func<CancellationToken, Task<AskedPaths>> ask)
    {
        try
        {
            var asked = await ask(guard.Token).ConfigureAwait(false);
            _completion = new ReportCompletion(operation, asked);
            guard.Token.ThrowIfCancellationRequested();
            if (asked.All.Count == 0 && asked.Failures.Count > 0) return _nothing;
            _hasBegun = true;
            return await CallAsync(asked.Roots, guard.Progress).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (guard.IsStopped)
        {
            throw guard.Error(_completion.Stopped(ReportOf(exception), isWhole: !_hasBegun || exception is OperationCancelledException));
        }
        catch (OperationCancelledException exception)
        {
            exception.Report = _completion.WithFailures(exception.Report);
            throw;
        }
        catch (OperationFailedException exception)
        {
            exception.Report = _completion.WithFailures(exception.Report);
            throw;
        }
    }

    /// <summary>Nobody is told of the progress: the operation has begun and ended for him already.</summary>
    private async Task<OperationReport> TryApartAsync(IReadOnlyList<UncPath> paths)
    {
        try
        {
            return await CallAsync(paths, null).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (guard.IsStopped)
        {
            return ReportOf(exception);
        }
        catch (OfflineFilesException error)
        {
            // What cannot start at all is a part of the report now: the rest is done.
            return _nothing with { Outcomes = [.. paths.Select(path => Failed(path, error))] };
        }
    }

    private async Task<OperationReport> CallAsync(IReadOnlyList<UncPath> paths, IProgress<OperationProgress>? progress) =>
        await call(paths, progress, guard.Token).ConfigureAwait(false) ?? throw new OfflineFilesException(
            $"{operation} was asked of the backend, and it returned no report. What it did is not known: query the items.");

    private OperationReport ReportOf(OperationCanceledException exception) =>
        (exception as OperationCancelledException)?.Report ?? _nothing with { Duration = time.GetElapsedTime(_started) };

    private static ItemOutcome Failed(UncPath path, OfflineFilesException error) =>
        new() { Path = path, Status = OutcomeStatus.Failed, Message = error.Message, Error = error, NativeCode = error.HResult };
}
