using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>
/// Visual Basic writes <c>a = b</c> of two strings as <c>Operators.CompareString(a, b, False) = 0</c>. This restores the comparison. To
/// Visual Basic, Nothing and the empty string are equal.
/// </summary>
internal static class CompareStringCall
{
    private static readonly System.Reflection.MethodInfo CompareMethod = new Func<string?, string?, int>(string.Compare).Method;
    private static readonly System.Reflection.MethodInfo IsNullOrEmptyMethod = new Func<string?, bool>(string.IsNullOrEmpty).Method;

    public static Expression? Restore(BinaryExpression node)
    {
        if (node is not { Left: MethodCallExpression call, Right: ConstantExpression { Value: 0 } } || !IsCall(call, isOfCulture: false)) return null;
        var (left, right) = (call.Arguments[0], call.Arguments[1]);
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual))
            return Expression.MakeBinary(node.NodeType, Expression.Call(CompareMethod, left, right), node.Right);
        var (operand, constant) = right is ConstantExpression ? (left, right) : (right, left);
        Expression isEqual = constant is ConstantExpression { Value: null or "" } ? Expression.Call(IsNullOrEmptyMethod, operand) : Expression.Equal(left, right);
        return node.NodeType == ExpressionType.Equal ? isEqual : Expression.Not(isEqual);
    }

    /// <summary>Whether it is such a comparison under Option Compare Text, which follows the rules of a culture.</summary>
    public static bool IsOfCulture(MethodCallExpression call) => IsCall(call, isOfCulture: true);

    // Recognised by its name, so that nothing refers to the runtime of Visual Basic.
    private static bool IsCall(MethodCallExpression call, bool isOfCulture) =>
        call.Method.Name == "CompareString"
        && call.Method.DeclaringType?.FullName is "Microsoft.VisualBasic.CompilerServices.Operators" or "Microsoft.VisualBasic.CompilerServices.EmbeddedOperators"
        && call.Arguments is [_, _, ConstantExpression { Value: bool value }] && value == isOfCulture;
}
