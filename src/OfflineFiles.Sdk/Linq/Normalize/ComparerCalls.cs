using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Equality;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>
/// Writes what a comparer is asked, <c>EqualityComparer&lt;string&gt;.Default.Equals(x, y)</c>, as the comparison that it makes: with the rule of
/// queries where it is the comparer that everything has, with its own where that has a name.
/// </summary>
internal static class ComparerCall
{
    private static readonly MethodInfo CompareMethod = new Func<string?, string?, int>(string.Compare).Method;
    private static readonly MethodInfo CompareByRuleMethod = new Func<string?, string?, StringComparison, int>(string.Compare).Method;
    private static readonly MethodInfo EqualsByRuleMethod = new Func<string?, string?, StringComparison, bool>(string.Equals).Method;

    public static Expression? Restore(MethodCallExpression call)
    {
        if (call.Arguments is not [var left, var right]) return null;
        if (call.Object is null) return call.Method.DeclaringType == typeof(Nullable) && call.Method.Name == "Equals" ? Equal(left, right) : null;
        if (call.Object is not ConstantExpression { Value: { } comparer }) return null;
        var areTexts = left.Type == typeof(string) && right.Type == typeof(string);
        return (call.Method.Name, RuleOf(comparer)) switch
        {
            ("Equals", null) when IsOfQuery(comparer) => Equal(left, right),
            ("Compare", null) when IsOfQuery(comparer) && areTexts => Expression.Call(CompareMethod, left, right),
            ("Equals", { } rule) when areTexts => Expression.Call(EqualsByRuleMethod, left, right, Expression.Constant(rule)),
            ("Compare", { } rule) when areTexts => Expression.Call(CompareByRuleMethod, left, right, Expression.Constant(rule)),
            _ => null,
        };
    }

    private static bool IsOfQuery(object comparer) => CollectionRules.OfComparer(comparer) == CollectionRule.Query;

    private static Expression? Equal(Expression left, Expression right) =>
        left.Type == right.Type && EqualsCall.HasOperator(Nullable.GetUnderlyingType(left.Type) ?? left.Type) ? Expression.Equal(left, right)
        : NullTest.OfEither(left, right) ?? (ValueEquality.HasParts(left.Type) ? EqualsCall.Of(left, right) : null);

    private static StringComparison? RuleOf(object comparer) =>
        ReferenceEquals(comparer, StringComparer.Ordinal) ? StringComparison.Ordinal
        : ReferenceEquals(comparer, StringComparer.OrdinalIgnoreCase) ? StringComparison.OrdinalIgnoreCase
        : null;
}

/// <summary>
/// Writes <c>x.CompareTo(y) &lt; 0</c>, <c>DateTimeOffset.Compare(x, y) &lt; 0</c> and their like, of numbers, enums and times, as <c>x &lt; y</c>:
/// what is null comes neither before nor after anything. Texts have an order of their own.
/// </summary>
internal static class OrderCall
{
    public static Expression? Compare(BinaryExpression node)
    {
        if (node.Method is not null || !ComparisonOperators.Contains(node.NodeType)) return null;
        return node switch
        {
            { Left: MethodCallExpression call, Right: ConstantExpression { Value: 0 } } => Make(node.NodeType, call, isMirrored: false),
            { Right: MethodCallExpression call, Left: ConstantExpression { Value: 0 } } => Make(node.NodeType, call, isMirrored: true),
            _ => null,
        };
    }

    /// <summary>Whether it asks for the order that everything has: null comes neither before nor after anything.</summary>
    public static bool IsOfDefault(MethodCallExpression call) => call is { Method.Name: "Compare", Arguments.Count: 2 }
        && (call.Method.DeclaringType == typeof(Nullable) || call.Object is ConstantExpression { Value: { } comparer } && CollectionRules.IsDefault(comparer));

    private static Expression? Make(ExpressionType type, MethodCallExpression call, bool isMirrored)
    {
        if (Operands(call) is not var (left, right)) return null;
        if (NullTest.IsNull(left) || NullTest.IsNull(right)) return WithNull(type, call, left, right);
        if (left.Type != right.Type) return null;
        if (isMirrored) (left, right) = (right, left);
        var plain = Plain(left.Type);
        if (EqualsCall.HasOrder(plain) || plain.IsEnum) return Expression.MakeBinary(type, Number(left), Number(right));
        if (plain == typeof(bool)) return BooleanShape.Order(type, left, right);
        return type is ExpressionType.Equal or ExpressionType.NotEqual && EqualsCall.HasOperator(plain) ? Expression.MakeBinary(type, left, right) : null;
    }

    // No order holds with null. That two are the same asks for null, unless it is asked of what may be null itself.
    private static Expression WithNull(ExpressionType type, MethodCallExpression call, Expression left, Expression right)
    {
        if (type is not (ExpressionType.Equal or ExpressionType.NotEqual)) return Expression.Constant(false);
        var isEqual = type == ExpressionType.Equal;
        return (call.Method.Name == nameof(IComparable.CompareTo) ? null : NullTest.OfEither(left, right, isEqual)) ?? (Expression)Expression.Constant(!isEqual);
    }

    private static Expression Number(Expression value)
    {
        var plain = Plain(value.Type);
        if (!plain.IsEnum) return value;
        var number = Enum.GetUnderlyingType(plain);
        return Expression.Convert(value, plain == value.Type ? number : NullableTypes.Of(number));
    }

    private static (Expression Left, Expression Right)? Operands(MethodCallExpression call) => call switch
    {
        { Method.Name: "CompareTo", Object: { } target, Arguments: [var other] } when EqualsCall.Receiver(target) is var value && value.Type != typeof(string) =>
            (value, EqualsCall.Unbox(other, value.Type)),
        { Method.Name: "Compare", Object: null, Arguments: [var left, var right] }
            when call.Method.DeclaringType == typeof(Nullable) || EqualsCall.HasOrder(call.Method.DeclaringType!) => (left, right),
        { Method.Name: "Compare", Object: ConstantExpression { Value: { } comparer }, Arguments: [var left, var right] }
            when CollectionRules.IsDefault(comparer) => (EqualsCall.Unbox(left, null), EqualsCall.Unbox(right, EqualsCall.Unbox(left, null).Type)),
        _ => null,
    };

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}

/// <summary>
/// Writes <c>string.Compare(x, y) == 0</c> as <c>x == y</c>, by the rule that the call names: that two texts are the same is one question, with null
/// on either side too. Which comes first is another, which no null answers.
/// </summary>
internal static class TextOrderCall
{
    private static readonly MethodInfo EqualsByRuleMethod = new Func<string?, string?, StringComparison, bool>(string.Equals).Method;

    public static Expression? Compare(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual) || node.Method is not null) return null;
        var (called, number) = node.Left is ConstantExpression ? (node.Right, node.Left) : (node.Left, node.Right);
        if (number is not ConstantExpression { Value: 0 } || called is not MethodCallExpression { Object: null } call || call.Method.DeclaringType != typeof(string)) return null;
        var isEqual = node.NodeType == ExpressionType.Equal;
        return (call.Method.Name, call.Arguments) switch
        {
            (nameof(string.Compare), [var left, var right]) => isEqual ? Expression.Equal(left, right) : Expression.NotEqual(left, right),
            (nameof(string.CompareOrdinal), [var left, var right]) => Equal(left, right, Expression.Constant(StringComparison.Ordinal), isEqual),
            (nameof(string.Compare), [var left, var right, { } rule]) when rule.Type == typeof(StringComparison) => Equal(left, right, rule, isEqual),
            (nameof(string.Compare), [var left, var right, ConstantExpression { Value: bool ignoresCase }]) => Equal(
                left, right, Expression.Constant(ignoresCase ? StringComparison.CurrentCultureIgnoreCase : StringComparison.CurrentCulture), isEqual),
            (nameof(string.Compare), [var left, var right, _, _]) when right.Type == typeof(string) => NullTest.OfEither(left, right, isEqual),
            _ => null,
        };
    }

    private static Expression Equal(Expression left, Expression right, Expression rule, bool isEqual)
    {
        var equal = Expression.Call(EqualsByRuleMethod, left, right, rule);
        return isEqual ? equal : Expression.Not(equal);
    }
}
