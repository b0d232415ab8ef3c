namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>Makes a comparison of two members ready: picks the node for their kind and the operator.</summary>
internal static class PairCompiler
{
    // NULL satisfies neither an operator nor its opposite, so the opposite operator is the whole of NOT.
    public static WqlNode<TRow> Compile<TRow>(WqlPropertyComparison pair, WqlMember<TRow> left, WqlMember<TRow> right, bool isNegated)
    {
        var test = isNegated ? ComparisonCompiler.Opposite(pair.Operator) : pair.Operator;
        return (left, right) switch
        {
            (WqlStringMember<TRow> x, WqlStringMember<TRow> y) => String(test, x.Read, y.Read),
            (WqlValueMember<TRow, long> x, WqlValueMember<TRow, long> y) => Value(test, x.Read, y.Read),
            (WqlValueMember<TRow, double> x, WqlValueMember<TRow, double> y) => Value(test, x.Read, y.Read),
            (WqlValueMember<TRow, bool>, WqlValueMember<TRow, bool>) when !pair.IsEquality => throw new WqlEvaluationException(
                pair, pair.Property, $"{pair.Property} is TRUE or FALSE, which have no order. Compare it with = or <>."),
            (WqlValueMember<TRow, bool> x, WqlValueMember<TRow, bool> y) => Value(test, x.Read, y.Read),
            (WqlValueMember<TRow, DateTimeOffset> x, WqlValueMember<TRow, DateTimeOffset> y) => Value(test, x.Read, y.Read),
            (WqlObjectMember<TRow>, _) => throw NoValue(pair, pair.Property),
            (_, WqlObjectMember<TRow>) => throw NoValue(pair, pair.Other),
            _ => throw new WqlEvaluationException(
                pair,
                pair.Other,
                $"{pair.Property} is {NameOf(left.Kind)} and {pair.Other} is {NameOf(right.Kind)}. Compare it with {NameOf(left.Kind)}."),
        };
    }

    private static WqlNode<TRow> String<TRow>(WqlComparisonOperator test, Func<TRow, string?> left, Func<TRow, string?> right) => test switch
    {
        WqlComparisonOperator.Equal => new StringPairNode<TRow, EqualTest>(left, right),
        WqlComparisonOperator.NotEqual => new StringPairNode<TRow, NotEqualTest>(left, right),
        WqlComparisonOperator.Less => new StringPairNode<TRow, LessTest>(left, right),
        WqlComparisonOperator.LessOrEqual => new StringPairNode<TRow, LessOrEqualTest>(left, right),
        WqlComparisonOperator.Greater => new StringPairNode<TRow, GreaterTest>(left, right),
        _ => new StringPairNode<TRow, GreaterOrEqualTest>(left, right),
    };

    private static WqlNode<TRow> Value<TRow, TValue>(WqlComparisonOperator test, Func<TRow, TValue?> left, Func<TRow, TValue?> right)
        where TValue : struct, IComparable<TValue> => test switch
        {
            WqlComparisonOperator.Equal => new ValuePairNode<TRow, TValue, EqualTest>(left, right),
            WqlComparisonOperator.NotEqual => new ValuePairNode<TRow, TValue, NotEqualTest>(left, right),
            WqlComparisonOperator.Less => new ValuePairNode<TRow, TValue, LessTest>(left, right),
            WqlComparisonOperator.LessOrEqual => new ValuePairNode<TRow, TValue, LessOrEqualTest>(left, right),
            WqlComparisonOperator.Greater => new ValuePairNode<TRow, TValue, GreaterTest>(left, right),
            _ => new ValuePairNode<TRow, TValue, GreaterOrEqualTest>(left, right),
        };

    private static WqlEvaluationException NoValue(WqlPropertyComparison pair, WqlProperty property) => new(
        pair, property, $"{property} is an embedded object, which has no value to compare. Name one of its properties.");

    private static string NameOf(WqlMemberKind kind) => kind switch
    {
        WqlMemberKind.String => "a string",
        WqlMemberKind.Integer => "an integer",
        WqlMemberKind.Real => "a number with a fraction",
        WqlMemberKind.Boolean => "TRUE or FALSE",
        _ => "a date",
    };
}
