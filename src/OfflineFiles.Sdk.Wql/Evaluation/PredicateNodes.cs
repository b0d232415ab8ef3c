using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>A predicate made ready for rows: members found, constants converted, NOT pushed down to the tests.</summary>
/// <remarks>
/// A row matches only when the whole is true, and without NOT above them AND and OR need only know which operands are true. So a node tells
/// no more than that, and FALSE and unknown are one answer. Evaluating allocates nothing.
/// </remarks>
internal abstract class WqlNode<TRow>
{
    public abstract bool IsTrue(TRow row);

    /// <summary>What <see cref="IsTrue"/> does, for a tree of nodes to become one piece of code.</summary>
    public abstract Expression ToExpression(ParameterExpression row);

    /// <summary>Makes one piece of code of the whole tree, which takes some milliseconds.</summary>
    public Func<TRow, bool> Compile()
    {
        var row = Expression.Parameter(typeof(TRow));
        return Expression.Lambda<Func<TRow, bool>>(ToExpression(row), row).Compile();
    }
}

internal sealed class AndNode<TRow>(WqlNode<TRow>[] operands) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row)
    {
        foreach (var operand in operands)
            if (!operand.IsTrue(row)) return false;
        return true;
    }

    public override Expression ToExpression(ParameterExpression row) =>
        operands.Select(operand => operand.ToExpression(row)).Aggregate(Expression.AndAlso);
}

internal sealed class OrNode<TRow>(WqlNode<TRow>[] operands) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row)
    {
        foreach (var operand in operands)
            if (operand.IsTrue(row)) return true;
        return false;
    }

    public override Expression ToExpression(ParameterExpression row) =>
        operands.Select(operand => operand.ToExpression(row)).Aggregate(Expression.OrElse);
}

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

internal sealed class NullTestNode<TRow>(WqlMember<TRow> member, bool isNegated) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) => member.IsNull(row) != isNegated;

    public override Expression ToExpression(ParameterExpression row)
    {
        var value = DirectCall.Read(member.Reader, row);
        var none = Expression.Constant(null, value.Type);
        return isNegated ? Expression.NotEqual(value, none) : Expression.Equal(value, none);
    }
}

/// <summary>A path into embedded objects that leads nowhere: by the documentation no error and no match, also under NOT.</summary>
internal sealed class NeverNode<TRow> : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) => false;

    public override Expression ToExpression(ParameterExpression row) => Expression.Constant(false);
}

internal sealed class LikeNode<TRow>(Func<TRow, string?> read, WqlLikeMatcher matcher, bool isNegated) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) => TextTest.IsMatch(read(row), matcher, isNegated);

    public override Expression ToExpression(ParameterExpression row)
    {
        var program = matcher.Pattern.Program;
        return program.Shape switch
        {
            LikeShape.Literal => DirectCall.Test(read, row, TextTest.AreEqual, program.Text, isNegated),
            LikeShape.Prefix => DirectCall.Test(read, row, TextTest.StartsWith, program.Text, isNegated),
            LikeShape.Suffix => DirectCall.Test(read, row, TextTest.EndsWith, program.Text, isNegated),
            _ => DirectCall.Test(read, row, TextTest.IsMatch, matcher, isNegated),
        };
    }
}

internal sealed class IsANode<TRow>(WqlObjectMember<TRow> member, string className, bool isNegated) : WqlNode<TRow>
{
    public override bool IsTrue(TRow row) => member.ClassOf(row) is { } name && member.IsA(name, className) != isNegated;

    // It has a look-up to do, beside which the call of a node is little.
    public override Expression ToExpression(ParameterExpression row) => DirectCall.Read(new Func<TRow, bool>(IsTrue), row);
}

/// <summary>Calls what a delegate calls, without the delegate: a call that the runtime can merge with the code around it.</summary>
internal static class DirectCall
{
    /// <summary>A test with a constant of what a reader reads off a row.</summary>
    public static Expression Test<TRow, TValue, TConstant>(
        Func<TRow, TValue> read, ParameterExpression row, Func<TValue, TConstant, bool> test, TConstant constant) =>
        Expression.Call(test.Method, Read(read, row), Expression.Constant(constant, typeof(TConstant)));

    /// <summary>A test of a text, or its opposite.</summary>
    public static Expression Test<TRow, TConstant>(
        Func<TRow, string?> read, ParameterExpression row, Func<string?, TConstant, bool, bool> test, TConstant constant, bool isNegated) =>
        Expression.Call(test.Method, Read(read, row), Expression.Constant(constant, typeof(TConstant)), Expression.Constant(isNegated));

    /// <summary>A test of what two readers read off a row.</summary>
    public static Expression Test<TRow, TValue>(
        Func<TRow, TValue> left, Func<TRow, TValue> right, ParameterExpression row, Func<TValue, TValue, bool> test) =>
        Expression.Call(test.Method, Read(left, row), Read(right, row));

    /// <summary>What a reader reads off a row.</summary>
    public static Expression Read(Delegate read, ParameterExpression row)
    {
        // Not so simple a delegate is called as one: several in one, a method made at run time, a base method called past its override.
        var method = read.Method;
        if (read.GetInvocationList().Length != 1 || method.IsVirtual || method.DeclaringType is not { IsValueType: false })
            return Expression.Invoke(Expression.Constant(read), row);
        return (method.IsStatic, read.Target) switch
        {
            (true, null) => Expression.Call(method, row),
            (false, { } target) => Expression.Call(Expression.Constant(target), method, row),
            _ => Expression.Invoke(Expression.Constant(read), row),
        };
    }
}
