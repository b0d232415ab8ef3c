using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>
/// Writes the question whether something is null in one way, <c>x == null</c>, however it was asked: <c>(object)x == null</c>,
/// <c>ReferenceEquals(x, null)</c>, <c>x is object</c>, and the words of other languages.
/// </summary>
internal static class NullTest
{
    public static Expression? Restore(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual) || node.Type != typeof(bool) || !OperatorMethods.IsPlain(node)) return null;
        var operand = IsNull(node.Right) ? node.Left : IsNull(node.Left) ? node.Right : null;
        return operand is not null && Tested(operand) is { } tested && tested != operand ? Make(tested, node.NodeType == ExpressionType.Equal) : null;
    }

    /// <summary>A test of the type of something whose type is known: it holds of what is there.</summary>
    public static Expression? Restore(TypeBinaryExpression node, Expression operand)
    {
        var boxed = Unboxed(operand);
        var (type, asked) = (Plain(boxed.Type), Plain(node.TypeOperand));
        var isSure = node.NodeType == ExpressionType.TypeIs ? asked.IsAssignableFrom(type) : asked == type && type.IsSealed;
        return isSure && Tested(boxed) is { } tested ? Make(tested, isEqual: false) : null;
    }

    public static Expression? Restore(MethodCallExpression call) => (call.Method.Name, call.Method.DeclaringType?.FullName) switch
    {
        ("ReferenceEquals" or "Equals", "System.Object") when call.Object is null => OfEither(call.Arguments[0], call.Arguments[1]),
        ("IsNothing", "Microsoft.VisualBasic.Information") or ("IsNull", "Microsoft.FSharp.Core.Operators") =>
            OfEither(call.Arguments[0], Expression.Constant(null)),

        // Called on null it is a method on null, and what is there is not null.
        ("Equals", _) when call is { Object: { Type.IsValueType: false } target, Arguments: [var other] } && IsNull(other) && IsOfModel(target.Type) =>
            Expression.Constant(false),
        _ => null,
    };

    /// <summary>Whether the one of two that is not the constant null is null, or is not.</summary>
    public static Expression? OfEither(Expression left, Expression right, bool isEqual = true)
    {
        var operand = IsNull(right) ? left : IsNull(left) ? right : null;
        return operand is not null && Tested(operand) is { } tested ? Make(tested, isEqual) : null;
    }

    private static BinaryExpression Make(Expression operand, bool isEqual)
    {
        var nothing = Expression.Constant(null, operand.Type);
        if (operand.Type.IsValueType) return isEqual ? Expression.Equal(operand, nothing) : Expression.NotEqual(operand, nothing);
        return isEqual ? Expression.ReferenceEqual(operand, nothing) : Expression.ReferenceNotEqual(operand, nothing);
    }

    // A value whose type has no null is null where what it is read of is null.
    private static Expression? Tested(Expression operand) => Unboxed(operand) switch
    {
        var value when NullableTypes.HasNull(value.Type) => value,
        MemberExpression { Expression: { } inner } => Tested(inner),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert => Tested(convert.Operand),
        _ => null,
    };

    private static Expression Unboxed(Expression operand)
    {
        while (operand is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs, Method: null } convert
            && !convert.Type.IsValueType && convert.Type.IsAssignableFrom(Plain(convert.Operand.Type)))
            operand = convert.Operand;
        return operand;
    }

    public static bool IsNull(Expression expression) => expression is ConstantExpression { Value: null };

    private static bool IsOfModel(Type type) => type == typeof(string) || type.Assembly == typeof(NullTest).Assembly;

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
