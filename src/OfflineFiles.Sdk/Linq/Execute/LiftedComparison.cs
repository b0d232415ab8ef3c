using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Execute;

/// <summary>A comparison of values that may be null although their types have no null, as C# compares nullable values.</summary>
internal static class LiftedComparison
{
    public static Expression Make(BinaryExpression plain, Expression? leftNull, Expression? rightNull)
    {
        if (leftNull is null && rightNull is null) return plain;
        if (plain.NodeType == ExpressionType.NotEqual)
            return Expression.Not(Equal(Expression.Not(plain), leftNull, rightNull));
        return plain.NodeType == ExpressionType.Equal ? Equal(plain, leftNull, rightNull) : BothThere(plain, leftNull, rightNull);
    }

    private static BinaryExpression Equal(Expression plain, Expression? leftNull, Expression? rightNull)
    {
        var equal = BothThere(plain, leftNull, rightNull);
        return leftNull is null || rightNull is null ? equal : Expression.OrElse(Expression.AndAlso(leftNull, rightNull), equal);
    }

    private static BinaryExpression BothThere(Expression plain, Expression? leftNull, Expression? rightNull)
    {
        var there = leftNull is null ? Expression.Not(rightNull!) : Expression.Not(leftNull);
        return leftNull is null || rightNull is null
            ? Expression.AndAlso(there, plain)
            : Expression.AndAlso(Expression.AndAlso(there, Expression.Not(rightNull)), plain);
    }
}
