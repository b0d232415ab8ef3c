using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Put elements together with those of another sequence that have the same key.</summary>
internal static class JoinOperators
{
    public static void Join(QueryOperator step, PlanDraft draft) => Pairs(step, draft, result => new JoinMatch(result));

    public static void LeftJoin(QueryOperator step, PlanDraft draft) =>
        Pairs(step, draft, result => new JoinMatch(result) { KeepsUnmatched = true, WhenUnmatched = NullableTypes.DefaultOf(step.Types[1]) });

    public static void RightJoin(QueryOperator step, PlanDraft draft)
    {
        var (outerKey, innerKey, result, second) = Read(step, draft);
        var equality = QueryEquality.Of(step.Types[2], step.Comparer());
        var ofNone = NullableTypes.DefaultOf(step.Types[0]);
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
        var outer = draft.Over([(ElementLambda.Of(step.Lambda(1)), 0), (ElementLambda.Of(step.Lambda(3)), 0)]);
        var inner = SecondDraft.Read(step[0], draft).TakeElements();
        var innerKey = inner.Over([(ElementLambda.Of(step.Lambda(2)), 0)])[0];
        var elements = TypedList.Of(step.Types[1]);
        AddProbe(step, draft, draft.Combine(inner), outer[0], innerKey, outer[1], result => new JoinMatch((element, found) => result(element, ListOf(elements, found))) { TakesAll = true });
    }

    private static void Pairs(QueryOperator step, PlanDraft draft, Func<Func<object?, object?, object?>, JoinMatch> match)
    {
        var (outerKey, innerKey, result, second) = Read(step, draft);
        AddProbe(step, draft, second, outerKey, innerKey, result, match);
    }

    private static (ElementLambda OuterKey, ElementLambda InnerKey, ElementLambda Result, SecondSequence Second) Read(QueryOperator step, PlanDraft draft)
    {
        var outer = draft.Over([(ElementLambda.Of(step.Lambda(1)), 0), (ElementLambda.Of(step.Lambda(3)), 0)]);
        var second = SecondDraft.Read(step[0], draft);
        var inner = second.Over([(ElementLambda.Of(step.Lambda(2)), 0), (outer[1], 1)]);

        // Where one side has no element, what is read of it is null.
        return (outer[0], inner[0], inner[1].NullSafe(0).NullSafe(1), draft.Combine(second));
    }

    private static void AddProbe(
        QueryOperator step,
        PlanDraft draft,
        SecondSequence second,
        ElementLambda outerKey,
        ElementLambda innerKey,
        ElementLambda result,
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
        QueryOperator step, PlanDraft draft, SecondSequence second, ElementLambda[] lambdas, Func<ElementStage, ElementFlow, ElementStage> create) =>
        draft.AddNew(new ClientOperator(() => step.Text([second, .. lambdas]), create), step.Name);

    private static System.Collections.IList ListOf(TypedList type, object? elements)
    {
        var list = type.NewList();
        foreach (var element in (List<object?>?)elements ?? []) list.Add(element);
        return list;
    }
}

/// <summary>Finds, of elements that were read before, those with the key of each element, and passes on what is made of both.</summary>
internal sealed class JoinStage(JoinTable others, Func<object?, object?> key, JoinMatch match, ElementStage next) : ElementStage(next)
{
    public override bool WantsMore => (match.TakesAll || match.KeepsUnmatched || !others.IsEmpty) && Next.WantsMore;

    public override bool Accept(object? element)
    {
        var found = others.Find(key(element));
        if (match.TakesAll) return Next.Accept(match.Result(element, found));
        if (found is null) return !match.KeepsUnmatched || Next.Accept(match.Result(element, match.WhenUnmatched));
        foreach (var other in found)
            if (!Next.Accept(match.Result(element, other))) return false;
        return true;
    }
}

/// <summary>What a join makes of an element and those found for it: of each pair, or of the element and the list of all of them.</summary>
internal sealed record JoinMatch(Func<object?, object?, object?> Result)
{
    /// <summary>Whether it takes all that were found as one list, which is null if nothing was.</summary>
    public bool TakesAll { get; init; }

    /// <summary>Whether an element for which nothing is found counts, beside <see cref="WhenUnmatched"/>.</summary>
    public bool KeepsUnmatched { get; init; }

    public object? WhenUnmatched { get; init; }
}

/// <summary>The elements of one side of a join by their keys. A key that is null equals none, as in <see cref="Enumerable"/>.</summary>
internal sealed class JoinTable(IEqualityComparer<object?> equality, Func<object?, object?> key)
{
    private readonly KeyTable<List<object?>> _elements = new(equality);

    public bool IsEmpty => _elements.Values.Count == 0;

    public void Add(object? element)
    {
        if (key(element) is not { } found) return;
        (_elements.Find(found) ?? _elements.Add(found, [])).Add(element);
    }

    public List<object?>? Find(object? key) => key is null ? null : _elements.Find(key);
}
