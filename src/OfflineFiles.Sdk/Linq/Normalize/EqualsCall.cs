using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Writes <c>x.Equals(y)</c> of two values of one value type as <c>x == y</c>.</summary>
internal static class EqualsCall
{
    public static BinaryExpression? ToComparison(MethodCallExpression call)
    {
        if (call.Method.Name != nameof(Equals) || call.Object is not { } left || call.Arguments.Count != 1) return null;
        var right = Unbox(call.Arguments[0], left.Type);
        return left.Type == right.Type && (left.Type.IsEnum || left.Type.IsPrimitive || left.Type == typeof(DateTimeOffset) || left.Type == typeof(DateTime))
            ? Expression.Equal(left, right)
            : null;
    }

    private static Expression Unbox(Expression expression, Type type) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } convert when convert.Type == typeof(object) || convert.Type == typeof(Enum) => convert.Operand,
        ConstantExpression { Value: { } value } when value.GetType() == type => Expression.Constant(value, type),
        _ => expression,
    };
}
