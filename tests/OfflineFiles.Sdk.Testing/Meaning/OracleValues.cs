using System.Globalization;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Testing.Meaning;

/// <summary>Operators over values that may be null, lifted as C# lifts them.</summary>
internal static class OracleValues
{
    /// <summary>A value where its type has no room for null.</summary>
    public static object? Stored(object? value, Type type) =>
        value is OracleObject made ? made.Visible : value ?? (type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null);

    /// <summary>An operator over one value that is there.</summary>
    public static object? Unary(UnaryExpression unary, object value) => unary switch
    {
        { Method: { } method } => method.Invoke(null, [value]),
        { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } => Convert(value, unary.Type),
        { NodeType: ExpressionType.Not } when value is bool truth => !truth,
        { NodeType: ExpressionType.Not } => ~(dynamic)value,
        { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } => -(dynamic)value,
        _ => throw new NotSupportedException($"The oracle does not know {unary.NodeType}."),
    };

    public static object? Binary(BinaryExpression binary, object? left, object? right) => binary.NodeType switch
    {
        // Operators of classes take null themselves, as a concatenation takes it for no text.
        _ when binary.Method is { } method && !method.GetParameters()[0].ParameterType.IsValueType => method.Invoke(null, [left, right]),
        ExpressionType.Equal => Equals(left, right),
        ExpressionType.NotEqual => !Equals(left, right),
        ExpressionType.LessThan => Order(left, right) < 0,
        ExpressionType.LessThanOrEqual => Order(left, right) <= 0,
        ExpressionType.GreaterThan => Order(left, right) > 0,
        ExpressionType.GreaterThanOrEqual => Order(left, right) >= 0,
        // Three-valued logic is C#'s own; all else computed from null is null.
        ExpressionType.And when binary.Type == typeof(bool?) => (bool?)left & (bool?)right,
        ExpressionType.Or when binary.Type == typeof(bool?) => (bool?)left | (bool?)right,
        _ when left is null || right is null => null,
        _ when binary.Method is { } method => method.Invoke(null, [left, right]),
        _ => Arithmetic(binary.NodeType, left, right),
    };

    private static int? Order(object? left, object? right) => left is null || right is null ? null : ((IComparable)left).CompareTo(right);

    private static object Arithmetic(ExpressionType type, dynamic left, dynamic right) => type switch
    {
        ExpressionType.Add or ExpressionType.AddChecked => left + right,
        ExpressionType.Subtract or ExpressionType.SubtractChecked => left - right,
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => left * right,
        ExpressionType.Divide => left / right,
        ExpressionType.Modulo => left % right,
        ExpressionType.And => left & right,
        ExpressionType.Or => left | right,
        ExpressionType.ExclusiveOr => left ^ right,
        _ => throw new NotSupportedException($"The oracle does not know {type}."),
    };

    private static object Convert(object value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsInstanceOfType(value)) return value;
        if (plain.IsEnum) return Enum.ToObject(plain, value);
        if (value is Enum) value = System.Convert.ChangeType(value, Enum.GetUnderlyingType(value.GetType()), CultureInfo.InvariantCulture);
        return System.Convert.ChangeType(value, plain, CultureInfo.InvariantCulture);
    }
}
