using System.Globalization;
using System.Linq.Expressions;
using System.Numerics;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>
/// Computes with numbers whose types are only known at run time, as C# does: whole numbers wrap around at the end of their type, or
/// overflow where the expression is checked. All of them go through one type that holds any.
/// </summary>
internal static class ConstantArithmetic
{
    public static object Compute(ExpressionType operation, object left, object right, Type type) =>
        type == typeof(double) || type == typeof(float)
            ? OfReal(ComputeReal(operation, Real(left), Real(right)), type)
            : OfWhole(ComputeWhole(operation, Whole(left), Whole(right), type), type, IsChecked(operation));

    public static bool Compare(ExpressionType operation, object left, object right)
    {
        if (left is double or float)
        {
            var (x, y) = (Real(left), Real(right));
            return operation switch
            {
                ExpressionType.LessThan => x < y,
                ExpressionType.LessThanOrEqual => x <= y,
                ExpressionType.GreaterThan => x > y,
                _ => x >= y,
            };
        }

        var order = Whole(left).CompareTo(Whole(right));
        return operation switch
        {
            ExpressionType.LessThan => order < 0,
            ExpressionType.LessThanOrEqual => order <= 0,
            ExpressionType.GreaterThan => order > 0,
            _ => order >= 0,
        };
    }

    /// <summary>A number as another type of number; an enum counts as its number.</summary>
    public static object Convert(object value, Type type, bool isChecked)
    {
        if (type.IsEnum) return Enum.ToObject(type, Convert(value, Enum.GetUnderlyingType(type), isChecked));
        if (type == typeof(double) || type == typeof(float)) return OfReal(Real(value), type);
        var whole = value is double or float ? new BigInteger(Math.Truncate(Real(value))) : Whole(value);
        return OfWhole(whole, type, isChecked);
    }

    private static bool IsChecked(ExpressionType operation) =>
        operation is ExpressionType.AddChecked or ExpressionType.SubtractChecked or ExpressionType.MultiplyChecked or ExpressionType.NegateChecked;

    private static double ComputeReal(ExpressionType operation, double left, double right) => operation switch
    {
        ExpressionType.Add or ExpressionType.AddChecked => left + right,
        ExpressionType.Subtract or ExpressionType.SubtractChecked => left - right,
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => left * right,
        ExpressionType.Divide => left / right,
        ExpressionType.Modulo => left % right,
        _ => throw new NotSupportedException($"{operation} of fractions is no operation."),
    };

    private static BigInteger ComputeWhole(ExpressionType operation, BigInteger left, BigInteger right, Type type) => operation switch
    {
        ExpressionType.Add or ExpressionType.AddChecked => left + right,
        ExpressionType.Subtract or ExpressionType.SubtractChecked => left - right,
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => left * right,
        ExpressionType.Divide => BigInteger.Divide(left, right),
        ExpressionType.Modulo => BigInteger.Remainder(left, right),
        ExpressionType.And => left & right,
        ExpressionType.Or => left | right,
        ExpressionType.ExclusiveOr => left ^ right,
        ExpressionType.LeftShift => left << ((int)right & (Bits(type) - 1)),
        ExpressionType.RightShift => left >> ((int)right & (Bits(type) - 1)),
        _ => throw new NotSupportedException($"{operation} of whole numbers is no operation."),
    };

    private static double Real(object value) => value switch
    {
        double number => number,
        float number => number,
        _ => (double)Whole(value),
    };

    private static object OfReal(double value, Type type) => System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture);

    private static BigInteger Whole(object value) => value switch
    {
        int number => number,
        long number => number,
        ulong number => number,
        char c => c,
        Enum => value.GetType().GetEnumUnderlyingType() == typeof(ulong)
            ? System.Convert.ToUInt64(value, CultureInfo.InvariantCulture)
            : System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };

    private static object OfWhole(BigInteger value, Type type, bool isChecked)
    {
        var bits = Bits(type);
        var isSigned = System.Type.GetTypeCode(type) is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64;
        var wrapped = value & ((BigInteger.One << bits) - 1);
        if (isSigned && wrapped >> (bits - 1) == 1) wrapped -= BigInteger.One << bits;
        if (isChecked && wrapped != value) throw new OverflowException();
        return System.Type.GetTypeCode(type) switch
        {
            TypeCode.SByte => (sbyte)wrapped,
            TypeCode.Byte => (byte)wrapped,
            TypeCode.Int16 => (short)wrapped,
            TypeCode.UInt16 => (ushort)wrapped,
            TypeCode.Char => (char)(ushort)wrapped,
            TypeCode.Int32 => (int)wrapped,
            TypeCode.UInt32 => (uint)wrapped,
            TypeCode.UInt64 => (ulong)wrapped,
            _ => (object)(long)wrapped,
        };
    }

    private static int Bits(Type type) => System.Type.GetTypeCode(type) switch
    {
        TypeCode.SByte or TypeCode.Byte => 8,
        TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Char => 16,
        TypeCode.Int32 or TypeCode.UInt32 => 32,
        TypeCode.Int64 or TypeCode.UInt64 => 64,
        _ => throw new NotSupportedException($"{type.Name} is no number."),
    };
}
