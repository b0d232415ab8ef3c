using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>
/// Remembers, of the values a rewrite has made, when they are null although their type has no null: a number read through an info
/// object that is not there. Such a value may be evaluated only where its condition was found false.
/// </summary>
internal sealed class NullScope
{
    private readonly Dictionary<Expression, Expression> _conditions = [];

    public Expression? ConditionOf(Expression value) => _conditions.TryGetValue(value, out var condition) ? condition : null;

    /// <summary>Attaches a condition, at once where the type has a null of its own.</summary>
    public Expression With(Expression value, Expression? condition)
    {
        if (condition is null) return value;
        if (NullableTypes.HasNull(value.Type)) return Expression.Condition(condition, Expression.Constant(null, value.Type), value);
        _conditions[value] = condition;
        return value;
    }

    /// <summary>The value for good: where it is null, false or the default of its type.</summary>
    public Expression Settle(Expression value)
    {
        if (ConditionOf(value) is not { } condition) return value;
        return value.Type == typeof(bool)
            ? Expression.AndAlso(Expression.Not(condition), value)
            : Expression.Condition(condition, Expression.Default(value.Type), value);
    }

    /// <summary>The value as an object, null where it is null; but a bool that is null counts as false.</summary>
    public Expression Box(Expression value)
    {
        var settled = value.Type == typeof(bool) ? Settle(value) : value;
        var boxed = Expression.Convert(settled, typeof(object));
        return ConditionOf(settled) is { } condition ? Expression.Condition(condition, Expression.Constant(null, typeof(object)), boxed) : boxed;
    }

    public static Expression? Either(Expression? left, Expression? right) =>
        left is null ? right : right is null ? left : Expression.OrElse(left, right);
}

/// <summary>A comparison of values that may be null although their types have no null, as C# compares nullable values.</summary>
internal static class LiftedComparison
{
    /// <param name="plain">The comparison of two values that are there.</param>
    /// <param name="leftNull">When the left value is null; null for never.</param>
    /// <param name="rightNull">The same of the right value.</param>
    /// <param name="truth">Makes a variable that holds whether something is so.</param>
    public static Expression Make(BinaryExpression plain, Expression? leftNull, Expression? rightNull, Func<ParameterExpression> truth)
    {
        if (leftNull is null && rightNull is null) return plain;
        if (plain.NodeType == ExpressionType.NotEqual)
            return Expression.Not(Equal(Expression.Not(plain), leftNull, rightNull, truth));
        return plain.NodeType == ExpressionType.Equal ? Equal(plain, leftNull, rightNull, truth) : BothThere(plain, leftNull, rightNull);
    }

    // Each condition stands here once: comparisons of comparisons would double with each level.
    private static BinaryExpression Equal(Expression plain, Expression? leftNull, Expression? rightNull, Func<ParameterExpression> truth)
    {
        if (leftNull is null || rightNull is null) return BothThere(plain, leftNull, rightNull);
        var isNull = truth();
        return Expression.AndAlso(Expression.Equal(Expression.Assign(isNull, leftNull), rightNull), Expression.OrElse(isNull, plain));
    }

    private static BinaryExpression BothThere(Expression plain, Expression? leftNull, Expression? rightNull)
    {
        var there = leftNull is null ? Expression.Not(rightNull!) : Expression.Not(leftNull);
        return leftNull is null || rightNull is null
            ? Expression.AndAlso(there, plain)
            : Expression.AndAlso(Expression.AndAlso(there, Expression.Not(rightNull)), plain);
    }
}
