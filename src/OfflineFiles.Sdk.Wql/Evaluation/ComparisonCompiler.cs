namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>Makes a comparison ready: converts the constant to what the member holds, once, and picks the node of the operator.</summary>
internal static class ComparisonCompiler
{
    // NULL satisfies neither an operator nor its opposite, so the opposite operator is the whole of NOT.
    public static WqlNode<TRow> Compile<TRow>(WqlComparison comparison, WqlMember<TRow> member, bool isNegated)
    {
        var test = isNegated ? Opposite(comparison.Operator) : comparison.Operator;
        return member switch
        {
            WqlStringMember<TRow> text => comparison.Constant.TryGetString(out var value)
                ? String(test, text.Read, value)
                : throw Mismatch(comparison, "a string", "Write the constant in quotes."),
            WqlValueMember<TRow, long> integer => comparison.Constant.TryGetInteger(out var value)
                ? Integer(test, integer.Read, value)
                : throw Mismatch(comparison, "an integer", "Compare it with a whole number."),
            WqlValueMember<TRow, double> real => comparison.Constant.TryGetReal(out var value)
                ? Value(test, real.Read, value)
                : throw Mismatch(comparison, "a number", "Compare it with a number."),
            WqlValueMember<TRow, bool> when !comparison.IsEquality => throw new WqlEvaluationException(
                comparison, comparison.Property, $"{comparison.Property} is TRUE or FALSE, which have no order. Compare it with = or <>."),
            WqlValueMember<TRow, bool> boolean => comparison.Constant.TryGetBoolean(out var value)
                ? Value(test, boolean.Read, value)
                : throw Mismatch(comparison, "TRUE or FALSE", "Compare it with TRUE, FALSE, 1 or 0."),
            WqlValueMember<TRow, DateTimeOffset> date => comparison.Constant.TryGetDateTime(out var value)
                ? Value(test, date.Read, value)
                : throw Mismatch(comparison, "a date", "Write a point in time as 'yyyymmddHHMMSS.mmmmmm+000'."),
            _ => throw new WqlEvaluationException(
                comparison,
                comparison.Property,
                $"{comparison.Property} is an embedded object, which has no value to compare. Name one of its properties, or test it with IS NULL or ISA."),
        };
    }

    private static WqlNode<TRow> String<TRow>(WqlComparisonOperator test, Func<TRow, string?> read, string value) => test switch
    {
        WqlComparisonOperator.Equal => new StringEqualityNode<TRow>(read, value, isNegated: false),
        WqlComparisonOperator.NotEqual => new StringEqualityNode<TRow>(read, value, isNegated: true),
        WqlComparisonOperator.Less => new StringOrderNode<TRow, LessTest>(read, value),
        WqlComparisonOperator.LessOrEqual => new StringOrderNode<TRow, LessOrEqualTest>(read, value),
        WqlComparisonOperator.Greater => new StringOrderNode<TRow, GreaterTest>(read, value),
        _ => new StringOrderNode<TRow, GreaterOrEqualTest>(read, value),
    };

    // An unsigned constant may be above every signed value. Then it is as good as the greatest one, if that one is taken in.
    private static WqlNode<TRow> Integer<TRow>(WqlComparisonOperator test, Func<TRow, long?> read, decimal value) => value <= long.MaxValue
        ? Value(test, read, (long)value)
        : test is WqlComparisonOperator.NotEqual or WqlComparisonOperator.Less or WqlComparisonOperator.LessOrEqual
            ? Value(WqlComparisonOperator.LessOrEqual, read, long.MaxValue)
            : new NeverNode<TRow>();

    private static WqlNode<TRow> Value<TRow, TValue>(WqlComparisonOperator test, Func<TRow, TValue?> read, TValue value)
        where TValue : struct, IComparable<TValue> => test switch
        {
            WqlComparisonOperator.Equal => new ValueComparisonNode<TRow, TValue, EqualTest>(read, value),
            WqlComparisonOperator.NotEqual => new ValueComparisonNode<TRow, TValue, NotEqualTest>(read, value),
            WqlComparisonOperator.Less => new ValueComparisonNode<TRow, TValue, LessTest>(read, value),
            WqlComparisonOperator.LessOrEqual => new ValueComparisonNode<TRow, TValue, LessOrEqualTest>(read, value),
            WqlComparisonOperator.Greater => new ValueComparisonNode<TRow, TValue, GreaterTest>(read, value),
            _ => new ValueComparisonNode<TRow, TValue, GreaterOrEqualTest>(read, value),
        };

    /// <summary>The operator that holds where the other one does not, NULL aside.</summary>
    public static WqlComparisonOperator Opposite(WqlComparisonOperator test) => test switch
    {
        WqlComparisonOperator.Equal => WqlComparisonOperator.NotEqual,
        WqlComparisonOperator.NotEqual => WqlComparisonOperator.Equal,
        WqlComparisonOperator.Less => WqlComparisonOperator.GreaterOrEqual,
        WqlComparisonOperator.LessOrEqual => WqlComparisonOperator.Greater,
        WqlComparisonOperator.Greater => WqlComparisonOperator.LessOrEqual,
        _ => WqlComparisonOperator.Less,
    };

    private static WqlEvaluationException Mismatch(WqlComparison comparison, string kind, string advice) => new(
        comparison, comparison.Property, $"{comparison.Property} is {kind}, and {comparison.Constant} cannot be read as one. {advice}");
}
