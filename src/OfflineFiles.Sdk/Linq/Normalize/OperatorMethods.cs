using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>
/// Tells operators that mean what they look like from methods that stand in their place: an expression can say <c>x &lt; y</c> and carry any
/// method to do it. Such a one is written as the call that it is, so that nobody takes it for the operator.
/// </summary>
internal static class OperatorMethods
{
    /// <summary>Whether an operator means what it looks like: none of its own, or one that the type of both operands declares under its name.</summary>
    public static bool IsPlain(BinaryExpression node) =>
        node.Method is not { } method
        || IsNamed(node.NodeType, method)
        && (IsTrusted(method) || method.DeclaringType == Plain(node.Left.Type) && method.DeclaringType == Plain(node.Right.Type))
        || node.NodeType is ExpressionType.Add or ExpressionType.AddChecked && method.DeclaringType == typeof(string)
        || node.NodeType == ExpressionType.Power && method.DeclaringType == typeof(Math);

    /// <summary>What only looks like an operator, as the call of its method; null if it means what it looks like.</summary>
    public static Expression? Restore(BinaryExpression node)
    {
        if (node.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.Coalesce || IsPlain(node)) return null;
        if (GenericComparison.Restore(node.Method!, node.Left, node.Right) is { } comparison) return comparison;
        return node.IsLifted ? Lifted(node) : Expression.Call(node.Method!, node.Left, node.Right);
    }

    /// <inheritdoc cref="Restore(BinaryExpression)"/>
    public static Expression? Restore(UnaryExpression node) =>
        node.Method is { } method && OperatorNames.Of(node.NodeType) is not null && !node.IsLifted && !(IsNamed(node.NodeType, method) && IsTrusted(method))
            ? Expression.Call(method, node.Operand)
            : null;

    // What is lifted is asked only where both are there; two that are not there are equal.
    private static Expression Lifted(BinaryExpression node)
    {
        var parameters = node.Method!.GetParameters();
        if (NullTest.IsNull(node.Left) || NullTest.IsNull(node.Right)) return OfNull(node);
        Expression call = Expression.Call(node.Method, There(node.Left, parameters[0]), There(node.Right, parameters[1]));
        if (call.Type != node.Type) return Expression.Convert(call, node.Type);
        var (noLeft, noRight) = (IsNull(node.Left), IsNull(node.Right));
        return node.NodeType switch
        {
            ExpressionType.Equal => Expression.OrElse(Expression.AndAlso(noLeft, noRight), call),
            ExpressionType.NotEqual => Expression.OrElse(Expression.NotEqual(noLeft, noRight), call),
            _ => call,
        };
    }

    private static Expression OfNull(BinaryExpression node)
    {
        var other = NullTest.IsNull(node.Left) ? node.Right : node.Left;
        return node.NodeType switch
        {
            _ when node.Type != typeof(bool) => Expression.Constant(null, node.Type),
            ExpressionType.Equal => IsNull(other),
            ExpressionType.NotEqual => Expression.Not(IsNull(other)),
            _ => Expression.Constant(false),
        };
    }

    private static Expression There(Expression operand, ParameterInfo parameter) =>
        operand.Type == parameter.ParameterType ? operand : Expression.Convert(operand, parameter.ParameterType);

    private static Expression IsNull(Expression operand) =>
        NullableTypes.HasNull(operand.Type) ? Expression.Equal(operand, Expression.Constant(null, operand.Type)) : Expression.Constant(false);

    private static bool IsNamed(ExpressionType type, MethodInfo method) => method.Name == OperatorNames.Of(type);

    private static bool IsTrusted(MethodInfo method) =>
        method.DeclaringType is { } type && (CollectionRules.IsOfNet(type) || type.Assembly == typeof(OperatorMethods).Assembly);

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}

/// <summary>
/// F# compares with functions for all types, <c>GenericLessThan</c> and others; of texts and numbers they mean the operators. Recognised by
/// their names, so that nothing refers to the runtime of F#.
/// </summary>
internal static class GenericComparison
{
    private const string Primitives = "Microsoft.FSharp.Core.LanguagePrimitives";
    private static readonly MethodInfo CompareMethod = new Func<string?, string?, int>(string.Compare).Method;

    public static Expression? Restore(MethodCallExpression call) =>
        call is { Object: null, Arguments: [var left, var right] } ? Restore(call.Method, left, right) : null;

    public static Expression? Restore(MethodInfo method, Expression left, Expression right)
    {
        if (method.DeclaringType?.FullName is not (Primitives or Primitives + "+HashCompare" or "Microsoft.FSharp.Core.Operators")) return null;
        ExpressionType? comparison = method.Name switch
        {
            "GenericEqualityIntrinsic" or "GenericEquality" or "GenericEqualityERIntrinsic" or "op_Equality" => ExpressionType.Equal,
            "op_Inequality" => ExpressionType.NotEqual,
            "GenericLessThanIntrinsic" or "GenericLessThan" or "op_LessThan" => ExpressionType.LessThan,
            "GenericLessOrEqualIntrinsic" or "GenericLessOrEqual" or "op_LessThanOrEqual" => ExpressionType.LessThanOrEqual,
            "GenericGreaterThanIntrinsic" or "GenericGreaterThan" or "op_GreaterThan" => ExpressionType.GreaterThan,
            "GenericGreaterOrEqualIntrinsic" or "GenericGreaterOrEqual" or "op_GreaterThanOrEqual" => ExpressionType.GreaterThanOrEqual,
            _ => null,
        };
        if (comparison is not { } type || left.Type != right.Type || !EqualsCall.HasOperator(left.Type)) return null;
        if (left.Type == typeof(string) && type is not (ExpressionType.Equal or ExpressionType.NotEqual))
            return Expression.MakeBinary(type, Expression.Call(CompareMethod, left, right), Expression.Constant(0));
        return type is ExpressionType.Equal or ExpressionType.NotEqual || EqualsCall.HasOrder(left.Type) ? Expression.MakeBinary(type, left, right) : null;
    }
}
