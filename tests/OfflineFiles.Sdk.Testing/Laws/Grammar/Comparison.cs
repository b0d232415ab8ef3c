using System.Linq.Expressions;
using CsCheck;

namespace OfflineFiles.Sdk.Testing.Laws.Grammar;

/// <summary>The six comparisons, with the value on either side.</summary>
internal static class Comparison
{
    public static readonly Gen<ExpressionType> Operator = Pick.Of(
        ExpressionType.Equal, ExpressionType.NotEqual, ExpressionType.LessThan, ExpressionType.LessThanOrEqual, ExpressionType.GreaterThan, ExpressionType.GreaterThanOrEqual);

    public static Expression With<T>(ExpressionType type, Expression operand, T value, bool isFlipped) =>
        Of(type, operand, Expression.Constant(value, typeof(T)), isFlipped);

    /// <summary>As compilers write it: what is compared has one type, nullable when one side is, an enum its number.</summary>
    public static Expression Of(ExpressionType type, Expression left, Expression right, bool isFlipped)
    {
        (left, right) = (Number(left), Number(right));
        if (left.Type != right.Type) (left, right) = (Lift(left), Lift(right));
        return isFlipped ? Expression.MakeBinary(type, right, left) : Expression.MakeBinary(type, left, right);
    }

    private static Expression Number(Expression operand)
    {
        var plain = Nullable.GetUnderlyingType(operand.Type) ?? operand.Type;
        if (!plain.IsEnum) return operand;
        return Expression.Convert(operand, plain == operand.Type ? typeof(int) : typeof(int?));
    }

    private static Expression Lift(Expression operand) => operand.Type.IsValueType && Nullable.GetUnderlyingType(operand.Type) is null
        ? Expression.Convert(operand, typeof(Nullable<>).MakeGenericType(operand.Type))
        : operand;
}
