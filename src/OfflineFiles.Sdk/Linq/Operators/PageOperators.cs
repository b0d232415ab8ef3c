using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Take a part of the rows by their place.</summary>
internal static class PageOperators
{
    public static void Skip(QueryOperator step, PlanDraft draft)
    {
        var count = step.Value<int>(0);
        Add(step, draft, next => new SkipStage(count, next));
    }

    public static void Take(QueryOperator step, PlanDraft draft)
    {
        if (step[0].Type != typeof(int))
        {
            TakeRange(step, draft);
            return;
        }

        var count = step.Value<int>(0);
        Add(step, draft, next => new TakeStage(count, next));
    }

    public static void SkipLast(QueryOperator step, PlanDraft draft)
    {
        var count = step.Value<int>(0);
        Add(step, draft, next => new SkipLastStage(count, next));
    }

    public static void TakeLast(QueryOperator step, PlanDraft draft)
    {
        var count = step.Value<int>(0);
        Add(step, draft, next => new TakeLastStage(count, next));
    }

    public static void TakeWhile(QueryOperator step, PlanDraft draft)
    {
        var predicate = draft.Over(RowLambda.Of(step.Lambda(0)));
        draft.AddBarrier(new ClientOperator(() => step.Text(predicate), (next, _) => new TakeWhileStage(predicate.IndexedPredicate, next)), step.Name);
    }

    public static void SkipWhile(QueryOperator step, PlanDraft draft)
    {
        var predicate = draft.Over(RowLambda.Of(step.Lambda(0)));
        draft.AddBarrier(new ClientOperator(() => step.Text(predicate), (next, _) => new SkipWhileStage(predicate.IndexedPredicate, next)), step.Name);
    }

    private static void TakeRange(QueryOperator step, PlanDraft draft)
    {
        var range = step.Value<Range>(0);
        if (!range.Start.IsFromEnd && !range.End.IsFromEnd)
        {
            var (first, count) = (range.Start.Value, Math.Max(0, range.End.Value - range.Start.Value));
            Add(step, draft, next => new SkipStage(first, new TakeStage(count, next)));
            return;
        }

        draft.AddBarrier(
            new ClientOperator(() => step.Text(range), (next, _) => new BufferStage(rows => Within(rows, range), next)) { Buffers = true }, step.Name);
    }

    private static IEnumerable<object?> Within(List<object?> rows, Range range)
    {
        var start = Math.Max(0, range.Start.GetOffset(rows.Count));
        return rows.Skip(start).Take(range.End.GetOffset(rows.Count) - start);
    }

    private static void Add(QueryOperator step, PlanDraft draft, Func<RowStage, RowStage> create) => draft.AddBarrier(
        new ClientOperator(() => step.Text(ExpressionText.Of(ExpressionNormalizer.Normalize(step[0]))), (next, _) => create(next)), step.Name);
}
