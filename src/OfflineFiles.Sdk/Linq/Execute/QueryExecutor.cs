using System.Collections;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>Runs a plan: pulls rows from its sources, puts them through the stages of the caller, and stops as early as they allow.</summary>
internal static class QueryExecutor
{
    public static IEnumerable<T> Stream<T>(QueryRun run) =>
        run.Plan.IsPassThrough && run.Read(run.Plan.Access) is IEnumerable<T> rows ? rows : Staged<T>(run);

    public static IAsyncEnumerable<T> StreamAsync<T>(QueryRun run) =>
        run.Plan.IsPassThrough && run.ReadAsync(run.Plan.Access) is IAsyncEnumerable<T> rows ? rows : StagedAsync<T>(run);

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

    public static async Task<object?> RunAsync(QueryRun run)
    {
        using var flow = ElementFlow.ToResult(run.Plan, out var fold);
        foreach (var segment in flow.Segments)
        {
            if (segment.Entry.WantsMore)
            {
                await foreach (var row in ReadAsync(run, segment).ConfigureAwait(false))
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

    private static async IAsyncEnumerable<T> StagedAsync<T>(QueryRun run)
    {
        var output = new OutputStage();
        using var flow = ElementFlow.To(output, run.Plan);
        foreach (var segment in flow.Segments)
        {
            if (segment.Entry.WantsMore)
            {
                await foreach (var row in ReadAsync(run, segment).ConfigureAwait(false))
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
        segment.Access is { } access ? run.Read(access) : InTime(run, segment.Values!);

    private static async IAsyncEnumerable<object?> ReadAsync(QueryRun run, FlowSegment segment)
    {
        run.Scope.CheckCaller();
        if (segment.Access is not { } access)
        {
            foreach (var value in InTime(run, segment.Values!)) yield return value;
            yield break;
        }

        await foreach (var row in run.ReadAsync(access).ConfigureAwait(false))
        {
            run.Scope.CheckCaller();
            yield return row;
        }
    }

    // Values in memory may be without end.
    private static IEnumerable<object?> InTime(QueryRun run, IEnumerable values)
    {
        foreach (var value in values)
        {
            run.Scope.Check();
            yield return value;
        }
    }
}
