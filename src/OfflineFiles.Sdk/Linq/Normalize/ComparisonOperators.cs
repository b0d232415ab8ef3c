using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>The operators that compare two values.</summary>
internal static class ComparisonOperators
{
    public static bool Contains(ExpressionType type) => type
        is ExpressionType.Equal or ExpressionType.NotEqual
        or ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual;

    public static bool Holds(ExpressionType type, int left, int right) => type switch
    {
        ExpressionType.Equal => left == right,
        ExpressionType.NotEqual => left != right,
        ExpressionType.LessThan => left < right,
        ExpressionType.LessThanOrEqual => left <= right,
        ExpressionType.GreaterThan => left > right,
        _ => left >= right,
    };
}
