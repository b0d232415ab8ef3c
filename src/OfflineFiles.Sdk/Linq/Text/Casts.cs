using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>Which conversions a C# programmer wrote, and which the compiler put there.</summary>
internal static class Casts
{
    /// <summary>An expression without the conversions that nobody writes.</summary>
    public static Expression Peel(Expression expression)
    {
        while (Within(expression) is { } inner) expression = inner;
        return expression;
    }

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

    /// <summary>Whether an operand is a cast that makes of a comparison one of references: compilers put one there only beside an object.</summary>
    public static bool IsToReference(Expression operand, BinaryExpression binary)
    {
        if (binary is not { NodeType: ExpressionType.Equal or ExpressionType.NotEqual, Method: null } || operand is not UnaryExpression { NodeType: ExpressionType.Convert }) return false;
        var other = operand == binary.Left ? binary.Right : binary.Left;
        return operand.Type == typeof(object) && (other is ConstantExpression || Peel(other).Type != typeof(object));
    }

    /// <summary>Whether what something is called on is a cast that somebody wrote: compilers convert nothing to call an interface on it.</summary>
    public static bool IsOfReceiver(Expression receiver) =>
        receiver is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert && convert.Operand is not ConstantExpression
        && (convert.Type.IsInterface || convert.Type == typeof(object) && !convert.Operand.Type.IsValueType);

    private static Expression? Within(Expression expression) => expression switch
    {
        ConstantExpression constant => ConstantSources.Find(constant),
        UnaryExpression { NodeType: ExpressionType.Quote } quote => quote.Operand,
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert when !IsWritten(convert) => convert.Operand,
        MethodCallExpression { Object: null, Method.Name: "op_Implicit", Arguments.Count: 1 } call => call.Arguments[0],
        _ => null,
    };

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

    // The enum or char whose number an operand is. Compilers take the very type that an enum is kept as; any other was written.
    private static Type? Numbered(Expression operand) =>
        operand is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked, Method: null } convert
        && Plain(convert.Operand.Type) is var type
        && (type.IsEnum ? Plain(convert.Type) == WidestOf(type) : type == typeof(char) && Plain(convert.Type).IsPrimitive)
            ? type
            : null;

    // Nothing is compared or calculated with less than an int.
    private static Type WidestOf(Type type) =>
        Enum.GetUnderlyingType(type) is var kept && Widens(kept, typeof(int)) ? typeof(int) : Enum.GetUnderlyingType(type);

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
