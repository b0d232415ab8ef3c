using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Wql.Evaluation;

internal sealed class StringEqualityNode<TRow>(Func<TRow, string?> read, string constant, bool isNegated) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) => TextTest.AreEqual(read(row), constant, isNegated);

    public override Expression ToExpression(ParameterExpression row) => DirectCall.Test(read, row, TextTest.AreEqual, constant, isNegated);
}

internal sealed class StringOrderNode<TRow, TTest>(Func<TRow, string?> read, string constant) : WqlNode<TRow>
    where TTest : struct, IOrderTest
{
    public override bool IsTrue(TRow row) => TextTest.IsOrdered<TTest>(read(row), constant);

    public override Expression ToExpression(ParameterExpression row) => DirectCall.Test(read, row, TextTest.IsOrdered<TTest>, constant);
}

internal sealed class ValueComparisonNode<TRow, TValue, TTest>(Func<TRow, TValue?> read, TValue constant) : WqlNode<TRow>
    where TValue : struct, IComparable<TValue>
    where TTest : struct, IOrderTest
{
    public override bool IsTrue(TRow row) => ValueTest<TValue, TTest>.Holds(read(row), constant);

    public override Expression ToExpression(ParameterExpression row) =>
        DirectCall.Test(read, row, ValueTest<TValue, TTest>.Holds, constant);
}
