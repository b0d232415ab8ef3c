using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;

namespace OfflineFiles.Sdk.Cim.Calls;

/// <summary>Carries out operations: calls the method, listens to its progress, and turns codes into reports and errors.</summary>
/// <remarks>
/// A code is the outcome of the paths of the call, except those the provider told of. A code that says nothing can be done at all, and
/// one of a call without a path, is thrown, unless something is known to have been done: then it belongs into the report.
/// </remarks>
internal sealed class CacheCaller(ICimTransport transport, TimeProvider time, string? host, CimMethodTarget target, int maxItems)
{
    // A class without a key has an instance without values.
    private readonly CimRow? _instance = target == CimMethodTarget.Instance ? new CimRow(OfflineFilesSchema.Cache.Name, []) : null;

    /// <summary>Calls a method with a list of paths, in as many calls as it takes.</summary>
    public async Task<OperationReport> ForEachAsync(
        OfflineFilesOperation operation,
        IReadOnlyList<UncPath> paths,
        Func<IReadOnlyList<UncPath>, CimMethodCall> method,
        IProgress<OperationProgress>? progress,
        CancellationToken cancellationToken)
    {
        var run = new OperationRun(operation, paths, progress, time, host, maxItems);
        var code = NativeCodes.Success;
        foreach (var part in PathBatches.Of(paths))
        {
            var answer = await CallAsync(operation, part[0], method(part), run, cancellationToken).ConfigureAwait(false);
            if (answer.IsNoResult) return EndEarly(run, part, answer, cancellationToken);
            run.Settle(part, answer.Code);
            if (answer.Code < 0) code = answer.Code;
        }

        return run.End(code);
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
        var run = new OperationRun(operation, asked, progress, time, host, maxItems);
        var answer = await CallAsync(operation, path, call, run, cancellationToken).ConfigureAwait(false);
        // Without a path there is no outcome that could hold the code.
        if (answer is { IsNoResult: false, Code: < 0 } && path is null)
            answer = answer with { Refusal = CimErrors.From(answer.Code, operation.ToString(), null, host) };
        if (answer.IsNoResult) return EndEarly(run, asked, answer, cancellationToken);
        if (answer.Code >= 0) return finish(run, answer.OutParameters);
        run.Settle(asked, answer.Code);
        return run.End(answer.Code);
    }

    private async Task<Answer> CallAsync(
        OfflineFilesOperation operation, UncPath? path, CimMethodCall call, OperationRun run, CancellationToken cancellationToken)
    {
        try
        {
            var result = await transport.InvokeAsync(call with { Instance = _instance }, run.Observe, cancellationToken).ConfigureAwait(false);
            var refusal = NativeCodeText.MeansNothingDone(result.Code)
                ? CimErrors.From(result.Code, operation.ToString(), path?.ToString(), host)
                : null;
            return new Answer(result.Code, result.OutParameters, refusal);
        }
        catch (CimTransportException error)
        {
            // Whether a failure comes as a return value or as a failed call is not documented: a code means the same either way. A failed call
            // is no success, whatever its code.
            var code = error.NativeCode ?? NativeCodes.Success;
            var saysWhy = code >= 0 || error.IsUnreachable || NativeCodeText.MeansNothingDone(code);
            var refusal = saysWhy ? CimErrors.FromCall(error, operation.ToString(), path?.ToString(), host, call.Sent.IsSet) : null;
            return new Answer(code, Nothing, refusal, call.Sent.IsSet && CimErrors.IsOpen(error));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new Answer(NativeCodes.Cancelled, Nothing, null, call.Sent.IsSet) { IsOurs = true };
        }
    }

    // What is not known of the paths of the last call is said of each; those after them were not sent.
    private static OperationReport EndEarly(OperationRun run, IReadOnlyList<UncPath> part, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Refusal is { } refusal)
        {
            if (!run.HasOutcomes) throw run.Abandon(refusal);
            run.Fail(part, refusal, answer.MayBeDone);
            return run.End((refusal as OfflineFilesBackendException)?.NativeCode ?? NativeCodes.Failed);
        }

        if (answer.MayBeDone || (!answer.IsOurs && part.Count != 1)) run.Doubt(part, answer.IsOurs);
        else if (!answer.IsOurs) run.Settle(part, NativeCodes.Cancelled);
        var report = run.End(NativeCodes.Cancelled);
        return cancellationToken.IsCancellationRequested ? throw new OperationCancelledException(report, cancellationToken) : report;
    }

    private static CimRow Nothing => new("__PARAMETERS", []);

    /// <summary>
    /// What came of one call. The refusal says that it did nothing and why, unless it may be done: then nobody knows. A cancellation is ours, or the
    /// provider tells of it.
    /// </summary>
    private readonly record struct Answer(int Code, CimRow OutParameters, Exception? Refusal, bool MayBeDone = false)
    {
        public bool IsOurs { get; init; }

        public bool IsNoResult => Refusal is not null || Code == NativeCodes.Cancelled;
    }
}

/// <summary>Cuts a list of paths into parts that fit into one call each, in the same order, none of them empty.</summary>
internal static class PathBatches
{
    // The limits of Windows are not documented; servers are known to take 2,000 paths of 44 characters and to refuse 5,000 (observed behaviour).
    internal const int MostPaths = 1000;
    internal const int MostCharacters = 64_000;

    public static IEnumerable<IReadOnlyList<UncPath>> Of(IReadOnlyList<UncPath> paths)
    {
        var part = new List<UncPath>();
        var characters = 0;
        foreach (var path in paths)
        {
            var length = path.ToString().Length;
            if (part.Count == MostPaths || (part.Count > 0 && characters + length > MostCharacters))
            {
                yield return part;
                part = [];
                characters = 0;
            }

            part.Add(path);
            characters += length;
        }

        if (part.Count > 0) yield return part;
    }
}
