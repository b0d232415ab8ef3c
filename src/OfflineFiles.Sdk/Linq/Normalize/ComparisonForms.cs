using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>Writes <c>x.Equals(y)</c> and <c>object.Equals(x, y)</c> of two values of one type as <c>x == y</c>.</summary>
internal static class EqualsCall
{
    private static readonly System.Reflection.MethodInfo EqualsMethod = new Func<object?, object?, bool>(object.Equals).Method;

    public static BinaryExpression? ToComparison(MethodCallExpression call)
    {
        if (call.Method.Name != nameof(Equals) || call.Method.DeclaringType == typeof(string)) return null;
        if (call.Object is { } called && Receiver(called) is var target) return call.Arguments.Count == 1 ? Compare(target, Unbox(call.Arguments[0], target.Type)) : null;
        if (call.Method.DeclaringType != typeof(object)) return null;
        var (left, right) = Unboxed(call.Arguments[0], call.Arguments[1]);
        return Compare(left, right);
    }

    /// <summary>Two values without their boxes, a constant among them in the type of the other.</summary>
    public static (Expression Left, Expression Right) Unboxed(Expression left, Expression right)
    {
        (left, right) = (Unbox(left, null), Unbox(right, null));
        if (left is ConstantExpression) left = Unbox(left, right.Type);
        return (left, Unbox(right, left.Type));
    }

    /// <summary>Asks whether two values are equal of those that no operator compares.</summary>
    public static Expression Of(Expression left, Expression right) =>
        Expression.Call(EqualsMethod, Expression.Convert(left, typeof(object)), Expression.Convert(right, typeof(object)));

    /// <summary>
    /// What <c>Equals</c> or <c>CompareTo</c> is called on, without a conversion to a wider type, an interface among them: it is the same object, and what
    /// it is asked does not depend on what it is called.
    /// </summary>
    public static Expression Receiver(Expression target) => target switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs, Method: null } convert
            when !convert.Type.IsValueType && convert.Type.IsAssignableFrom(convert.Operand.Type) => Receiver(convert.Operand),
        ConstantExpression { Value: string text } when target.Type != typeof(string) => Expression.Constant(text),
        _ => target,
    };

    private static BinaryExpression? Compare(Expression left, Expression right) =>
        left.Type == right.Type && HasOperator(Nullable.GetUnderlyingType(left.Type) ?? left.Type) ? Expression.Equal(left, right) : null;

    /// <summary>Whether values of a type that may be null, or not, are compared by <c>==</c>.</summary>
    public static bool HasOperator(Type type) =>
        type.IsEnum || type.IsPrimitive || type == typeof(DateTimeOffset) || type == typeof(DateTime) || type == typeof(TimeSpan) || type == typeof(decimal)
        || type == typeof(string) || type == typeof(UncPath) || type == typeof(OfflineFilesItem);

    /// <summary>Whether values of a type are compared by <c>&lt;</c>.</summary>
    public static bool HasOrder(Type type) =>
        !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.Char and <= TypeCode.DateTime || type == typeof(DateTimeOffset) || type == typeof(TimeSpan);

    /// <summary>A value without its box.</summary>
    public static Expression Unbox(Expression expression, Type? type) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } convert when convert.Type == typeof(object) || convert.Type == typeof(Enum) => convert.Operand,
        ConstantExpression { Value: var value } when type is not null && Holds(type, value) => Expression.Constant(value, type),
        _ => expression,
    };

    private static bool Holds(Type type, object? value) =>
        value is null ? NullableTypes.HasNull(type) : value.GetType() == (Nullable.GetUnderlyingType(type) ?? type);
}

/// <summary>
/// Visual Basic writes <c>a = b</c> of two strings as <c>Operators.CompareString(a, b, False) = 0</c>. This restores the comparison. To
/// Visual Basic, Nothing and the empty string are equal.
/// </summary>
internal static class CompareStringCall
{
    private static readonly System.Reflection.MethodInfo CompareMethod = new Func<string?, string?, int>(string.Compare).Method;
    private static readonly System.Reflection.MethodInfo IsNullOrEmptyMethod = new Func<string?, bool>(string.IsNullOrEmpty).Method;

    public static Expression? Restore(BinaryExpression node)
    {
        if (node is not { Left: MethodCallExpression call, Right: ConstantExpression { Value: 0 }, Method: null } || !IsCall(call, isOfCulture: false)) return null;
        var (left, right) = (call.Arguments[0], call.Arguments[1]);
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual))
            return Expression.MakeBinary(node.NodeType, Expression.Call(CompareMethod, left, right), node.Right);
        var (operand, constant) = right is ConstantExpression ? (left, right) : (right, left);
        Expression isEqual = constant is ConstantExpression { Value: null or "" } ? Expression.Call(IsNullOrEmptyMethod, operand) : Expression.Equal(left, right);
        return node.NodeType == ExpressionType.Equal ? isEqual : Expression.Not(isEqual);
    }

    /// <summary>Whether it is such a comparison under Option Compare Text, which follows the rules of a culture.</summary>
    public static bool IsOfCulture(MethodCallExpression call) => IsCall(call, isOfCulture: true);

    // Recognised by its name, so that nothing refers to the runtime of Visual Basic.
    private static bool IsCall(MethodCallExpression call, bool isOfCulture) =>
        call.Method.Name == "CompareString"
        && call.Method.DeclaringType?.FullName is "Microsoft.VisualBasic.CompilerServices.Operators" or "Microsoft.VisualBasic.CompilerServices.EmbeddedOperators"
        && call.Arguments is [_, _, ConstantExpression { Value: bool value }] && value == isOfCulture;
}

/// <summary>Compilers compare enums as integers: <c>(int)x.ItemType == 0</c>. This restores what was written, for messages and translation.</summary>
internal static class EnumComparison
{
    public static BinaryExpression Restore(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual) || node.Method is not null) return node;
        if (Unwrap(node.Left) is { } left && Constant(node.Right, left.Type) is { } rightConstant) return Make(node, left, rightConstant);
        if (Unwrap(node.Right) is { } right && Constant(node.Left, right.Type) is { } leftConstant) return Make(node, leftConstant, right);
        return node;
    }

    private static BinaryExpression Make(BinaryExpression node, Expression left, Expression right) =>
        node.NodeType == ExpressionType.Equal ? Expression.Equal(left, right) : Expression.NotEqual(left, right);

    private static Expression? Unwrap(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert
        && convert.Operand.Type.IsEnum
        && convert.Type == Enum.GetUnderlyingType(convert.Operand.Type)
            ? convert.Operand
            : null;

    private static ConstantExpression? Constant(Expression expression, Type type) =>
        expression is ConstantExpression { Value: { } value } && value.GetType() == Enum.GetUnderlyingType(type)
            ? Expression.Constant(Enum.ToObject(type, value), type)
            : null;
}

/// <summary>
/// Writes <c>x == null ? null : x.Member</c>, which is what tools make of <c>x?.Member</c>, as <c>x.Member</c>: reading through null gives
/// null in a query.
/// </summary>
internal static class NullConditional
{
    public static Expression? Simplify(ConditionalExpression choice)
    {
        if (choice.Test is not BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } test || !NullableTypes.HasNull(choice.Type)) return null;
        if (!OperatorMethods.IsPlain(test)) return null;
        var (whenNull, whenThere) = test.NodeType == ExpressionType.Equal ? (choice.IfTrue, choice.IfFalse) : (choice.IfFalse, choice.IfTrue);
        return whenNull is ConstantExpression { Value: null } && Tested(test) is { } tested && IsReadOf(whenThere, tested) ? whenThere : null;
    }

    private static Expression? Tested(BinaryExpression test) =>
        test.Right is ConstantExpression { Value: null } ? test.Left : test.Left is ConstantExpression { Value: null } ? test.Right : null;

    private static bool IsReadOf(Expression value, Expression target)
    {
        while (true)
        {
            switch (value)
            {
                case UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert:
                    value = convert.Operand;
                    break;
                case MemberExpression { Expression: { } inner }:
                    if (AreSame(inner, target)) return true;
                    value = inner;
                    break;
                default:
                    return false;
            }
        }
    }

    private static bool AreSame(Expression left, Expression right)
    {
        while (left != right)
        {
            if (left is not MemberExpression { Expression: { } x } first || right is not MemberExpression { Expression: { } y } second || first.Member != second.Member)
                return false;
            (left, right) = (x, y);
        }

        return true;
    }
}
