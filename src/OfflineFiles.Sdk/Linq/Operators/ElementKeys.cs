using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>What elements are told apart by: how to read it, made when a run first asks, and when two are one. Immutable.</summary>
internal sealed record ElementKey(Func<Func<object?, object?>> Reader, IEqualityComparer<object?> Equality)
{
    /// <summary>The elements themselves, by the comparer the operator was given.</summary>
    public static ElementKey Itself(QueryOperator step) => new(() => element => element, QueryEquality.Of(step.Types[0], step.Comparer()));

    /// <summary>What a selector reads of each element, by the comparer the operator was given.</summary>
    public static ElementKey Of(QueryOperator step, ElementLambda selector) => new(() => selector.Key, QueryEquality.Of(selector.Body.Type, step.Comparer()));
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
