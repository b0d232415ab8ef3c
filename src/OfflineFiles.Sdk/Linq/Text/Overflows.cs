using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>Which calculations fail where their outcome is too large for its type, and which cut it.</summary>
internal static class Overflows
{
    /// <summary>True if it fails, false if it cuts, and null if neither can be, as of what is no calculation with whole numbers.</summary>
    public static bool? Of(Expression expression) => expression.NodeType switch
    {
        ExpressionType.AddChecked or ExpressionType.SubtractChecked or ExpressionType.MultiplyChecked or ExpressionType.NegateChecked
            or ExpressionType.ConvertChecked => true,
        ExpressionType.Add or ExpressionType.Subtract or ExpressionType.Multiply or ExpressionType.Negate or ExpressionType.Convert
            when IsWhole(expression.Type) => false,
        _ => null,
    };

    private static bool IsWhole(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: false } plain && Type.GetTypeCode(plain) is >= TypeCode.SByte and <= TypeCode.UInt64;
}
