using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>Which parts of a query that do not depend on the row become constants at once.</summary>
internal static class Constants
{
    /// <summary>Lambdas and what makes new objects wait for the call that uses them; a span is no value that could be kept.</summary>
    public static bool StaysAsItIs(Expression expression) =>
        expression is ConstantExpression or LambdaExpression
        || expression.NodeType == ExpressionType.Quote
        || expression.Type == typeof(void)
        || IsCreation(expression)
        || SetMembership.IsSpan(expression.Type);

    /// <summary>Whether it makes an object that must not be shared between rows.</summary>
    public static bool IsCreation(Expression expression) => expression switch
    {
        NewExpression or MemberInitExpression => !expression.Type.IsValueType && expression.Type != typeof(string),
        NewArrayExpression or ListInitExpression => true,
        UnaryExpression { NodeType: ExpressionType.Convert } convert => IsCreation(convert.Operand),
        _ => false,
    };

    /// <summary>A value as another type that holds it, such as the nullable one.</summary>
    public static Expression Retype(Expression expression, Type type) =>
        expression.Type == type ? expression
        : expression is ConstantExpression { Value: var value } ? Expression.Constant(value, type)
        : Expression.Convert(expression, type);
}
