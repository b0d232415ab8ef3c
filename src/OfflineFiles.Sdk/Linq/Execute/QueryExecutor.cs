using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Runs a plan: pulls rows from the backend, puts them through the stages of the caller, and stops as early as they allow.</summary>
internal static class QueryExecutor
{
    public static IEnumerable<object?> Stream(QueryRun run)
    {
        var output = new OutputStage();
        var stages = run.Plan.CreateStages(output);
        var rows = run.Read(run.Plan.Access);
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
        QueryRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var output = new OutputStage();
        var stages = run.Plan.CreateStages(output);
        if (stages.WantsRows)
        {
            await foreach (var row in run.ReadAsync(run.Plan.Access, cancellationToken).ConfigureAwait(false))
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

    public static object? Run(QueryRun run)
    {
        var fold = ResultFold.Of(run.Plan, run.Plan.Result!);
        foreach (var row in Stream(run))
            if (!fold.Add(row)) break;
        return fold.Finish();
    }

    public static async Task<object?> RunAsync(QueryRun run, CancellationToken cancellationToken)
    {
        var fold = ResultFold.Of(run.Plan, run.Plan.Result!);
        await foreach (var row in StreamAsync(run, cancellationToken).ConfigureAwait(false))
            if (!fold.Add(row)) break;
        return fold.Finish();
    }
}
