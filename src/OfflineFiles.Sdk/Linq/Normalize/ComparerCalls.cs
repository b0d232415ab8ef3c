using System.Linq.Expressions;
using System.Reflection;

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
        left.Type == right.Type && EqualsCall.HasOperator(Nullable.GetUnderlyingType(left.Type) ?? left.Type)
            ? Expression.Equal(left, right)
            : NullTest.OfEither(left, right);

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
            { Left: MethodCallExpression call, Right: ConstantExpression { Value: 0 } } when Operands(call) is var (left, right) =>
                Make(node.NodeType, left, right),
            { Right: MethodCallExpression call, Left: ConstantExpression { Value: 0 } } when Operands(call) is var (left, right) =>
                Make(node.NodeType, right, left),
            _ => null,
        };
    }

    private static BinaryExpression Make(ExpressionType type, Expression left, Expression right) =>
        Expression.MakeBinary(type, Number(left), Number(right));

    private static Expression Number(Expression value) => value.Type.IsEnum ? Expression.Convert(value, Enum.GetUnderlyingType(value.Type)) : value;

    private static (Expression Left, Expression Right)? Operands(MethodCallExpression call) => call switch
    {
        { Method.Name: "CompareTo", Object: { } target, Arguments: [var other] } =>
            Both(EqualsCall.Unbox(target, null), EqualsCall.Unbox(other, EqualsCall.Unbox(target, null).Type)),
        { Method.Name: "Compare", Object: null, Arguments: [var left, var right] }
            when call.Method.DeclaringType == typeof(Nullable) || EqualsCall.HasOrder(call.Method.DeclaringType!) => Both(left, right),
        { Method.Name: "Compare", Object: ConstantExpression { Value: { } comparer }, Arguments: [var left, var right] }
            when CollectionRules.IsDefault(comparer) => Both(left, right),
        _ => null,
    };

    private static (Expression Left, Expression Right)? Both(Expression left, Expression right)
    {
        var type = Nullable.GetUnderlyingType(left.Type) ?? left.Type;
        return left.Type == right.Type && (EqualsCall.HasOrder(type) || left.Type.IsEnum) ? (left, right) : null;
    }
}
