using System.Collections;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;
using OfflineFiles.Sdk.Linq.Translate;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>Change the order of the elements, and nothing else.</summary>
internal static class OrderOperators
{
    private static readonly Func<object?, object?> Itself = element => element;

    public static void OrderBy(QueryOperator step, PlanDraft draft)
    {
        var key = draft.Over(ElementLambda.Of(step.Lambda(0)));
        var backend = draft.AreRows ? OrderOf(step, key) : null;
        draft.Sort(new SortOrder(Key(step, () => key.Key, key.Shape) with { Backend = backend }, () => step.Text(key)), refines: false);
    }

    public static void ThenBy(QueryOperator step, PlanDraft draft)
    {
        if (draft.Order is not { } order) throw step.Refused("it does not follow an OrderBy", "Write OrderBy before it.");
        var (key, shape, read) = draft.KeyBeside(ElementLambda.Of(step.Lambda(0)));
        draft.Sort(new SortOrder(Key(step, read, shape) with { Backend = OrderOf(step, key) }, () => step.Text(key), order), refines: true);
    }

    public static void Order(QueryOperator step, PlanDraft draft)
    {
        draft.TakeElements();
        draft.Sort(new SortOrder(Key(step, () => Itself, draft.Shape), () => step.Text()), refines: false);
    }

    public static void Reverse(QueryOperator step, PlanDraft draft) => draft.AddOrder(new ClientOperator(
        () => step.Text(), (next, _) => new BufferStage(elements => Enumerable.Reverse(elements), next))
    { Buffers = true });

    public static void Shuffle(QueryOperator step, PlanDraft draft) => draft.AddOrder(new ClientOperator(
        () => step.Text(), (next, _) => new BufferStage(elements => elements.OrderBy(_ => Guid.NewGuid()), next))
    { Buffers = true });

    // Numbers and times are ordered in one way only, and texts, unless the caller names another, as they are compared.
    private static ItemOrder? OrderOf(QueryOperator step, ElementLambda key) =>
        step.Comparer() is null
        && ItemMember.Find(key.Body, key.Element) is { } member
        && (BackendAggregate.IsNumber(member) || member.Type == typeof(string) || member.Type == typeof(UncPath))
            ? new ItemOrder(member.Property, Descends(step))
            : null;

    private static bool Descends(QueryOperator step) => step.Name.EndsWith("Descending", StringComparison.Ordinal);

    private static SortKey Key(QueryOperator step, Func<Func<object?, object?>> read, ElementShape shape) =>
        new(read, Descends(step), shape.Order(step.Comparer()));
}

/// <summary>The keys that elements are sorted by, the last with the order that it refines. Immutable.</summary>
internal sealed class SortOrder(SortKey key, Func<string> write, SortOrder? refined = null)
{
    /// <summary>The first before the others.</summary>
    public IReadOnlyList<SortKey> Keys => [.. FromLast().Select(order => order.Last).Reverse()];

    private SortKey Last => key;

    private Func<string> WriteLast => write;

    private SortOrder? Refined => refined;

    /// <summary>How Explain calls it.</summary>
    public string Write() => string.Join(".", FromLast().Select(order => order.WriteLast()).Reverse());

    private IEnumerable<SortOrder> FromLast()
    {
        for (var order = this; order is not null; order = order.Refined) yield return order;
    }
}

/// <summary>One key of an order: how to read it, and how to compare two.</summary>
internal sealed record SortKey(Func<Func<object?, object?>> Read, bool Descends, IComparer Comparer)
{
    /// <summary>The same for a backend; null if it is no property of the rows that one can order by.</summary>
    public ItemOrder? Backend { get; init; }

    public Func<object?, object?> Reader() => Read();

    public int Compare(object? left, object? right) => Descends ? Comparer.Compare(right, left) : Comparer.Compare(left, right);
}

/// <summary>Keeps the elements and passes them on in order: stable, null first, strings ordinal ignoring case.</summary>
/// <param name="keys">What they are sorted by.</param>
/// <param name="most">How many of the first are wanted. No more than twice as many are kept.</param>
/// <param name="next">Where they go.</param>
internal sealed class SortStage(IReadOnlyList<SortKey> keys, int most, ElementStage next) : ElementStage(next)
{
    private readonly Func<object?, object?>[] _readers = [.. keys.Select(key => key.Reader())];
    private List<(object?[] Keys, object? Element)> _elements = [];
    private object?[]? _worst;

    public override bool Accept(object? element)
    {
        var values = new object?[_readers.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _readers[i](element);
        if (_worst is not null && Compare(values, _worst) >= 0) return true;
        _elements.Add((values, element));
        if (_elements.Count == 2L * most) Cut();
        return true;
    }

    public override void Complete()
    {
        if (Next.WantsMore)
        {
            foreach (var index in Sorted())
                if (!Next.Accept(_elements[index].Element)) break;
        }

        Next.Complete();
    }

    // What stays stands before what comes, so that of equal elements the first stay the first.
    private void Cut()
    {
        _elements = [.. Sorted().Take(most).Select(index => _elements[index])];
        _worst = _elements[^1].Keys;
    }

    private int[] Sorted()
    {
        var order = Enumerable.Range(0, _elements.Count).ToArray();
        Array.Sort(
            order, (left, right) => Compare(_elements[left].Keys, _elements[right].Keys) is not 0 and var result ? result : left.CompareTo(right));
        return order;
    }

    private int Compare(object?[] left, object?[] right)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            var result = keys[i].Compare(left[i], right[i]);
            if (result != 0) return result;
        }

        return 0;
    }
}
