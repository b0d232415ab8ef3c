using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Take a part of the elements by their place.</summary>
internal static class PageOperators
{
    public static void Skip(QueryOperator step, PlanDraft draft)
    {
        var count = step.Value<int>(0);
        draft.AddSkip(Step(step, next => new SkipStage(count, next)), count, step.Name);
    }

    public static void Take(QueryOperator step, PlanDraft draft)
    {
        if (step[0].Type != typeof(int))
        {
            TakeRange(step, draft);
            return;
        }

        var count = step.Value<int>(0);
        draft.LimitTo(count);
        Add(step, draft, next => new TakeStage(count, next));
        if (count <= 0) draft.TakeNothing();
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
        if (count <= 0) draft.TakeNothing();
    }

    public static void TakeWhile(QueryOperator step, PlanDraft draft)
    {
        var predicate = draft.Over(ElementLambda.Of(step.Lambda(0)));
        draft.AddBarrier(new ClientOperator(() => step.Text(predicate), (next, _) => new TakeWhileStage(predicate.IndexedPredicate, next)), step.Name);
    }

    public static void SkipWhile(QueryOperator step, PlanDraft draft)
    {
        var predicate = draft.Over(ElementLambda.Of(step.Lambda(0)));
        draft.AddBarrier(new ClientOperator(() => step.Text(predicate), (next, _) => new SkipWhileStage(predicate.IndexedPredicate, next)), step.Name);
    }

    private static void TakeRange(QueryOperator step, PlanDraft draft)
    {
        var range = step.Value<Range>(0);
        if (!range.Start.IsFromEnd && !range.End.IsFromEnd)
        {
            var (first, count) = (range.Start.Value, Math.Max(0, range.End.Value - range.Start.Value));
            draft.LimitTo(range.End.Value);
            Add(step, draft, next => new SkipStage(first, new TakeStage(count, next)));
            if (count == 0) draft.TakeNothing();
            return;
        }

        draft.AddBarrier(
            new ClientOperator(() => step.Text(range), (next, _) => new BufferStage(elements => Within(elements, range), next)) { Buffers = true }, step.Name);
        if (range.Start.IsFromEnd && range.End.IsFromEnd && range.Start.Value <= range.End.Value) draft.TakeNothing();
    }

    private static IEnumerable<object?> Within(List<object?> elements, Range range)
    {
        var start = Math.Max(0, range.Start.GetOffset(elements.Count));
        return elements.Skip(start).Take(range.End.GetOffset(elements.Count) - start);
    }

    private static void Add(QueryOperator step, PlanDraft draft, Func<ElementStage, ElementStage> create) => draft.AddBarrier(Step(step, create), step.Name);

    private static ClientOperator Step(QueryOperator step, Func<ElementStage, ElementStage> create) =>
        new(() => step.Text(ExpressionText.Of(ExpressionNormalizer.Normalize(step[0]))), (next, _) => create(next));
}

internal sealed class SkipStage(int count, ElementStage next) : ElementStage(next)
{
    private int _left = count;

    public override bool Accept(object? element) => _left <= 0 ? Next.Accept(element) : --_left >= 0;
}

internal sealed class TakeStage(int count, ElementStage next) : ElementStage(next)
{
    private int _left = count;

    public override bool WantsMore => _left > 0 && Next.WantsMore;

    public override bool Accept(object? element)
    {
        if (_left <= 0) return false;
        _left--;
        return Next.Accept(element) && _left > 0;
    }
}

/// <summary>Passes an element on when as many have followed as are to be left out.</summary>
internal sealed class SkipLastStage(int count, ElementStage next) : ElementStage(next)
{
    private readonly Queue<object?> _held = new();

    public override bool Accept(object? element)
    {
        if (count <= 0) return Next.Accept(element);
        var isFull = _held.Count == count;
        var passed = isFull ? _held.Dequeue() : null;
        _held.Enqueue(element);
        return !isFull || Next.Accept(passed);
    }
}

/// <summary>Keeps the last few elements and passes them on when there are no more.</summary>
internal sealed class TakeLastStage(int count, ElementStage next) : ElementStage(next)
{
    private readonly Queue<object?> _held = new();

    public override bool WantsMore => count > 0 && Next.WantsMore;

    public override bool Accept(object? element)
    {
        if (_held.Count == count) _held.Dequeue();
        _held.Enqueue(element);
        return true;
    }

    public override void Complete()
    {
        foreach (var element in _held)
            if (!Next.Accept(element)) break;
        Next.Complete();
    }
}

internal sealed class SkipWhileStage(Func<object?, int, bool> predicate, ElementStage next) : ElementStage(next)
{
    private int _number = -1;
    private bool _begun;

    public override bool Accept(object? element)
    {
        _begun = _begun || !predicate(element, checked(++_number));
        return !_begun || Next.Accept(element);
    }
}

internal sealed class TakeWhileStage(Func<object?, int, bool> predicate, ElementStage next) : ElementStage(next)
{
    private int _number = -1;
    private bool _ended;

    public override bool WantsMore => !_ended && Next.WantsMore;

    public override bool Accept(object? element)
    {
        if (_ended) return false;
        _ended = !predicate(element, checked(++_number));
        return !_ended && Next.Accept(element);
    }
}
