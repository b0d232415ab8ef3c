using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Equality;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>
/// The operators of <see cref="Enumerable"/> that tell texts apart, inside of a lambda: <c>g.Select(i =&gt; i.ItemName).Distinct()</c> of a group
/// means what <c>Distinct</c> of the query means.
/// </summary>
internal static class TextSequences
{
    private static readonly Dictionary<string, MethodInfo> Methods = new(StringComparer.Ordinal)
    {
        ["Distinct"] = new Func<IEnumerable<string>, IEnumerable<string>>(Distinct).Method,
        ["Union"] = new Func<IEnumerable<string>, IEnumerable<string>, IEnumerable<string>>(Union).Method,
        ["Intersect"] = new Func<IEnumerable<string>, IEnumerable<string>, IEnumerable<string>>(Intersect).Method,
        ["Except"] = new Func<IEnumerable<string>, IEnumerable<string>, IEnumerable<string>>(Except).Method,
        ["SequenceEqual"] = new Func<IEnumerable<string>, IEnumerable<string>, bool>(SequenceEqual).Method,
        ["ToHashSet"] = new Func<IEnumerable<string>, HashSet<string>>(ToHashSet).Method,
        ["Order"] = new Func<IEnumerable<string>, IOrderedEnumerable<string>>(Order).Method,
        ["OrderDescending"] = new Func<IEnumerable<string>, IOrderedEnumerable<string>>(OrderDescending).Method,
    };

    /// <summary>The operator with the rule of a query; null for other operators, and for one that was given a comparer that says something else.</summary>
    public static MethodCallExpression? Apply(MethodCallExpression call) => OfSpans(call) ??
        (call.Method.DeclaringType == typeof(Enumerable)
        && call.Method.IsGenericMethod && call.Method.GetGenericArguments() is [var type] && type == typeof(string)
        && Methods.TryGetValue(call.Method.Name, out var method) && method.GetParameters().Length == ComparerArgument.CountWithout(call)
            ? Expression.Call(method, call.Arguments.Take(method.GetParameters().Length))
            : null);

    // What C# 14 makes of two arrays.
    private static MethodCallExpression? OfSpans(MethodCallExpression call) =>
        call.Method.DeclaringType == typeof(MemoryExtensions) && call.Method.Name == nameof(SequenceEqual) && ComparerArgument.CountWithout(call) == 2
        && Spans.Source(call.Arguments[0]) is { } left && Spans.Source(call.Arguments[1]) is { } right
        && typeof(IEnumerable<string>).IsAssignableFrom(left.Type) && typeof(IEnumerable<string>).IsAssignableFrom(right.Type)
            ? Expression.Call(Methods[nameof(SequenceEqual)], left, right)
            : null;

    private static IEnumerable<string> Distinct(IEnumerable<string> texts) => texts.Distinct(ValueEquality.Texts);

    private static IEnumerable<string> Union(IEnumerable<string> texts, IEnumerable<string> others) => texts.Union(others, ValueEquality.Texts);

    private static IEnumerable<string> Intersect(IEnumerable<string> texts, IEnumerable<string> others) => texts.Intersect(others, ValueEquality.Texts);

    private static IEnumerable<string> Except(IEnumerable<string> texts, IEnumerable<string> others) => texts.Except(others, ValueEquality.Texts);

    private static bool SequenceEqual(IEnumerable<string> texts, IEnumerable<string> others) => texts.SequenceEqual(others, ValueEquality.Texts);

    private static HashSet<string> ToHashSet(IEnumerable<string> texts) => new(texts, ValueEquality.Texts);

    private static IOrderedEnumerable<string> Order(IEnumerable<string> texts) => texts.OrderBy(text => text, ValueEquality.Texts);

    private static IOrderedEnumerable<string> OrderDescending(IEnumerable<string> texts) => texts.OrderByDescending(text => text, ValueEquality.Texts);
}
