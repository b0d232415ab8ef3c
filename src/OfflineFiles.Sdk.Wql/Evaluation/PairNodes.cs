using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>Two texts of one row held against each other, ordinal ignoring case.</summary>
internal sealed class StringPairNode<TRow, TTest>(Func<TRow, string?> left, Func<TRow, string?> right) : WqlNode<TRow>
    where TTest : struct, IOrderTest
{
    public override bool IsTrue(TRow row) => PairTest.OfText<TTest>(left(row), right(row));

    public override Expression ToExpression(ParameterExpression row) => DirectCall.Test<TRow, string?>(left, right, row, PairTest.OfText<TTest>);
}

/// <summary>Two numbers, truth values or points in time of one row held against each other.</summary>
internal sealed class ValuePairNode<TRow, TValue, TTest>(Func<TRow, TValue?> left, Func<TRow, TValue?> right) : WqlNode<TRow>
    where TValue : struct, IComparable<TValue>
    where TTest : struct, IOrderTest
{
    public override bool IsTrue(TRow row) => PairTest.OfValue<TValue, TTest>(left(row), right(row));

    public override Expression ToExpression(ParameterExpression row) =>
        DirectCall.Test<TRow, TValue?>(left, right, row, PairTest.OfValue<TValue, TTest>);
}

/// <summary>Tests of two values. NULL on either side satisfies none, and no opposite.</summary>
internal static class PairTest
{
    public static bool OfText<TTest>(string? left, string? right)
        where TTest : struct, IOrderTest =>
        right is not null && TextTest.IsOrdered<TTest>(left, right);

    public static bool OfValue<TValue, TTest>(TValue? left, TValue? right)
        where TValue : struct, IComparable<TValue>
        where TTest : struct, IOrderTest =>
        right is { } known && ValueTest<TValue, TTest>.Holds(left, known);
}
