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
        var second = draft.Combine(SecondDraft.Read(step[0], draft).TakeElements());
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
        var type = TypedList.Of(step.Types[0]);
        draft.TakeElements();
        AddNew(step, draft, () => step.Text(size), (next, _) => new ChunkStage(size, type, next));
    }

    public static void Index(QueryOperator step, PlanDraft draft)
    {
        var pair = TypedPair.Of(typeof(int), step.Types[0]);
        draft.TakeElements();
        AddNew(step, draft, () => step.Text(), (next, _) => new NumberedStage((element, number) => pair.Tuple(number, element), next));
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
        var result = second.Over([(draft.Over(ElementLambda.Of(step.Lambda(1))), 1)])[0];
        var other = draft.Combine(second);
        AddZip(step, draft, () => step.Text(other, result), [other], (element, others) => result.Pair(element, others[0].Current));
    }

    private static void ZipInTwos(QueryOperator step, PlanDraft draft)
    {
        var pair = TypedPair.Of(step.Types[0], step.Types[1]);
        draft.TakeElements();
        var second = draft.Combine(SecondDraft.Read(step[0], draft).TakeElements());
        AddZip(step, draft, () => step.Text(second), [second], (element, others) => pair.Tuple(element, others[0].Current));
    }

    private static void ZipInThrees(QueryOperator step, PlanDraft draft)
    {
        var triple = TypedTriple.Of(step.Types[0], step.Types[1], step.Types[2]);
        draft.TakeElements();
        var second = draft.Combine(SecondDraft.Read(step[0], draft).TakeElements());
        var third = draft.Combine(SecondDraft.Read(step[1], draft).TakeElements());
        AddZip(step, draft, () => step.Text(second, third), [second, third], (element, others) => triple.Tuple(element, others[0].Current, others[1].Current));
    }

    private static void AddZip(
        QueryOperator step, PlanDraft draft, Func<string> text, SecondSequence[] seconds, Func<object?, IReadOnlyList<IEnumerator>, object?> result) =>
        AddNew(step, draft, text, (next, flow) => new ZipStage(Array.ConvertAll(seconds, flow.Beside), result, next));

    private static void AddValue(QueryOperator step, PlanDraft draft, AddPlace place)
    {
        var value = step.Count == 0 ? NullableTypes.DefaultOf(step.Types[0]) : step.Value<object>(0);
        draft.TakeElements();
        AddNew(step, draft, () => step.Text(ExpressionText.OfValue(value)), (next, _) => new AddStage(value, place, next));
    }

    private static void AddNew(QueryOperator step, PlanDraft draft, Func<string> text, Func<ElementStage, ElementFlow, ElementStage> create) =>
        draft.AddNew(new ClientOperator(text, create), step.Name);
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
    public override bool Accept(object? element) => Next.Accept(element);

    public override void Complete()
    {
    }
}

internal sealed class ChunkStage(int size, TypedList type, ElementStage next) : ElementStage(next)
{
    private IList _elements = type.NewList();

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
        var chunk = type.ToArray(_elements);
        _elements = type.NewList();
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
