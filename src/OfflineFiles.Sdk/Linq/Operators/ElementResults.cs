using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>One of the elements.</summary>
internal static class ElementResults
{
    public static QueryResult First(LambdaExpression? predicate) =>
        OfFirst(nameof(First), predicate, plan => new ElementFold(0, new MissingElement.Error(plan)));

    public static QueryResult FirstOrDefault(LambdaExpression? predicate, object? instead) =>
        OfFirst(nameof(FirstOrDefault), predicate, _ => new ElementFold(0, new MissingElement.Instead(instead)));

    public static QueryResult Last(LambdaExpression? predicate) =>
        Of(nameof(Last), predicate, plan => new LastFold(1, new MissingElement.Error(plan)));

    public static QueryResult LastOrDefault(LambdaExpression? predicate, object? instead) =>
        Of(nameof(LastOrDefault), predicate, _ => new LastFold(1, new MissingElement.Instead(instead)));

    public static QueryResult Single(LambdaExpression? predicate) =>
        Of(nameof(Single), predicate, plan => new SingleFold(plan, new MissingElement.Error(plan)));

    public static QueryResult SingleOrDefault(LambdaExpression? predicate, object? instead) =>
        Of(nameof(SingleOrDefault), predicate, plan => new SingleFold(plan, new MissingElement.Instead(instead)));

    public static QueryResult At(Index index) => At(index.Value, index.IsFromEnd, plan => new MissingElement.OutOfRange(plan));

    /// <param name="index">Counted from the first; below zero there is no element.</param>
    public static QueryResult At(int index) => At(index, isFromEnd: false, plan => new MissingElement.OutOfRange(plan));

    public static QueryResult AtOrDefault(Index index, object? instead) => At(index.Value, index.IsFromEnd, _ => new MissingElement.Instead(instead));

    /// <inheritdoc cref="At(int)"/>
    public static QueryResult AtOrDefault(int index, object? instead) => At(index, isFromEnd: false, _ => new MissingElement.Instead(instead));

    private static QueryResult At(int place, bool isFromEnd, Func<QueryPlan, MissingElement> missing) => new(draft =>
    {
        draft.Leave();
        if (isFromEnd ? place == 0 : place < 0) draft.TakeNothing();
        return (plan, _) => isFromEnd ? new LastFold(place, missing(plan)) : new ElementFold(place, missing(plan));
    });

    private static QueryResult OfFirst(string name, LambdaExpression? predicate, Func<QueryPlan, ResultFold> fold) =>
        Of(name, predicate, fold, isFirst: true);

    private static QueryResult Of(string name, LambdaExpression? predicate, Func<QueryPlan, ResultFold> fold, bool isFirst = false) => new(draft =>
    {
        if (predicate is not null) draft.Where(predicate, name);
        if (isFirst) draft.LimitTo(1);
        draft.Leave();
        return (plan, _) => fold(plan);
    });
}

/// <summary>The element at a place, counted from the first.</summary>
internal sealed class ElementFold(int index, MissingElement missing) : ResultFold
{
    private int _left = index;
    private object? _value;
    private bool _found;

    public override object? Finish() => _found ? _value : missing.Value();

    protected override bool Add(object? element)
    {
        if (_left-- != 0) return _left >= 0;
        (_value, _found) = (element, true);
        return false;
    }
}

/// <summary>The element at a place, counted from the end, 1 for the last; the given value, or an error, if there are too few.</summary>
internal sealed class LastFold(int fromEnd, MissingElement missing) : ResultFold
{
    private readonly Queue<object?> _held = new();

    public override object? Finish() => fromEnd > 0 && _held.Count == fromEnd ? _held.Peek() : missing.Value();

    protected override bool Add(object? element)
    {
        if (_held.Count == fromEnd && fromEnd > 0) _held.Dequeue();
        if (fromEnd > 0) _held.Enqueue(element);
        return fromEnd > 0;
    }
}

/// <summary>The only element.</summary>
internal sealed class SingleFold(QueryPlan plan, MissingElement missing) : ResultFold
{
    private object? _value;
    private int _count;

    public override object? Finish() => _count switch
    {
        0 => missing.Value(),
        1 => _value,
        _ => throw new InvalidOperationException($"Sequence contains more than one element. The query: {ReadableText.Of(plan.Describe())}"),
    };

    protected override bool Add(object? element)
    {
        _value = element;
        return ++_count < 2;
    }
}
