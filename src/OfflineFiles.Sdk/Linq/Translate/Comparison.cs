using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>The comparison operators: their names in both languages, their opposites and their mirror images.</summary>
internal static class Comparison
{
    public static WqlComparisonOperator? Of(ExpressionType type) => type switch
    {
        ExpressionType.Equal => WqlComparisonOperator.Equal,
        ExpressionType.NotEqual => WqlComparisonOperator.NotEqual,
        ExpressionType.LessThan => WqlComparisonOperator.Less,
        ExpressionType.LessThanOrEqual => WqlComparisonOperator.LessOrEqual,
        ExpressionType.GreaterThan => WqlComparisonOperator.Greater,
        ExpressionType.GreaterThanOrEqual => WqlComparisonOperator.GreaterOrEqual,
        _ => null,
    };

    public static WqlComparisonOperator Negate(WqlComparisonOperator comparison) => comparison switch
    {
        WqlComparisonOperator.Equal => WqlComparisonOperator.NotEqual,
        WqlComparisonOperator.NotEqual => WqlComparisonOperator.Equal,
        WqlComparisonOperator.Less => WqlComparisonOperator.GreaterOrEqual,
        WqlComparisonOperator.LessOrEqual => WqlComparisonOperator.Greater,
        WqlComparisonOperator.Greater => WqlComparisonOperator.LessOrEqual,
        _ => WqlComparisonOperator.Less,
    };

    public static bool IsEquality(WqlComparisonOperator comparison) => comparison is WqlComparisonOperator.Equal or WqlComparisonOperator.NotEqual;

    /// <summary>Whether it holds of two values of which one is known to be less than, equal to or greater than the other.</summary>
    public static bool Holds(WqlComparisonOperator comparison, int order) => comparison switch
    {
        WqlComparisonOperator.Equal => order == 0,
        WqlComparisonOperator.NotEqual => order != 0,
        WqlComparisonOperator.Less => order < 0,
        WqlComparisonOperator.LessOrEqual => order <= 0,
        WqlComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };

    public static WqlComparisonOperator Mirror(WqlComparisonOperator comparison) => comparison switch
    {
        WqlComparisonOperator.Less => WqlComparisonOperator.Greater,
        WqlComparisonOperator.LessOrEqual => WqlComparisonOperator.GreaterOrEqual,
        WqlComparisonOperator.Greater => WqlComparisonOperator.Less,
        WqlComparisonOperator.GreaterOrEqual => WqlComparisonOperator.LessOrEqual,
        _ => comparison,
    };
}
