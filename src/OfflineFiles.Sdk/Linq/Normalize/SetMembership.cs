using System.Collections;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Normalize;

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
