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
        if (run.Plan.Aggregate is { } aggregate) return aggregate.Read(run.Plan, run.Aggregate(aggregate));
        using var flow = ElementFlow.ToResult(run.Plan, out var fold);
        foreach (var segment in flow.Segments)
        {
            if (segment.Entry.WantsMore)
            {
                foreach (var row in Read(run, segment))
                    if (!Accept(run, flow, segment, row)) break;
            }

            Complete(run, flow, segment);
        }

        return fold.Finish();
    }

    public static async Task<object?> RunAsync(QueryRun run)
    {
        if (run.Plan.Aggregate is { } aggregate) return aggregate.Read(run.Plan, await run.AggregateAsync(aggregate).ConfigureAwait(false));
        using var flow = ElementFlow.ToResult(run.Plan, out var fold);
        foreach (var segment in flow.Segments)
        {
            if (segment.Entry.WantsMore)
            {
                await foreach (var row in ReadAsync(run, segment).ConfigureAwait(false))
                    if (!Accept(run, flow, segment, row)) break;
            }

            Complete(run, flow, segment);
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
                    do
                    {
                        while (output.TryTake(out var result)) yield return (T)result!;
                    }
                    while (Advance(run, flow));
                    if (!wantsMore || flow.Expands && !segment.Entry.WantsMore) break;
                }
            }

            segment.Entry.Complete();
            do
            {
                while (output.TryTake(out var result)) yield return (T)result!;
            }
            while (Advance(run, flow));
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
                    do
                    {
                        while (output.TryTake(out var result)) yield return (T)result!;
                    }
                    while (Advance(run, flow));
                    if (!wantsMore || flow.Expands && !segment.Entry.WantsMore) break;
                }
            }

            segment.Entry.Complete();
            do
            {
                while (output.TryTake(out var result)) yield return (T)result!;
            }
            while (Advance(run, flow));
        }
    }

    private static bool Accept(QueryRun run, ElementFlow flow, FlowSegment segment, object? row)
    {
        var wantsMore = segment.Entry.Accept(row);
        while (Advance(run, flow))
        {
        }

        return wantsMore && (!flow.Expands || segment.Entry.WantsMore);
    }

    private static void Complete(QueryRun run, ElementFlow flow, FlowSegment segment)
    {
        segment.Entry.Complete();
        while (Advance(run, flow))
        {
        }
    }

    // Sequences that a lambda makes may be without end, too.
    private static bool Advance(QueryRun run, ElementFlow flow)
    {
        if (!flow.Advance()) return false;
        run.Scope.Check();
        return true;
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
