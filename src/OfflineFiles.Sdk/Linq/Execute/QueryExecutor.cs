using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Runs a plan: pulls rows from the backend, puts them through the stages of the caller, and stops as early as they allow.</summary>
internal static class QueryExecutor
{
    public static IEnumerable<object?> Stream(QueryPlan plan, ICacheBackend backend)
    {
        var output = new OutputStage();
        var stages = plan.CreateStages(output);
        var rows = RowSource.Read(plan, backend);
        if (stages.WantsRows)
        {
            foreach (var row in rows)
            {
                var wantsMore = stages.Accept(row);
                while (output.TryTake(out var result)) yield return result;
                if (!wantsMore) break;
            }
        }

        stages.Complete();
        while (output.TryTake(out var result)) yield return result;
    }

    public static async IAsyncEnumerable<object?> StreamAsync(
        QueryPlan plan, ICacheBackend backend, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var output = new OutputStage();
        var stages = plan.CreateStages(output);
        if (stages.WantsRows)
        {
            await foreach (var row in RowSource.ReadAsync(plan, backend, cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var wantsMore = stages.Accept(row);
                while (output.TryTake(out var result)) yield return result;
                if (!wantsMore) break;
            }
        }

        stages.Complete();
        while (output.TryTake(out var result)) yield return result;
    }

    public static object? Run(QueryPlan plan, ICacheBackend backend)
    {
        var fold = ResultFold.Of(plan, plan.Result!);
        foreach (var row in Stream(plan, backend))
            if (!fold.Add(row)) break;
        return fold.Finish();
    }

    public static async Task<object?> RunAsync(QueryPlan plan, ICacheBackend backend, CancellationToken cancellationToken)
    {
        var fold = ResultFold.Of(plan, plan.Result!);
        await foreach (var row in StreamAsync(plan, backend, cancellationToken).ConfigureAwait(false))
            if (!fold.Add(row)) break;
        return fold.Finish();
    }
}
