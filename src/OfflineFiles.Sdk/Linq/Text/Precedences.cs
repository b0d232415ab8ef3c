using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>The operators of C#: how they are written and how tightly they bind.</summary>
internal static class Precedences
{
    public static Precedence Of(Expression expression) => expression switch
    {
        ConstantExpression { Value: Enum value } => ValueText.IsCombined(value) ? Precedence.Or : Precedence.Primary,
        UnaryExpression { NodeType: ExpressionType.ArrayLength } => Precedence.Primary,
        UnaryExpression { NodeType: ExpressionType.TypeAs } or TypeBinaryExpression { NodeType: ExpressionType.TypeIs } => Precedence.Relational,
        TypeBinaryExpression => Precedence.Equality,
        UnaryExpression => Precedence.Unary,
        MethodCallExpression call when Casts.IsExplicit(call.Method) => Precedence.Unary,
        MethodCallExpression call when OperatorNames.OperatorOf(call) is { } type => Of(type),
        LambdaExpression => Precedence.Lowest,
        ConditionalExpression => Precedence.Conditional,
        BinaryExpression binary => Of(binary.NodeType),
        _ => Precedence.Primary,
    };

    public static Precedence Of(ExpressionType type) => Operator(type).Precedence;

    public static string Symbol(ExpressionType type) => Operator(type).Symbol;

    public static string Symbol(UnaryExpression unary) => unary.NodeType switch
    {
        ExpressionType.Not => (Nullable.GetUnderlyingType(unary.Type) ?? unary.Type) == typeof(bool) ? "!" : "~",
        ExpressionType.OnesComplement => "~",
        ExpressionType.Negate or ExpressionType.NegateChecked => "-",
        ExpressionType.UnaryPlus => "+",
        _ => $"{unary.NodeType} ",
    };

    private static (string Symbol, Precedence Precedence) Operator(ExpressionType type) => type switch
    {
        ExpressionType.Equal => ("==", Precedence.Equality),
        ExpressionType.NotEqual => ("!=", Precedence.Equality),
        ExpressionType.LessThan => ("<", Precedence.Relational),
        ExpressionType.LessThanOrEqual => ("<=", Precedence.Relational),
        ExpressionType.GreaterThan => (">", Precedence.Relational),
        ExpressionType.GreaterThanOrEqual => (">=", Precedence.Relational),
        ExpressionType.AndAlso => ("&&", Precedence.AndAlso),
        ExpressionType.OrElse => ("||", Precedence.OrElse),
        ExpressionType.And => ("&", Precedence.And),
        ExpressionType.Or => ("|", Precedence.Or),
        ExpressionType.ExclusiveOr => ("^", Precedence.ExclusiveOr),
        ExpressionType.Coalesce => ("??", Precedence.Coalesce),
        ExpressionType.Add or ExpressionType.AddChecked => ("+", Precedence.Additive),
        ExpressionType.Subtract or ExpressionType.SubtractChecked => ("-", Precedence.Additive),
        ExpressionType.Multiply or ExpressionType.MultiplyChecked => ("*", Precedence.Multiplicative),
        ExpressionType.Divide => ("/", Precedence.Multiplicative),
        ExpressionType.Modulo => ("%", Precedence.Multiplicative),
        ExpressionType.LeftShift => ("<<", Precedence.Shift),
        ExpressionType.RightShift => (">>", Precedence.Shift),
        ExpressionType.ArrayIndex => ("[]", Precedence.Primary),
        ExpressionType.Assign => ("=", Precedence.Lowest),
        _ => (type.ToString(), Precedence.Lowest),
    };
}

/// <summary>How tightly a form of C# binds, the loosest first.</summary>
internal enum Precedence
{
    /// <summary>A lambda, an assignment.</summary>
    Lowest,
    Conditional,
    Coalesce,
    OrElse,
    AndAlso,
    Or,
    ExclusiveOr,
    And,
    Equality,
    Relational,
    Shift,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}
