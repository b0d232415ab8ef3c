using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Take elements as a set: each once, and those that are, or are not, in another sequence.</summary>
internal static class SetOperators
{
    public static void Distinct(QueryOperator step, PlanDraft draft)
    {
        draft.TakeElements();
        var each = Once(() => step.Text(), ElementKey.Itself(step, draft.Shape));

        // The items of a cache differ anyway, so that a later predicate may pass; what was selected of them is behind a barrier already.
        if (step.Comparer() is null) draft.Add(each);
        else draft.AddBarrier(each, step.Name);
    }

    public static void DistinctBy(QueryOperator step, PlanDraft draft)
    {
        var key = draft.Over(ElementLambda.Of(step.Lambda(0)));
        draft.AddBarrier(Once(() => step.Text(key), ElementKey.Of(step, key)), step.Name);
    }

    public static void Union(QueryOperator step, PlanDraft draft)
    {
        SequenceOperators.Concat(step, draft);
        draft.Add(Once(() => "Distinct()", ElementKey.Itself(step, draft.Shape)));
    }

    public static void UnionBy(QueryOperator step, PlanDraft draft)
    {
        SequenceOperators.Concat(step, draft);
        var key = draft.Over(ElementLambda.Of(step.Lambda(1)));
        draft.Add(Once(() => $"DistinctBy({key})", ElementKey.Of(step, key)));
    }

    public static void Intersect(QueryOperator step, PlanDraft draft) => Compare(step, draft, takesOut: true);

    public static void Except(QueryOperator step, PlanDraft draft) => Compare(step, draft, takesOut: false);

    public static void IntersectBy(QueryOperator step, PlanDraft draft) => CompareBy(step, draft, takesOut: true);

    public static void ExceptBy(QueryOperator step, PlanDraft draft) => CompareBy(step, draft, takesOut: false);

    private static void Compare(QueryOperator step, PlanDraft draft, bool takesOut)
    {
        draft.TakeElements();
        var other = SecondDraft.Read(step[0], draft).TakeElements();
        var (shape, common) = (other.Shape(step.Types[0]), ShapeConversion.Common(draft.Shape, other.Shape(step.Types[0])));
        var second = draft.Combine(other);
        draft.AddBarrier(With(() => step.Text(second), second, ElementKey.Itself(step, draft.Shape, common), shape, common, takesOut), step.Name);
    }

    private static void CompareBy(QueryOperator step, PlanDraft draft, bool takesOut)
    {
        var key = draft.Over(ElementLambda.Of(step.Lambda(1)));
        var other = SecondDraft.Read(step[0], draft).TakeElements();
        var (shape, common) = (other.Shape(step.Types[1]), ShapeConversion.Common(key.Shape, other.Shape(step.Types[1])));
        var second = draft.Combine(other);
        draft.AddBarrier(With(() => step.Text(second, key), second, ElementKey.Of(step, key, common), shape, common, takesOut), step.Name);
    }

    // Before others of the same kind join them, as in a chain of Union, the elements need not be told apart: they are afterwards.
    private static ClientOperator Once(Func<string> text, ElementKey key) =>
        new(text, (next, _) => next is HoldStage { Held: SetStage later } && later.IsOnce(key)
            ? next
            : new SetStage(new HashSet<object?>(key.Equality), takesOut: false, key.Reader(), next, key));

    private static ClientOperator With(
        Func<string> text, SecondSequence second, ElementKey key, ElementShape shape, ElementShape common, bool takesOut) => new(text, (next, flow) =>
    {
        var keys = new HashSet<object?>(key.Equality);
        var convert = ShapeConversion.Between(shape, common);
        flow.ReadBefore(second, new CollectStage(value => keys.Add(convert is null ? value : convert(value)), next));
        return new SetStage(keys, takesOut, key.Reader(), next);
    });
}

/// <summary>Passes on elements by what becomes of their keys in a set: those that are new to it, or those that are taken out of it.</summary>
internal sealed class SetStage(HashSet<object?> keys, bool takesOut, Func<object?, object?> key, ElementStage next, ElementKey? once = null) : ElementStage(next)
{
    /// <summary>Whether it passes on elements once that are told apart in the same way.</summary>
    public bool IsOnce(ElementKey other) => once is { IsItself: true } && other.IsItself && ReferenceEquals(once.Equality, other.Equality);

    public override bool WantsMore => !(takesOut && keys.Count == 0) && Next.WantsMore;

    public override bool Accept(object? element)
    {
        var found = key(element);
        if (!(takesOut ? keys.Remove(found) : keys.Add(found))) return true;
        return Next.Accept(element) && !(takesOut && keys.Count == 0);
    }
}
