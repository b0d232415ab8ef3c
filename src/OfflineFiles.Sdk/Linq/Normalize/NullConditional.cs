using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>
/// Writes <c>x == null ? null : x.Member</c>, which is what tools make of <c>x?.Member</c>, as <c>x.Member</c>: reading through null gives
/// null in a query.
/// </summary>
internal static class NullConditional
{
    public static Expression? Simplify(ConditionalExpression choice)
    {
        if (choice.Test is not BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } test || !NullScope.HasNull(choice.Type)) return null;
        var (whenNull, whenThere) = test.NodeType == ExpressionType.Equal ? (choice.IfTrue, choice.IfFalse) : (choice.IfFalse, choice.IfTrue);
        return whenNull is ConstantExpression { Value: null } && Tested(test) is { } tested && IsReadOf(whenThere, tested) ? whenThere : null;
    }

    private static Expression? Tested(BinaryExpression test) =>
        test.Right is ConstantExpression { Value: null } ? test.Left : test.Left is ConstantExpression { Value: null } ? test.Right : null;

    private static bool IsReadOf(Expression value, Expression target) => value switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert => IsReadOf(convert.Operand, target),
        MemberExpression { Expression: { } inner } => AreSame(inner, target) || IsReadOf(inner, target),
        _ => false,
    };

    private static bool AreSame(Expression left, Expression right) =>
        left == right || left is MemberExpression { Expression: { } x } first && right is MemberExpression { Expression: { } y } second
        && first.Member == second.Member && AreSame(x, y);
}
