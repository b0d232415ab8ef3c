using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Execute;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>Writes <c>x.Equals(y)</c> and <c>object.Equals(x, y)</c> of two values of one type as <c>x == y</c>.</summary>
internal static class EqualsCall
{
    public static BinaryExpression? ToComparison(MethodCallExpression call)
    {
        if (call.Method.Name != nameof(Equals) || call.Method.DeclaringType == typeof(string)) return null;
        if (call.Object is { } target) return call.Arguments.Count == 1 ? Compare(target, Unbox(call.Arguments[0], target.Type)) : null;
        if (call.Method.DeclaringType != typeof(object)) return null;
        var (left, right) = (Unbox(call.Arguments[0], null), Unbox(call.Arguments[1], null));
        if (left is ConstantExpression) left = Unbox(left, right.Type);
        return Compare(left, Unbox(right, left.Type));
    }

    private static BinaryExpression? Compare(Expression left, Expression right) =>
        left.Type == right.Type && HasOperator(Nullable.GetUnderlyingType(left.Type) ?? left.Type) ? Expression.Equal(left, right) : null;

    private static bool HasOperator(Type type) =>
        type.IsEnum || type.IsPrimitive || type == typeof(DateTimeOffset) || type == typeof(DateTime) || type == typeof(TimeSpan)
        || type == typeof(string) || type == typeof(UncPath) || type == typeof(OfflineFilesItem);

    private static Expression Unbox(Expression expression, Type? type) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } convert when convert.Type == typeof(object) || convert.Type == typeof(Enum) => convert.Operand,
        ConstantExpression { Value: var value } when type is not null && Holds(type, value) => Expression.Constant(value, type),
        _ => expression,
    };

    private static bool Holds(Type type, object? value) =>
        value is null ? NullScope.HasNull(type) : value.GetType() == (Nullable.GetUnderlyingType(type) ?? type);
}
