using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Execute.Typed;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Plan;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Put rows together with those of another sequence that have the same key.</summary>
internal static class JoinOperators
{
    public static void Join(QueryOperator step, PlanDraft draft) => Pairs(step, draft, result => new JoinMatch(result));

    public static void LeftJoin(QueryOperator step, PlanDraft draft) =>
        Pairs(step, draft, result => new JoinMatch(result) { KeepsUnmatched = true, WhenUnmatched = DefaultValues.Of(step.Types[1]) });

    public static void RightJoin(QueryOperator step, PlanDraft draft)
    {
        var (outerKey, innerKey, result, second) = Read(step, draft);
        var equality = QueryEquality.Of(step.Types[2], step.Comparer());
        var ofNone = DefaultValues.Of(step.Types[0]);
        Add(step, draft, second, [outerKey, innerKey, result], (next, flow) =>
        {
            var pair = result.Pair;
            var table = new JoinTable(equality, outerKey.Key);
            var match = new JoinMatch((inner, outer) => pair(outer, inner)) { KeepsUnmatched = true, WhenUnmatched = ofNone };
            flow.ReadAfter(second, new JoinStage(table, innerKey.Key, match, next));
            return new CollectStage(table.Add);
        });
    }

    public static void GroupJoin(QueryOperator step, PlanDraft draft)
    {
        var outer = draft.Over([(RowLambda.Of(step.Lambda(1)), 0), (RowLambda.Of(step.Lambda(3)), 0)]);
        var inner = SecondDraft.Read(step[0], draft).TakeRows();
        var innerKey = inner.Over([(RowLambda.Of(step.Lambda(2)), 0)])[0];
        var elements = RowType.Of(step.Types[1]);
        AddProbe(step, draft, draft.Combine(inner), outer[0], innerKey, outer[1], result => new JoinMatch((row, found) => result(row, ListOf(elements, found))) { TakesAll = true });
    }

    private static void Pairs(QueryOperator step, PlanDraft draft, Func<Func<object?, object?, object?>, JoinMatch> match)
    {
        var (outerKey, innerKey, result, second) = Read(step, draft);
        AddProbe(step, draft, second, outerKey, innerKey, result, match);
    }

    private static (RowLambda OuterKey, RowLambda InnerKey, RowLambda Result, SecondSequence Second) Read(QueryOperator step, PlanDraft draft)
    {
        var outer = draft.Over([(RowLambda.Of(step.Lambda(1)), 0), (RowLambda.Of(step.Lambda(3)), 0)]);
        var second = SecondDraft.Read(step[0], draft);
        var inner = second.Over([(RowLambda.Of(step.Lambda(2)), 0), (outer[1], 1)]);

        // Where one side has no row, what is read of it is null.
        return (outer[0], inner[0], inner[1].NullSafe(0).NullSafe(1), draft.Combine(second));
    }

    private static void AddProbe(
        QueryOperator step,
        PlanDraft draft,
        SecondSequence second,
        RowLambda outerKey,
        RowLambda innerKey,
        RowLambda result,
        Func<Func<object?, object?, object?>, JoinMatch> match)
    {
        var equality = QueryEquality.Of(step.Types[2], step.Comparer());
        Add(step, draft, second, [outerKey, innerKey, result], (next, flow) =>
        {
            var table = new JoinTable(equality, innerKey.Key);
            flow.ReadBefore(second, new CollectStage(table.Add));
            return new JoinStage(table, outerKey.Key, match(result.Pair), next);
        });
    }

    private static void Add(
        QueryOperator step, PlanDraft draft, SecondSequence second, RowLambda[] lambdas, Func<RowStage, RowFlow, RowStage> create) =>
        draft.AddNew(new ClientOperator(() => step.Text([second, .. lambdas]), create), step.Name);

    private static System.Collections.IList ListOf(RowType type, object? rows)
    {
        var list = type.NewList();
        foreach (var row in (List<object?>?)rows ?? []) list.Add(row);
        return list;
    }
}
