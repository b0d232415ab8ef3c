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
        draft.Sort(new SortOrder(Key(step, () => key.Key, key.Shape), () => step.Text(key)), refines: false);
    }

    public static void ThenBy(QueryOperator step, PlanDraft draft)
    {
        if (draft.Order is not { } order) throw step.Refused("it does not follow an OrderBy", "Write OrderBy before it.");
        var (key, shape, read) = draft.KeyBeside(ElementLambda.Of(step.Lambda(0)));
        draft.Sort(new SortOrder(Key(step, read, shape), () => step.Text(key), order), refines: true);
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

    private static SortKey Key(QueryOperator step, Func<Func<object?, object?>> read, ElementShape shape) =>
        new(read, step.Name.EndsWith("Descending", StringComparison.Ordinal), shape.Order(step.Comparer()));
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
internal sealed class SortKey(Func<Func<object?, object?>> read, bool descends, IComparer comparer)
{
    public Func<object?, object?> Reader() => read();

    public int Compare(object? left, object? right) => descends ? comparer.Compare(right, left) : comparer.Compare(left, right);
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
