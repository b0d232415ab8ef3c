using System.Collections;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Put elements beside others: after them, before them, in pairs with them, in arrays of them.</summary>
internal static class SequenceOperators
{
    public static void Concat(QueryOperator step, PlanDraft draft)
    {
        draft.TakeElements();
        var other = SecondDraft.Read(step[0], draft).TakeElements();
        var shape = ShapeConversion.Common(draft.Shape, other.Shape(step.Types[0]));
        var (first, then) = (ShapeConversion.Between(draft.Shape, shape), ShapeConversion.Between(other.Shape(step.Types[0]), shape));
        var second = draft.Combine(other);
        draft.AddNew(
            new ClientOperator(() => $"Concat({second})", (next, flow) =>
            {
                flow.ReadAfter(second, Converted(then, next));
                return Converted(first, next as HoldStage ?? new HoldStage(next));
            }),
            step.Name,
            shape);
    }

    public static void Append(QueryOperator step, PlanDraft draft) => AddValue(step, draft, AddPlace.After);

    public static void Prepend(QueryOperator step, PlanDraft draft) => AddValue(step, draft, AddPlace.Before);

    public static void DefaultIfEmpty(QueryOperator step, PlanDraft draft) => AddValue(step, draft, AddPlace.Instead);

    public static void Chunk(QueryOperator step, PlanDraft draft)
    {
        var size = step.Value<int>(0);
        var type = TypedList.Of(step.Types[0]);
        draft.TakeElements();
        var isPlain = draft.Shape.IsPlain;
        draft.AddNew(
            new ClientOperator(() => step.Text(size), (next, _) => isPlain
                ? new ChunkStage(Positive(size), type.ToArray, type.NewList, next)
                : new ChunkStage(Positive(size), elements => elements, () => new List<object?>(), next)),
            step.Name,
            isPlain ? new PlainShape(step.ElementType) { IsThere = true } : new ListShape(step.ElementType, draft.Shape));
    }

    public static void Index(QueryOperator step, PlanDraft draft)
    {
        var pair = TypedPair.Of(typeof(int), step.Types[0]);
        draft.TakeElements();
        var parts = KeptParts.Of(step.ElementType, values => pair.Tuple(values[0], values[1]), [ElementShape.Of(typeof(int)), draft.Shape]);
        draft.AddNew(
            new ClientOperator(() => step.Text(), (next, _) => new NumberedStage((element, number) => parts.Make([number, element]), next)), step.Name, parts.Shape);
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
        var result = second.Over([(draft.Over(ElementLambda.Of(step.Lambda(1))), 1)])[0].With(1, second.Shape(step.Types[1]));
        var other = draft.Combine(second);
        AddZip(step, draft, () => step.Text(other, result), [other], (element, others) => result.Pair(element, others[0].Current), result.PairShape);
    }

    private static void ZipInTwos(QueryOperator step, PlanDraft draft)
    {
        var pair = TypedPair.Of(step.Types[0], step.Types[1]);
        draft.TakeElements();
        var other = SecondDraft.Read(step[0], draft).TakeElements();
        var parts = KeptParts.Of(step.ElementType, values => pair.Tuple(values[0], values[1]), [draft.Shape, other.Shape(step.Types[1])]);
        var second = draft.Combine(other);
        AddZip(step, draft, () => step.Text(second), [second], (element, others) => parts.Make([element, others[0].Current]), parts.Shape);
    }

    private static void ZipInThrees(QueryOperator step, PlanDraft draft)
    {
        var triple = TypedTriple.Of(step.Types[0], step.Types[1], step.Types[2]);
        draft.TakeElements();
        var (two, three) = (SecondDraft.Read(step[0], draft).TakeElements(), SecondDraft.Read(step[1], draft).TakeElements());
        var parts = KeptParts.Of(
            step.ElementType, values => triple.Tuple(values[0], values[1], values[2]), [draft.Shape, two.Shape(step.Types[1]), three.Shape(step.Types[2])]);
        var (second, third) = (draft.Combine(two), draft.Combine(three));
        AddZip(
            step,
            draft,
            () => step.Text(second, third),
            [second, third],
            (element, others) => parts.Make([element, others[0].Current, others[1].Current]),
            parts.Shape);
    }

    // As in LINQ the query can be made, and fails when it runs.
    private static int Positive(int size) => size > 0
        ? size
        : throw new ArgumentOutOfRangeException(nameof(size), size, "A chunk holds at least one element. The query was not run: give Chunk a size of 1 or more.");

    private static void AddZip(
        QueryOperator step,
        PlanDraft draft,
        Func<string> text,
        SecondSequence[] seconds,
        Func<object?, IReadOnlyList<IEnumerator>, object?> result,
        ElementShape shape) =>
        draft.AddNew(new ClientOperator(text, (next, flow) => new ZipStage(Array.ConvertAll(seconds, second => flow.Beside(second, next)), result, next)), step.Name, shape);

    private static void AddValue(QueryOperator step, PlanDraft draft, AddPlace place)
    {
        var value = step.Count == 0 ? NullableTypes.DefaultOf(step.Types[0]) : step.Value<object>(0);
        draft.TakeElements();
        var kept = draft.Shape.Enter(value);
        draft.AddNew(
            new ClientOperator(() => step.Text(ExpressionText.OfValue(value)), (next, _) => new AddStage(kept, place, next)),
            step.Name,
            NullableTypes.HasNull(step.Types[0]) ? draft.Shape.OrMissing : draft.Shape);
    }

    private static ElementStage Converted(Func<object?, object?>? convert, ElementStage next) => convert is null ? next : new ProjectStage(convert, next);
}

/// <summary>Adds one value before the elements, after them, or in their place if there are no elements.</summary>
internal sealed class AddStage(object? value, AddPlace place, ElementStage next) : ElementStage(next)
{
    private bool _begun;

    public override bool Accept(object? element)
    {
        if (!Begin(place == AddPlace.Before)) return false;
        return Next.Accept(element);
    }

    public override void Complete()
    {
        Begin(place is AddPlace.Before or AddPlace.Instead);
        if (place == AddPlace.After && Next.WantsMore) Next.Accept(value);
        Next.Complete();
    }

    private bool Begin(bool adds)
    {
        if (_begun) return true;
        _begun = true;
        return !adds || !Next.WantsMore || Next.Accept(value);
    }
}

internal enum AddPlace
{
    Before,
    After,
    Instead,
}

/// <summary>Passes elements on, but not their end: more follow from another source.</summary>
internal sealed class HoldStage(ElementStage next) : ElementStage(next)
{
    /// <summary>What follows.</summary>
    public ElementStage Held => Next;

    public override bool Accept(object? element) => Next.Accept(element);

    public override void Complete()
    {
    }
}

internal sealed class ChunkStage(int size, Func<IList, object> close, Func<IList> open, ElementStage next) : ElementStage(next)
{
    private IList _elements = open();

    public override bool Accept(object? element)
    {
        _elements.Add(element);
        return _elements.Count < size || PassOn();
    }

    public override void Complete()
    {
        if (_elements.Count > 0 && Next.WantsMore) PassOn();
        Next.Complete();
    }

    private bool PassOn()
    {
        var chunk = close(_elements);
        _elements = open();
        return Next.Accept(chunk);
    }
}

/// <summary>Takes a value of each other sequence to each element, until one of them ends.</summary>
internal sealed class ZipStage(IReadOnlyList<IEnumerator> others, Func<object?, IReadOnlyList<IEnumerator>, object?> result, ElementStage next) : ElementStage(next)
{
    private bool _ended;

    public override bool WantsMore => !_ended && Next.WantsMore;

    public override bool Accept(object? element)
    {
        foreach (var other in others) _ended = _ended || !other.MoveNext();
        return !_ended && Next.Accept(result(element, others));
    }
}
