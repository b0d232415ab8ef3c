using System.Globalization;

namespace OfflineFiles.Sdk.Wql.Tests.Laws;

/// <summary>
/// The meaning of a predicate over a row, walked anew for each row. The three values are those of <c>bool?</c>, whose <c>&amp;</c>,
/// <c>|</c> and <c>!</c> are the three-valued ones.
/// </summary>
internal static class NaiveEvaluation
{
    public static bool? Evaluate(WqlPredicate predicate, LawRow row) => predicate switch
    {
        WqlAnd and => and.Operands.Aggregate((bool?)true, (truth, operand) => truth & Evaluate(operand, row)),
        WqlOr or => or.Operands.Aggregate((bool?)false, (truth, operand) => truth | Evaluate(operand, row)),
        WqlNot not => !Evaluate(not.Operand, row),
        WqlNullTest test => ValueOf(test.Property, row) is null != test.IsNegated,
        WqlLike like => ValueOf(like.Property, row) is string text ? NaiveLike.IsMatch(like.Pattern.Text, text) : null,
        WqlComparison comparison => ValueOf(comparison.Property, row) is { } value
            ? Holds(comparison.Operator, Compare(value, comparison.Constant))
            : null,
        WqlPropertyComparison pair => ValueOf(pair.Property, row) is { } left && ValueOf(pair.Other, row) is { } right
            ? Holds(pair.Operator, Compare(left, right))
            : null,
        _ => throw new NotSupportedException(predicate.ToString()),
    };

    private static object? ValueOf(WqlProperty property, LawRow row) => property.Text.ToUpperInvariant() switch
    {
        { Length: 7 } text when text.StartsWith("OTHER.", StringComparison.Ordinal) =>
            row.Other is { } other ? ValueOf(new WqlProperty(text[6..]), other) : null,
        "T" => row.T,
        "N" => row.N,
        "R" => row.R,
        "B" => row.B,
        "D" => row.D,
        _ => null,
    };

    private static int Compare(object value, WqlConstant constant)
    {
        var text = constant is WqlStringConstant quoted ? quoted.Value : constant.ToString();
        return value switch
        {
            string s => StringComparer.OrdinalIgnoreCase.Compare(s, text),
            long n => ((decimal)n).CompareTo(decimal.Parse(text, CultureInfo.InvariantCulture)),
            double r => r.CompareTo(double.Parse(text, CultureInfo.InvariantCulture)),
            bool b => b.CompareTo(text.ToUpperInvariant() is "TRUE" or "1"),
            DateTimeOffset d => d.UtcDateTime.CompareTo(
                DateTime.ParseExact(text[..21], "yyyyMMddHHmmss.ffffff", CultureInfo.InvariantCulture)),
            _ => throw new NotSupportedException(value.ToString()),
        };
    }

    private static int Compare(object left, object right) => left switch
    {
        string s => StringComparer.OrdinalIgnoreCase.Compare(s, (string)right),
        DateTimeOffset d => d.UtcDateTime.CompareTo(((DateTimeOffset)right).UtcDateTime),
        _ => ((IComparable)left).CompareTo(right),
    };

    private static bool Holds(WqlComparisonOperator comparison, int sign) => comparison switch
    {
        WqlComparisonOperator.Equal => sign == 0,
        WqlComparisonOperator.NotEqual => sign != 0,
        WqlComparisonOperator.Less => sign < 0,
        WqlComparisonOperator.LessOrEqual => sign <= 0,
        WqlComparisonOperator.Greater => sign > 0,
        WqlComparisonOperator.GreaterOrEqual => sign >= 0,
        _ => throw new NotSupportedException(comparison.ToString()),
    };
}
