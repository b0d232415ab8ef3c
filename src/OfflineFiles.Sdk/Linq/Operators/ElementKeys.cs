using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>What elements are told apart by: how to read it, made when a run first asks, and when two are one. Immutable.</summary>
internal sealed record ElementKey(Func<Func<object?, object?>> Reader, IEqualityComparer<object?> Equality)
{
    /// <summary>Whether it is the element itself.</summary>
    public bool IsItself { get; private init; }

    /// <summary>The elements themselves, as they are kept, by the comparer the operator was given.</summary>
    public static ElementKey Itself(QueryOperator step, ElementShape shape) => Itself(step, shape, shape);

    /// <summary>The same where they are compared with others that are kept otherwise, in a shape that both take.</summary>
    public static ElementKey Itself(QueryOperator step, ElementShape shape, ElementShape common) =>
        In(common, step, shape, () => element => element) with { IsItself = ShapeConversion.Between(shape, common) is null };

    /// <summary>What a selector reads of each element, by the comparer the operator was given.</summary>
    public static ElementKey Of(QueryOperator step, ElementLambda selector) => Of(step, selector, selector.Shape);

    /// <inheritdoc cref="Itself(QueryOperator, ElementShape, ElementShape)"/>
    public static ElementKey Of(QueryOperator step, ElementLambda selector, ElementShape common) => In(common, step, selector.Shape, () => selector.Key);

    private static ElementKey In(ElementShape common, QueryOperator step, ElementShape shape, Func<Func<object?, object?>> read)
    {
        if (ShapeConversion.Between(shape, common) is not { } convert) return new ElementKey(read, common.Equality(step.Comparer()));
        return new ElementKey(
            () =>
            {
                var kept = read();
                return element => convert(kept(element));
            },
            common.Equality(step.Comparer()));
    }
}

/// <summary>Values by key, in the order the keys came; a key may be null.</summary>
internal sealed class KeyTable<TValue>(IEqualityComparer<object?> equality)
    where TValue : class
{
    private readonly Dictionary<object, TValue> _values = new(equality);
    private readonly List<TValue> _ordered = [];
    private TValue? _ofNull;

    public IReadOnlyList<TValue> Values => _ordered;

    public TValue? Find(object? key) => key is null ? _ofNull : _values.TryGetValue(key, out var value) ? value : null;

    public TValue Add(object? key, TValue value)
    {
        if (key is null) _ofNull = value;
        else _values.Add(key, value);
        _ordered.Add(value);
        return value;
    }
}
