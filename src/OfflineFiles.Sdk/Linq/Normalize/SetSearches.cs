using System.Collections;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>
/// Writes a question about each value of a captured collection, <c>endings.Any(e =&gt; x.EndsWith(e))</c>, as one question for each value,
/// joined by <c>||</c>, or by <c>&amp;&amp;</c> for All; and the question whether one is equal as a search in a set.
/// </summary>
internal static class SetQuantifier
{
    /// <summary>Beyond this many, asking them one after the other in the caller is the better way.</summary>
    private const int MaximumValues = 100;

    public static Expression? Expand(MethodCallExpression call)
    {
        if (!TryRead(call, out var values, out var lambda, out var isAll)) return null;
        var value = lambda.Parameters[0];
        if (!isAll && EqualTo(lambda.Body, value) is { } sought && ConstantSet.Create(values, comparer: null, call) is { } set) return ConstantSet.Call(set, sought);

        var tests = new List<Expression>();
        foreach (var item in values)
        {
            if (tests.Count == MaximumValues) return null;
            tests.Add(ParameterReplacer.Replace(lambda.Body, value, Expression.Constant(item, value.Type)));
        }

        return tests.Count == 0 ? Expression.Constant(isAll) : tests.Aggregate(isAll ? Expression.AndAlso : Expression.OrElse);
    }

    private static bool TryRead(
        MethodCallExpression call,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IEnumerable? values,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LambdaExpression? lambda,
        out bool isAll)
    {
        (values, lambda) = (null, null);
        isAll = call.Method.Name is nameof(Enumerable.All) or nameof(List<int>.TrueForAll);
        if (!isAll && call.Method.Name is not (nameof(Enumerable.Any) or nameof(List<int>.Exists))) return false;
        var isOfList = call.Object is not null && call.Method.DeclaringType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(List<>);
        var isStatic = call.Method.DeclaringType == typeof(Enumerable) || call.Method.DeclaringType == typeof(Array);
        if (!isOfList && !isStatic || call.Arguments.Count != (isOfList ? 1 : 2)) return false;
        values = ((isOfList ? call.Object : call.Arguments[0]) as ConstantExpression)?.Value as IEnumerable;
        lambda = call.Arguments[call.Arguments.Count - 1] as LambdaExpression;
        return values is not null && lambda is not null;
    }

    private static Expression? EqualTo(Expression body, ParameterExpression value) => body switch
    {
        BinaryExpression { NodeType: ExpressionType.Equal } equal when equal.Left == value => Other(equal.Right, value),
        BinaryExpression { NodeType: ExpressionType.Equal } equal when equal.Right == value => Other(equal.Left, value),
        _ => null,
    };

    private static Expression? Other(Expression expression, ParameterExpression value) =>
        ParameterReplacer.Replace(expression, value, Expression.Default(value.Type)) == expression ? expression : null;
}

/// <summary>
/// Recognises a search for a value in a collection: <c>list.Contains(x)</c>, <c>Enumerable.Contains(list, x)</c>, and what C# 14
/// makes of an array: <c>MemoryExtensions.Contains(span, x)</c> with the array converted to a span.
/// </summary>
internal sealed record SetMembership(Expression Set, Expression Value, Expression? Comparer)
{
    public static SetMembership? Read(MethodCallExpression call)
    {
        if (call.Method.Name != "Contains") return null;
        if (call.Object is { } instance)
            return call.Arguments.Count == 1 && instance.Type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(instance.Type)
                ? new SetMembership(instance, call.Arguments[0], Comparer: null)
                : null;
        if (call.Method.DeclaringType != typeof(Enumerable) && call.Method.DeclaringType != typeof(MemoryExtensions)) return null;
        if (call.Arguments.Count is not (2 or 3)) return null;
        var set = FromSpan(call.Arguments[0]);
        return set is null ? null : new SetMembership(set, call.Arguments[1], call.Arguments.Count == 3 ? call.Arguments[2] : null);
    }

    public static bool IsSpan(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>) || type.GetGenericTypeDefinition() == typeof(Span<>));

    private static Expression? FromSpan(Expression expression)
    {
        if (!IsSpan(expression.Type)) return expression;
        return expression switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } convert => FromSpan(convert.Operand),
            MethodCallExpression { Method.Name: "op_Implicit" or "AsSpan", Arguments.Count: 1 } call => FromSpan(call.Arguments[0]),
            NewExpression { Arguments.Count: 1 } create => FromSpan(create.Arguments[0]),
            _ => null,
        };
    }
}
