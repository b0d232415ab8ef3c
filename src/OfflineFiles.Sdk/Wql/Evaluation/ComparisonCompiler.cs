namespace OfflineFiles.Sdk.Wql;

/// <summary>Makes a comparison ready: converts the constant to what the member holds, once, and picks the node of the operator.</summary>
internal static class ComparisonCompiler
{
    public static WqlNode<TRow> Compile<TRow>(WqlComparison comparison, WqlMember<TRow> member) => member switch
    {
        WqlStringMember<TRow> text => CompileString(comparison, text.Read),
        WqlValueMember<TRow, long> integer => CompileInteger(comparison, integer),
        WqlValueMember<TRow, double> real => comparison.Constant.TryGetReal(out var value)
            ? CompileValue(comparison.Operator, real.Read, value)
            : throw Mismatch(comparison, "a number", "Compare it with a number."),
        WqlValueMember<TRow, bool> boolean => CompileBoolean(comparison, boolean.Read),
        WqlValueMember<TRow, DateTimeOffset> date => comparison.Constant.TryGetDateTime(out var value)
            ? CompileValue(comparison.Operator, date.Read, value)
            : throw Mismatch(comparison, "a date", "Write a point in time as 'yyyymmddHHMMSS.mmmmmm+000'."),
        _ => throw new WqlEvaluationException(
            comparison,
            comparison.Property,
            $"{comparison.Property} is an embedded object, which has no value to compare. Name one of its properties, or test it with IS NULL or ISA."),
    };

    private static WqlNode<TRow> CompileString<TRow>(WqlComparison comparison, Func<TRow, string?> read)
    {
        if (!comparison.Constant.TryGetString(out var value))
            throw Mismatch(comparison, "a string", "Write the constant in quotes.");
        return comparison.Operator switch
        {
            WqlComparisonOperator.Equal => new StringEqualityNode<TRow>(read, value, isNegated: false),
            WqlComparisonOperator.NotEqual => new StringEqualityNode<TRow>(read, value, isNegated: true),
            WqlComparisonOperator.Less => new StringOrderNode<TRow, LessTest>(read, value),
            WqlComparisonOperator.LessOrEqual => new StringOrderNode<TRow, LessOrEqualTest>(read, value),
            WqlComparisonOperator.Greater => new StringOrderNode<TRow, GreaterTest>(read, value),
            _ => new StringOrderNode<TRow, GreaterOrEqualTest>(read, value),
        };
    }

    private static WqlNode<TRow> CompileInteger<TRow>(WqlComparison comparison, WqlValueMember<TRow, long> member)
    {
        if (!comparison.Constant.TryGetInteger(out var value))
            throw Mismatch(comparison, "an integer", "Compare it with a whole number.");

        // An unsigned constant above every signed value: the answer is known.
        return value > long.MaxValue
            ? new SettledNode<TRow>(member, comparison.Operator
                is WqlComparisonOperator.NotEqual or WqlComparisonOperator.Less or WqlComparisonOperator.LessOrEqual)
            : CompileValue(comparison.Operator, member.Read, (long)value);
    }

    private static WqlNode<TRow> CompileBoolean<TRow>(WqlComparison comparison, Func<TRow, bool?> read)
    {
        if (!comparison.IsEquality)
            throw new WqlEvaluationException(
                comparison, comparison.Property, $"{comparison.Property} is TRUE or FALSE, which have no order. Compare it with = or <>.");
        return comparison.Constant.TryGetBoolean(out var value)
            ? CompileValue(comparison.Operator, read, value)
            : throw Mismatch(comparison, "TRUE or FALSE", "Compare it with TRUE, FALSE, 1 or 0.");
    }

    private static WqlNode<TRow> CompileValue<TRow, TValue>(WqlComparisonOperator comparison, Func<TRow, TValue?> read, TValue value)
        where TValue : struct, IComparable<TValue> => comparison switch
        {
            WqlComparisonOperator.Equal => new ValueComparisonNode<TRow, TValue, EqualTest>(read, value),
            WqlComparisonOperator.NotEqual => new ValueComparisonNode<TRow, TValue, NotEqualTest>(read, value),
            WqlComparisonOperator.Less => new ValueComparisonNode<TRow, TValue, LessTest>(read, value),
            WqlComparisonOperator.LessOrEqual => new ValueComparisonNode<TRow, TValue, LessOrEqualTest>(read, value),
            WqlComparisonOperator.Greater => new ValueComparisonNode<TRow, TValue, GreaterTest>(read, value),
            _ => new ValueComparisonNode<TRow, TValue, GreaterOrEqualTest>(read, value),
        };

    private static WqlEvaluationException Mismatch(WqlComparison comparison, string kind, string advice) => new(
        comparison, comparison.Property, $"{comparison.Property} is {kind}, and {comparison.Constant} cannot be read as one. {advice}");
}
