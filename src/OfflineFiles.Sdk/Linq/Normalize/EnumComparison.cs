using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>Compilers compare enums as integers: <c>(int)x.ItemType == 0</c>. This restores what was written, for messages and translation.</summary>
internal static class EnumComparison
{
    public static BinaryExpression Restore(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual) || node.Method is not null) return node;
        if (Unwrap(node.Left) is { } left && Constant(node.Right, left.Type) is { } rightConstant) return Make(node, left, rightConstant);
        if (Unwrap(node.Right) is { } right && Constant(node.Left, right.Type) is { } leftConstant) return Make(node, leftConstant, right);
        return node;
    }

    private static BinaryExpression Make(BinaryExpression node, Expression left, Expression right) =>
        node.NodeType == ExpressionType.Equal ? Expression.Equal(left, right) : Expression.NotEqual(left, right);

    private static Expression? Unwrap(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert
        && convert.Operand.Type.IsEnum
        && convert.Type == Enum.GetUnderlyingType(convert.Operand.Type)
            ? convert.Operand
            : null;

    private static ConstantExpression? Constant(Expression expression, Type type) =>
        expression is ConstantExpression { Value: { } value } && value.GetType() == Enum.GetUnderlyingType(type)
            ? Expression.Constant(Enum.ToObject(type, value), type)
            : null;
}
