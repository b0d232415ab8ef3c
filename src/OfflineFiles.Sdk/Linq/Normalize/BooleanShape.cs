using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>
/// Writes what is made of bools in one way: with <c>&amp;&amp;</c>, <c>||</c>, <c>!</c> and <c>==</c> of two bools, and without the constants
/// that settle or change nothing.
/// </summary>
internal static class BooleanShape
{
    /// <summary>The right side is visited only when the left does not settle the whole, as it is in C#.</summary>
    public static Expression Join(bool isAnd, Expression left, Expression right, Func<Expression, Expression> visit)
    {
        if (left is ConstantExpression { Value: bool first }) return first == isAnd ? visit(right) : left;
        var visited = visit(right);
        if (visited is ConstantExpression { Value: bool last }) return last == isAnd ? left : visited;
        return isAnd ? Expression.AndAlso(left, visited) : Expression.OrElse(left, visited);
    }

    public static Expression Not(Expression operand) => operand switch
    {
        UnaryExpression { NodeType: ExpressionType.Not, Method: null } inner when inner.Type == typeof(bool) => inner.Operand,
        ConstantExpression { Value: bool value } => Expression.Constant(!value),
        _ => Expression.Not(operand),
    };

    /// <summary><c>x == true</c> is <c>x</c>, <c>x ^ y</c> is <c>x != y</c>.</summary>
    public static Expression Simplify(BinaryExpression node)
    {
        if (node.Left.Type != typeof(bool) || node.Right.Type != typeof(bool) || node.Method is not null) return node;
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.ExclusiveOr)) return node;
        var isEqual = node.NodeType == ExpressionType.Equal;
        var (operand, constant) = node.Right is ConstantExpression ? (node.Left, node.Right) : (node.Right, node.Left);
        if (constant is ConstantExpression { Value: bool value }) return value == isEqual ? operand : Not(operand);
        return node.NodeType == ExpressionType.ExclusiveOr ? Expression.NotEqual(node.Left, node.Right) : node;
    }

    /// <summary><c>x &gt; y</c> and its like of two bools, or bools that may be null: false comes before true, and null neither before nor after anything.</summary>
    public static Expression Order(ExpressionType type, Expression left, Expression right) => type switch
    {
        ExpressionType.GreaterThan => Expression.AndAlso(Is(left, true), Is(right, false)),
        ExpressionType.LessThan => Expression.AndAlso(Is(left, false), Is(right, true)),
        ExpressionType.GreaterThanOrEqual => Expression.OrElse(Beside(Is(left, true), right), Beside(Is(right, false), left)),
        ExpressionType.LessThanOrEqual => Expression.OrElse(Beside(Is(left, false), right), Beside(Is(right, true), left)),
        _ => Expression.MakeBinary(type, left, right),
    };

    private static Expression Is(Expression operand, bool value) =>
        operand.Type == typeof(bool) ? (value ? operand : Not(operand)) : Expression.Equal(operand, Expression.Constant(value, operand.Type));

    private static Expression Beside(Expression test, Expression other) =>
        other.Type == typeof(bool) ? test : Expression.AndAlso(test, Expression.NotEqual(other, Expression.Constant(null, other.Type)));

    /// <summary><c>x ? y : false</c> is <c>x &amp;&amp; y</c>, and so on for every constant branch.</summary>
    public static Expression Simplify(ConditionalExpression choice) => choice switch
    {
        _ when choice.Type != typeof(bool) => choice,
        { IfTrue: ConstantExpression { Value: true }, IfFalse: ConstantExpression { Value: false } } => choice.Test,
        { IfTrue: ConstantExpression { Value: false }, IfFalse: ConstantExpression { Value: true } } => Not(choice.Test),
        { IfTrue: ConstantExpression { Value: true } } => Expression.OrElse(choice.Test, choice.IfFalse),
        { IfTrue: ConstantExpression { Value: false } } => Expression.AndAlso(Not(choice.Test), choice.IfFalse),
        { IfFalse: ConstantExpression { Value: true } } => Expression.OrElse(Not(choice.Test), choice.IfTrue),
        { IfFalse: ConstantExpression { Value: false } } => Expression.AndAlso(choice.Test, choice.IfTrue),
        _ => choice,
    };
}
