using System.Collections;
using OfflineFiles.Sdk.Linq.Equality;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>The order of values in a query, unless it names its own: null first, strings ordinal ignoring case.</summary>
internal sealed class QueryOrder : IComparer, IComparer<object?>
{
    public static QueryOrder Instance { get; } = new();

    /// <param name="type">The type of the values.</param>
    /// <param name="comparer">What an operator was given, an <see cref="IComparer{T}"/> of the type; null for the order of a query.</param>
    public static IComparer Of(Type type, object? comparer) => comparer is null ? Instance : TypedList.Of(type).Order(comparer);

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (string left, string right) => WqlText.Compare(left, right),
        (UncPath left, UncPath right) => left.CompareTo(right),
        (IStructuralComparable tuple, _) when PartTypes.IsTuple(x!.GetType()) && y is not null => tuple.CompareTo(y, this),
        _ => Comparer.DefaultInvariant.Compare(x, y),
    };
}
