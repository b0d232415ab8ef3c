using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>Which conversions a C# programmer wrote, and which the compiler put there.</summary>
internal static class Casts
{
    /// <summary>An expression without the conversions that nobody writes.</summary>
    public static Expression Peel(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Quote } quote => Peel(quote.Operand),
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert when !IsWritten(convert) => Peel(convert.Operand),
        MethodCallExpression { Object: null, Method.Name: "op_Implicit", Arguments.Count: 1 } call => Peel(call.Arguments[0]),
        _ => expression,
    };

    public static bool IsExplicit(MethodInfo method) => method.Name == "op_Explicit";

    /// <summary>The operands as they were written: compilers calculate with the numbers of enums, and compare those of characters.</summary>
    public static (Expression Left, Expression Right) Operands(BinaryExpression binary)
    {
        var type = Numbered(binary.Left) ?? Numbered(binary.Right);
        var isRestored = binary.Method is null && type is not null
            && (Precedences.Of(binary) is Precedence.Equality or Precedence.Relational
                || (type.IsEnum && binary.NodeType is (ExpressionType.And or ExpressionType.Or or ExpressionType.ExclusiveOr)));
        if (!isRestored) return (binary.Left, binary.Right);
        return Restore(binary.Left, type!) is { } left && Restore(binary.Right, type!) is { } right ? (left, right) : (binary.Left, binary.Right);
    }

    private static bool IsWritten(UnaryExpression convert)
    {
        if (convert.Method is { } method) return IsExplicit(method);
        var (from, to) = (Plain(convert.Operand.Type), Plain(convert.Type));
        if (from != convert.Operand.Type && to == convert.Type && to.IsValueType) return true;
        if (to.IsAssignableFrom(from) || from == typeof(Delegate)) return false;
        if (to.IsEnum) return convert.Operand is not (BinaryExpression or UnaryExpression { NodeType: ExpressionType.Not or ExpressionType.OnesComplement });
        return from.IsEnum || !from.IsPrimitive || !Widens(from, to);
    }

    // Each number type is before those that it widens to, with a char before all.
    private static bool Widens(Type from, Type to) =>
        Type.GetTypeCode(from) is var small && Type.GetTypeCode(to) is var large
        && small is >= TypeCode.Char and <= TypeCode.Double && large is > TypeCode.Char and <= TypeCode.Decimal
        && small < large && !(IsSigned(small) && !IsSigned(large));

    private static bool IsSigned(TypeCode type) =>
        type is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 or TypeCode.Single or TypeCode.Double or TypeCode.Decimal;

    // The enum or char whose number an operand is.
    private static Type? Numbered(Expression operand) =>
        operand is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked, Method: null } convert
        && Plain(convert.Operand.Type) is var type && (type.IsEnum || type == typeof(char)) && Plain(convert.Type).IsPrimitive
            ? type
            : null;

    private static Expression? Restore(Expression operand, Type type) => operand switch
    {
        UnaryExpression convert when Numbered(operand) == type => convert.Operand,
        ConstantExpression { Value: null } => operand,
        ConstantExpression { Value: { } value } when value.GetType().IsPrimitive && value is not (bool or float or double) =>
            Expression.Constant(type.IsEnum ? Enum.ToObject(type, value) : Convert.ToChar(value, System.Globalization.CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
