using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>
/// Something of the row compared with a value, a negation around it already taken in: which operator, and whether a row where that
/// something is NULL belongs to the answer. With null itself only (un)equality makes sense: no order holds with it.
/// </summary>
internal sealed record ValueComparison(Expression Operand, WqlComparisonOperator Operator, object? Value, bool IncludesNull, Expression Source)
{
    /// <summary>NULL is equal to null alone, and neither less nor greater than any value.</summary>
    public static ValueComparison Of(Expression operand, WqlComparisonOperator comparison, object? value, bool isNegated, Expression source) => new(
        operand,
        isNegated ? ComparisonOperators.Negate(comparison) : comparison,
        value,
        (comparison == (value is null ? WqlComparisonOperator.Equal : WqlComparisonOperator.NotEqual)) != isNegated,
        source);

    /// <summary>The comparison of another operand and value that is asked instead, with the same answer.</summary>
    public ValueComparison With(Expression operand, WqlComparisonOperator comparison, object? value) => this with { Operand = operand, Operator = comparison, Value = value };

    /// <summary>Whether it holds of a value instead of something of the row; null if the two have no order.</summary>
    public bool? HoldsOf(object? operand)
    {
        if (operand is null) return IncludesNull;
        if (Value is null) return Operator == WqlComparisonOperator.NotEqual;
        if (operand is string left && Value is string right) return ComparisonOperators.Holds(Operator, WqlText.Compare(left, right));
        if (operand is IComparable order && operand.GetType() == Value.GetType()) return ComparisonOperators.Holds(Operator, order.CompareTo(Value));
        return ComparisonOperators.IsEquality(Operator) ? Equals(operand, Value) == (Operator == WqlComparisonOperator.Equal) : null;
    }

    public PredicateTranslation Refused(string reason) => PredicateTranslation.Refused(Source, reason);
}

/// <summary>The comparison operators: their names in both languages, their opposites and their mirror images.</summary>
internal static class ComparisonOperators
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
