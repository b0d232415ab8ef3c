using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Put elements together with those of another sequence that have the same key.</summary>
internal static class JoinOperators
{
    public static void Join(QueryOperator step, PlanDraft draft) => Pairs(step, draft, keepsOuter: false);

    public static void LeftJoin(QueryOperator step, PlanDraft draft) => Pairs(step, draft, keepsOuter: true);

    public static void RightJoin(QueryOperator step, PlanDraft draft)
    {
        var sides = JoinSides.Read(step, draft);
        var missing = sides.Outer.Missing;
        var result = sides.Result.With(0, sides.Outer.OrMissing).With(1, sides.Inner);
        Add(step, draft, sides, result, (next, flow) =>
        {
            var pair = result.Pair;
            var table = new JoinTable(sides.OuterKey.Equality, sides.OuterKey.Reader());
            var match = new JoinMatch((inner, outer) => pair(outer, inner)) { KeepsUnmatched = true, WhenUnmatched = missing };
            flow.ReadAfter(sides.Second, new JoinStage(table, sides.InnerKey.Reader(), match, next));
            return new CollectStage(table.Add, next);
        });
    }

    public static void GroupJoin(QueryOperator step, PlanDraft draft)
    {
        var sides = JoinSides.Read(step, draft);
        var lambda = step.Lambda(3);
        var result = sides.Result.With(0, sides.Outer).With(1, new ListShape(lambda.Parameters[1].Type, sides.Inner));
        AddProbe(
            step, draft, sides, result, pair => new JoinMatch((element, found) => pair(element, found ?? Array.Empty<object?>())) { TakesAll = true });
    }

    private static void Pairs(QueryOperator step, PlanDraft draft, bool keepsOuter)
    {
        var sides = JoinSides.Read(step, draft);
        var result = sides.Result.With(0, sides.Outer).With(1, keepsOuter ? sides.Inner.OrMissing : sides.Inner);
        AddProbe(step, draft, sides, result, pair => new JoinMatch(pair) { KeepsUnmatched = keepsOuter, WhenUnmatched = sides.Inner.Missing });
    }

    private static void AddProbe(
        QueryOperator step, PlanDraft draft, JoinSides sides, ElementLambda result, Func<Func<object?, object?, object?>, JoinMatch> match) =>
        Add(step, draft, sides, result, (next, flow) =>
        {
            var table = new JoinTable(sides.InnerKey.Equality, sides.InnerKey.Reader());
            flow.ReadBefore(sides.Second, new CollectStage(table.Add, next));
            return new JoinStage(table, sides.OuterKey.Reader(), match(result.Pair), next);
        });

    private static void Add(
        QueryOperator step, PlanDraft draft, JoinSides sides, ElementLambda result, Func<ElementStage, ElementFlow, ElementStage> create) =>
        draft.AddNew(new ClientOperator(() => step.Text([sides.Second, .. sides.Keys, result]), create), step.Name, result.PairShape);
}

/// <summary>Both sides of a join: how their elements are kept, and what they are found by.</summary>
/// <param name="Outer">How an element of the query is kept.</param>
/// <param name="Inner">How an element of the other sequence is kept.</param>
/// <param name="Keys">What reads the key of each.</param>
/// <param name="OuterKey">The key of an element of the query.</param>
/// <param name="InnerKey">The key of an element of the other sequence.</param>
/// <param name="Result">What is made of both, where it is not yet said which of them may be missing.</param>
/// <param name="Second">The other sequence.</param>
internal sealed record JoinSides(
    ElementShape Outer,
    ElementShape Inner,
    IReadOnlyList<ElementLambda> Keys,
    ElementKey OuterKey,
    ElementKey InnerKey,
    ElementLambda Result,
    SecondSequence Second)
{
    public static JoinSides Read(QueryOperator step, PlanDraft draft)
    {
        var takesAll = step.Name == "GroupJoin";
        var outer = draft.Over([(ElementLambda.Of(step.Lambda(1)), 0), (ElementLambda.Of(step.Lambda(3)), 0)]);
        var second = SecondDraft.Read(step[0], draft);
        if (takesAll) second.TakeElements();
        var inner = second.Over(takesAll
            ? [(ElementLambda.Of(step.Lambda(2)), 0)]
            : [(ElementLambda.Of(step.Lambda(2)), 0), (outer[1], 1)]);
        var common = ShapeConversion.Common(outer[0].Shape, inner[0].Shape);
        return new JoinSides(
            draft.Shape,
            second.Shape(step.Types[1]),
            [outer[0], inner[0]],
            ElementKey.Of(step, outer[0], common),
            ElementKey.Of(step, inner[0], common),
            takesAll ? outer[1] : inner[1],
            draft.Combine(second));
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
