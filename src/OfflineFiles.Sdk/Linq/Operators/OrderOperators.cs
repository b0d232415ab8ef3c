using System.Collections;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Change the order of the elements, and nothing else.</summary>
internal static class OrderOperators
{
    private static readonly Func<object?, object?> Itself = element => element;

    public static void OrderBy(QueryOperator step, PlanDraft draft)
    {
        var key = draft.Over(ElementLambda.Of(step.Lambda(0)));
        draft.Sort(new SortOrder([Key(step, () => key.Key, key.Body.Type)], () => step.Text(key)), refines: false);
    }

    public static void ThenBy(QueryOperator step, PlanDraft draft)
    {
        if (draft.Order is not { } order) throw step.Refused("it does not follow an OrderBy", "Write OrderBy before it.");
        var (key, read) = draft.KeyBeside(ElementLambda.Of(step.Lambda(0)));
        draft.Sort(order.Then(new SortOrder([Key(step, read, key.Body.Type)], () => step.Text(key))), refines: true);
    }

    public static void Order(QueryOperator step, PlanDraft draft)
    {
        draft.TakeElements();
        draft.Sort(new SortOrder([Key(step, () => Itself, step.Types[0])], () => step.Text()), refines: false);
    }

    public static void Reverse(QueryOperator step, PlanDraft draft) => draft.Add(new ClientOperator(
        () => step.Text(), (next, _) => new BufferStage(elements => Enumerable.Reverse(elements), next))
    { Buffers = true });

    public static void Shuffle(QueryOperator step, PlanDraft draft) => draft.Add(new ClientOperator(
        () => step.Text(), (next, _) => new BufferStage(elements => elements.OrderBy(_ => Guid.NewGuid()), next))
    { Buffers = true });

    private static SortKey Key(QueryOperator step, Func<Func<object?, object?>> read, Type type) =>
        new(read, step.Name.EndsWith("Descending", StringComparison.Ordinal), QueryOrder.Of(type, step.Comparer()));
}

/// <summary>The keys that elements are sorted by, the first before the others. Immutable.</summary>
internal sealed record SortOrder(IReadOnlyList<SortKey> Keys, Func<string> Write)
{
    public SortOrder Then(SortOrder other) => new([.. Keys, .. other.Keys], () => $"{Write()}.{other.Write()}");
}

/// <summary>One key of an order: how to read it, and how to compare two.</summary>
internal sealed class SortKey(Func<Func<object?, object?>> read, bool descends, IComparer comparer)
{
    public Func<object?, object?> Reader() => read();

    public int Compare(object? left, object? right) => descends ? comparer.Compare(right, left) : comparer.Compare(left, right);
}

/// <summary>The order of values in a query, unless it names its own: null first, strings ordinal ignoring case.</summary>
internal sealed class QueryOrder : IComparer
{
    public static QueryOrder Instance { get; } = new();

    /// <param name="type">The type of the values.</param>
    /// <param name="comparer">What an operator was given, an <see cref="IComparer{T}"/> of the type; null if it was given none.</param>
    public static IComparer Of(Type type, object? comparer) => comparer is null ? Instance : TypedList.Of(type).Order(comparer);

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (string left, string right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase),
        (UncPath left, UncPath right) => left.CompareTo(right),
        _ => Comparer.DefaultInvariant.Compare(x, y),
    };
}

/// <summary>Keeps all elements and passes them on in order: stable, null first, strings ordinal ignoring case.</summary>
internal sealed class SortStage(IReadOnlyList<SortKey> keys, ElementStage next) : ElementStage(next)
{
    private readonly Func<object?, object?>[] _readers = [.. keys.Select(key => key.Reader())];
    private readonly List<(object?[] Keys, object? Element)> _elements = [];

    public override bool Accept(object? element)
    {
        var values = new object?[_readers.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _readers[i](element);
        _elements.Add((values, element));
        return true;
    }

    public override void Complete()
    {
        if (Next.WantsMore)
        {
            var order = Enumerable.Range(0, _elements.Count).ToArray();
            Array.Sort(order, Compare);
            foreach (var index in order)
                if (!Next.Accept(_elements[index].Element)) break;
        }

        Next.Complete();
    }

    private int Compare(int left, int right)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            var result = keys[i].Compare(_elements[left].Keys[i], _elements[right].Keys[i]);
            if (result != 0) return result;
        }

        return left.CompareTo(right);
    }
}
