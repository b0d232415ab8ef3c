using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>Operators and the methods behind them, by the names that compilers give these (ECMA-335, I.10.3).</summary>
internal static class OperatorNames
{
    private static readonly Dictionary<ExpressionType, string> Names = new()
    {
        [ExpressionType.Equal] = "op_Equality",
        [ExpressionType.NotEqual] = "op_Inequality",
        [ExpressionType.LessThan] = "op_LessThan",
        [ExpressionType.LessThanOrEqual] = "op_LessThanOrEqual",
        [ExpressionType.GreaterThan] = "op_GreaterThan",
        [ExpressionType.GreaterThanOrEqual] = "op_GreaterThanOrEqual",
        [ExpressionType.Add] = "op_Addition",
        [ExpressionType.AddChecked] = "op_Addition",
        [ExpressionType.Subtract] = "op_Subtraction",
        [ExpressionType.SubtractChecked] = "op_Subtraction",
        [ExpressionType.Multiply] = "op_Multiply",
        [ExpressionType.MultiplyChecked] = "op_Multiply",
        [ExpressionType.Divide] = "op_Division",
        [ExpressionType.Modulo] = "op_Modulus",
        [ExpressionType.And] = "op_BitwiseAnd",
        [ExpressionType.Or] = "op_BitwiseOr",
        [ExpressionType.ExclusiveOr] = "op_ExclusiveOr",
        [ExpressionType.LeftShift] = "op_LeftShift",
        [ExpressionType.RightShift] = "op_RightShift",
        [ExpressionType.Not] = "op_LogicalNot",
        [ExpressionType.Negate] = "op_UnaryNegation",
        [ExpressionType.NegateChecked] = "op_UnaryNegation",
        [ExpressionType.OnesComplement] = "op_OnesComplement",
        [ExpressionType.UnaryPlus] = "op_UnaryPlus",
    };

    // Of an operator and its checked form the first counts.
    private static readonly Dictionary<string, ExpressionType> Types =
        Names.GroupBy(pair => pair.Value, pair => pair.Key).ToDictionary(types => types.Key, types => types.Min(), StringComparer.Ordinal);

    /// <summary>The name of the method behind an operator; null if it never has a method of its own.</summary>
    public static string? Of(ExpressionType type) => Names.TryGetValue(type, out var name) ? name : null;

    /// <summary>The operator of two operands that a call stands for: compilers other than that of C# write such calls. Null for any other call.</summary>
    public static ExpressionType? OperatorOf(MethodCallExpression call) =>
        call is { Object: null, Method.IsSpecialName: true, Arguments.Count: 2 } && Types.TryGetValue(call.Method.Name, out var type) ? type : null;
}
