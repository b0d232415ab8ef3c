using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Writes <c>x == true</c> as <c>x</c> and <c>x == false</c> as <c>!x</c>, for a bool that cannot be null.</summary>
internal static class BooleanComparison
{
    public static Expression Simplify(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual) || node.Left.Type != typeof(bool)) return node;
        var (operand, constant) = node.Right is ConstantExpression ? (node.Left, node.Right) : (node.Right, node.Left);
        if (constant is not ConstantExpression { Value: bool value }) return node;
        return value == (node.NodeType == ExpressionType.Equal) ? operand : Expression.Not(operand);
    }
}
