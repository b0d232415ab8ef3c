using OfflineFiles.Sdk.Linq.Equality;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>When two elements, or two keys, are one: by the comparer that the operator was given, else by the rule of a query.</summary>
internal static class QueryEquality
{
    /// <param name="type">The type of the values.</param>
    /// <param name="comparer">What the operator was given, an <see cref="IEqualityComparer{T}"/> of the type; null for the rule of a query.</param>
    public static IEqualityComparer<object?> Of(Type type, object? comparer = null) =>
        comparer is null ? ValueEquality.Of(type) : TypedList.Of(type).Equality(comparer);

    /// <summary>The same rule for collections that callers keep.</summary>
    public static IEqualityComparer<T> Of<T>() => ValueEquality.Of<T>();
}
