using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Wql.Evaluation;

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
