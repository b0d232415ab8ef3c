using System.Linq.Expressions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Translate;

/// <summary>
/// Something of the row compared with a value, a negation around it already taken in: which operator, and whether a row where that
/// something is NULL belongs to the answer. With null itself only (un)equality is a relation: no order holds with it.
/// </summary>
internal sealed record Relation(Expression Operand, WqlComparisonOperator Operator, object? Value, bool IncludesNull, Expression Source)
{
    /// <summary>NULL is equal to null alone, and neither less nor greater than any value.</summary>
    public static Relation Of(Expression operand, WqlComparisonOperator comparison, object? value, bool isNegated, Expression source) => new(
        operand,
        isNegated ? Comparison.Negate(comparison) : comparison,
        value,
        (comparison == (value is null ? WqlComparisonOperator.Equal : WqlComparisonOperator.NotEqual)) != isNegated,
        source);

    /// <summary>The relation between the operand and another value that is asked instead, with the same answer.</summary>
    public Relation With(Expression operand, WqlComparisonOperator comparison, object? value) => this with { Operand = operand, Operator = comparison, Value = value };

    /// <summary>Whether it holds of a value instead of something of the row; null when the two have no order.</summary>
    public bool? HoldsOf(object? operand)
    {
        if (operand is null) return IncludesNull;
        if (Value is null) return Operator == WqlComparisonOperator.NotEqual;
        if (operand is string left && Value is string right) return Comparison.Holds(Operator, string.Compare(left, right, StringComparison.OrdinalIgnoreCase));
        if (operand is IComparable order && operand.GetType() == Value.GetType()) return Comparison.Holds(Operator, order.CompareTo(Value));
        return Comparison.IsEquality(Operator) ? Equals(operand, Value) == (Operator == WqlComparisonOperator.Equal) : null;
    }

    public PredicateTranslation Refused(string reason) => PredicateTranslation.Refused(Source, reason);
}
