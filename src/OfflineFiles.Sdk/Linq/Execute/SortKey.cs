using System.Collections;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>One key of an order: how to read it, and how to compare two.</summary>
internal sealed class SortKey(ParameterExpression row, Expression body, bool descends, IComparer comparer)
{
    private readonly Lazy<Func<object?, object?>> _read = new(() => RowFunction.Key(row, body));

    public object? Read(object? value) => _read.Value(value);

    public int Compare(object? left, object? right) => descends ? comparer.Compare(right, left) : comparer.Compare(left, right);
}
