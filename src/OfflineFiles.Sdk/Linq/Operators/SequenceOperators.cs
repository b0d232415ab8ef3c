using System.Collections;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Execute.Typed;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Put rows beside others: after them, before them, in pairs with them, in arrays of them.</summary>
internal static class SequenceOperators
{
    public static void Concat(QueryOperator step, PlanDraft draft)
    {
        draft.TakeRows();
        var second = draft.Combine(SecondDraft.Read(step[0], draft).TakeRows());
        AddNew(step, draft, () => $"Concat({second})", (next, flow) =>
        {
            flow.ReadAfter(second, next);
            return new HoldStage(next);
        });
    }

    public static void Append(QueryOperator step, PlanDraft draft) => AddValue(step, draft, AddPlace.After);

    public static void Prepend(QueryOperator step, PlanDraft draft) => AddValue(step, draft, AddPlace.Before);

    public static void DefaultIfEmpty(QueryOperator step, PlanDraft draft) => AddValue(step, draft, AddPlace.Instead);

    public static void Chunk(QueryOperator step, PlanDraft draft)
    {
        var size = step.Value<int>(0);
        var type = RowType.Of(step.Types[0]);
        draft.TakeRows();
        AddNew(step, draft, () => step.Text(size), (next, _) => new ChunkStage(size, type, next));
    }

    public static void Index(QueryOperator step, PlanDraft draft)
    {
        var pair = RowPair.Of(typeof(int), step.Types[0]);
        draft.TakeRows();
        AddNew(step, draft, () => step.Text(), (next, _) => new NumberedStage((row, number) => pair.Tuple(number, row), next));
    }

    public static void Zip(QueryOperator step, PlanDraft draft)
    {
        if (step.IsLambda(1)) ZipWith(step, draft);
        else if (step.Count == 1) ZipInTwos(step, draft);
        else ZipInThrees(step, draft);
    }

    private static void ZipWith(QueryOperator step, PlanDraft draft)
    {
        var second = SecondDraft.Read(step[0], draft);
        var result = second.Over([(draft.Over(RowLambda.Of(step.Lambda(1))), 1)])[0];
        var other = draft.Combine(second);
        AddZip(step, draft, () => step.Text(other, result), [other], (row, others) => result.Pair(row, others[0].Current));
    }

    private static void ZipInTwos(QueryOperator step, PlanDraft draft)
    {
        var pair = RowPair.Of(step.Types[0], step.Types[1]);
        draft.TakeRows();
        var second = draft.Combine(SecondDraft.Read(step[0], draft).TakeRows());
        AddZip(step, draft, () => step.Text(second), [second], (row, others) => pair.Tuple(row, others[0].Current));
    }

    private static void ZipInThrees(QueryOperator step, PlanDraft draft)
    {
        var triple = RowTriple.Of(step.Types[0], step.Types[1], step.Types[2]);
        draft.TakeRows();
        var second = draft.Combine(SecondDraft.Read(step[0], draft).TakeRows());
        var third = draft.Combine(SecondDraft.Read(step[1], draft).TakeRows());
        AddZip(step, draft, () => step.Text(second, third), [second, third], (row, others) => triple.Tuple(row, others[0].Current, others[1].Current));
    }

    private static void AddZip(
        QueryOperator step, PlanDraft draft, Func<string> text, SecondSequence[] seconds, Func<object?, IReadOnlyList<IEnumerator>, object?> result) =>
        AddNew(step, draft, text, (next, flow) => new ZipStage(Array.ConvertAll(seconds, flow.Beside), result, next));

    private static void AddValue(QueryOperator step, PlanDraft draft, AddPlace place)
    {
        var value = step.Count == 0 ? DefaultValues.Of(step.Types[0]) : step.Value<object>(0);
        draft.TakeRows();
        AddNew(step, draft, () => step.Text(ExpressionText.OfValue(value)), (next, _) => new AddStage(value, place, next));
    }

    private static void AddNew(QueryOperator step, PlanDraft draft, Func<string> text, Func<RowStage, RowFlow, RowStage> create) =>
        draft.AddNew(new ClientOperator(text, create), step.Name);
}
