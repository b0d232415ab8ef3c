using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>Runs a plan: pulls rows from its sources, puts them through the stages of the caller, and stops as early as they allow.</summary>
internal static class QueryExecutor
{
    public static IEnumerable<T> Stream<T>(QueryRun run) =>
        run.Plan.IsPassThrough && run.Read(run.Plan.Access) is IEnumerable<T> rows ? rows : Staged<T>(run);

    public static IAsyncEnumerable<T> StreamAsync<T>(QueryRun run, CancellationToken cancellationToken) =>
        run.Plan.IsPassThrough && run.ReadAsync(run.Plan.Access, cancellationToken) is IAsyncEnumerable<T> rows
            ? rows
            : StagedAsync<T>(run, cancellationToken);

    public static object? Run(QueryRun run)
    {
        using var flow = ElementFlow.ToResult(run.Plan, out var fold);
        foreach (var segment in flow.Segments)
        {
            if (segment.Entry.WantsMore)
            {
                foreach (var row in Read(run, segment))
                    if (!segment.Entry.Accept(row)) break;
            }

            segment.Entry.Complete();
        }

        return fold.Finish();
    }

    public static async Task<object?> RunAsync(QueryRun run, CancellationToken cancellationToken)
    {
        using var flow = ElementFlow.ToResult(run.Plan, out var fold);
        foreach (var segment in flow.Segments)
        {
            if (segment.Entry.WantsMore)
            {
                await foreach (var row in ReadAsync(run, segment, cancellationToken).ConfigureAwait(false))
                    if (!segment.Entry.Accept(row)) break;
            }

            segment.Entry.Complete();
        }

        return fold.Finish();
    }

    private static IEnumerable<T> Staged<T>(QueryRun run)
    {
        var output = new OutputStage();
        using var flow = ElementFlow.To(output, run.Plan);
        foreach (var segment in flow.Segments)
        {
            if (segment.Entry.WantsMore)
            {
                foreach (var row in Read(run, segment))
                {
                    var wantsMore = segment.Entry.Accept(row);
                    while (output.TryTake(out var result)) yield return (T)result!;
                    if (!wantsMore) break;
                }
            }

            segment.Entry.Complete();
            while (output.TryTake(out var result)) yield return (T)result!;
        }
    }

    private static async IAsyncEnumerable<T> StagedAsync<T>(QueryRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var output = new OutputStage();
        using var flow = ElementFlow.To(output, run.Plan);
        foreach (var segment in flow.Segments)
        {
            if (segment.Entry.WantsMore)
            {
                await foreach (var row in ReadAsync(run, segment, cancellationToken).ConfigureAwait(false))
                {
                    var wantsMore = segment.Entry.Accept(row);
                    while (output.TryTake(out var result)) yield return (T)result!;
                    if (!wantsMore) break;
                }
            }

            segment.Entry.Complete();
            while (output.TryTake(out var result)) yield return (T)result!;
        }
    }

    private static IEnumerable<object?> Read(QueryRun run, FlowSegment segment) =>
        segment.Access is { } access ? run.Read(access) : segment.Values!.Cast<object?>();

    private static async IAsyncEnumerable<object?> ReadAsync(
        QueryRun run, FlowSegment segment, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (segment.Access is not { } access)
        {
            foreach (var row in segment.Values!) yield return row;
            yield break;
        }

        await foreach (var row in run.ReadAsync(access, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}
