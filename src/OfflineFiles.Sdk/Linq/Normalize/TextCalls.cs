using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>
/// Writes what a text is asked through another type that it has as the call of the text itself: <c>((object)x).Equals(y)</c>,
/// <c>((IComparable)x).CompareTo(y)</c>, and whether it contains a character, <c>Enumerable.Contains(x, 'c')</c>.
/// </summary>
internal static class TextCall
{
    private static readonly MethodInfo EqualsMethod = typeof(string).GetMethod(nameof(Equals), [typeof(string)])!;
    private static readonly MethodInfo EqualsAnyMethod = typeof(string).GetMethod(nameof(Equals), [typeof(object)])!;
    private static readonly MethodInfo CompareMethod = typeof(string).GetMethod(nameof(string.CompareTo), [typeof(string)])!;
    private static readonly MethodInfo CompareAnyMethod = typeof(string).GetMethod(nameof(string.CompareTo), [typeof(object)])!;
    private static readonly MethodInfo ContainsMethod = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
    private static readonly MethodInfo ToTextMethod = typeof(char).GetMethod(nameof(ToString), Type.EmptyTypes)!;

    public static Expression? Restore(MethodCallExpression call) => call switch
    {
        { Object: { } target, Arguments: [var other] } => Called(call, target, other),
        { Object: null, Method.Name: "Contains", Arguments: [var set, var value] } => Contains(call, set, value),
        _ => null,
    };

    private static MethodCallExpression? Called(MethodCallExpression call, Expression target, Expression other)
    {
        if (call.Method.Name is not (nameof(Equals) or nameof(string.CompareTo)) || call.Method.DeclaringType == typeof(string)) return null;
        if (EqualsCall.Receiver(target) is not { } text || text.Type != typeof(string)) return null;
        var isOfTexts = EqualsCall.Receiver(other) is { } unboxed && unboxed.Type == typeof(string);
        if (isOfTexts) other = EqualsCall.Receiver(other);
        if (call.Method.Name == nameof(Equals)) return Expression.Call(text, isOfTexts ? EqualsMethod : EqualsAnyMethod, other);
        return Expression.Call(text, isOfTexts ? CompareMethod : CompareAnyMethod, other);
    }

    // Asked of the characters of a text, it is a search in the text.
    private static MethodCallExpression? Contains(MethodCallExpression call, Expression set, Expression value)
    {
        if (value.Type != typeof(char) || call.Method.DeclaringType != typeof(Enumerable) && call.Method.DeclaringType != typeof(MemoryExtensions)) return null;
        if (Spans.Source(set) is not { } source || EqualsCall.Receiver(source) is not { } text || text.Type != typeof(string)) return null;
        return Expression.Call(text, ContainsMethod, value is ConstantExpression { Value: char c } ? Expression.Constant(c.ToString()) : Expression.Call(value, ToTextMethod));
    }
}
