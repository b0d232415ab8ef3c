using System.Collections;
using OfflineFiles.Sdk.Linq.Execute.Typed;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>The order of values in a query, unless it names its own: null first, strings ordinal ignoring case.</summary>
internal sealed class QueryOrder : IComparer
{
    public static QueryOrder Instance { get; } = new();

    /// <param name="type">The type of the values.</param>
    /// <param name="comparer">What an operator was given, an <see cref="IComparer{T}"/> of the type; null when it was given none.</param>
    public static IComparer Of(Type type, object? comparer) => comparer is null ? Instance : RowType.Of(type).Order(comparer);

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (string left, string right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase),
        (UncPath left, UncPath right) => left.CompareTo(right),
        _ => Comparer.DefaultInvariant.Compare(x, y),
    };
}
