using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>Operators that a tree has as calls of the methods behind them: compilers other than that of C# write such.</summary>
internal static class OperatorMethods
{
    public static (string Text, Precedence Precedence)? Find(MethodCallExpression call)
    {
        if (call is not { Object: null, Method.IsSpecialName: true, Arguments.Count: 2 }) return null;
        return call.Method.Name switch
        {
            "op_Equality" => ("==", Precedence.Equality),
            "op_Inequality" => ("!=", Precedence.Equality),
            "op_LessThan" => ("<", Precedence.Relational),
            "op_LessThanOrEqual" => ("<=", Precedence.Relational),
            "op_GreaterThan" => (">", Precedence.Relational),
            "op_GreaterThanOrEqual" => (">=", Precedence.Relational),
            "op_Addition" => ("+", Precedence.Additive),
            "op_Subtraction" => ("-", Precedence.Additive),
            "op_Multiply" => ("*", Precedence.Multiplicative),
            "op_Division" => ("/", Precedence.Multiplicative),
            "op_Modulus" => ("%", Precedence.Multiplicative),
            "op_BitwiseAnd" => ("&", Precedence.And),
            "op_BitwiseOr" => ("|", Precedence.Or),
            "op_ExclusiveOr" => ("^", Precedence.ExclusiveOr),
            _ => null,
        };
    }
}
