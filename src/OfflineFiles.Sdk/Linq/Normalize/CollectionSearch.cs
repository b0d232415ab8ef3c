using System.Collections;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>What a search in a collection asks.</summary>
internal enum SearchKind
{
    Contains,
    ContainsKey,
    ContainsValue,
    IndexOf,
    LastIndexOf,
    IndexOfKey,
    IndexOfValue,
}

/// <summary>
/// Recognises a search for a value in a collection, however it is spelled: <c>list.Contains(x)</c>, <c>Enumerable.Contains(list, x)</c>,
/// <c>map.ContainsKey(x)</c>, <c>map.Keys.Contains(x)</c>, <c>Array.IndexOf(array, x)</c>, and what C# 14 makes of an array:
/// <c>MemoryExtensions.Contains(span, x)</c> with the array converted to a span.
/// </summary>
internal sealed record CollectionSearch(SearchKind Kind, Expression Set, Expression Value, Expression? Comparer)
{
    /// <summary>The type whose method searches; null if one of the platform searches for it.</summary>
    public Type? Searcher { get; private init; }

    public static CollectionSearch? Read(MethodCallExpression call) => call.Object is { } instance ? OfInstance(call, instance) : OfStatic(call);

    /// <summary>The values that are sought among.</summary>
    public IEnumerable? ValuesOf(object collection) => (Kind, collection) switch
    {
        (SearchKind.ContainsValue or SearchKind.IndexOfValue, IDictionary map) => map.Values,
        (SearchKind.ContainsValue or SearchKind.IndexOfValue, _) => null,
        (SearchKind.ContainsKey or SearchKind.IndexOfKey, IDictionary map) => map.Keys,
        (SearchKind.ContainsKey, _) => Keys.Of(collection),
        (_, ReadOnlyMemory<string> memory) => memory.ToArray(),
        (_, Memory<string> memory) => memory.ToArray(),
        _ => collection as IEnumerable,
    };

    /// <summary>An operand of the call with another expression in the place of the set; null if the set is not in it.</summary>
    public Expression? WithSet(Expression operand, Expression set) => operand == Set ? set : !Spans.IsSpan(operand.Type) ? null : operand switch
    {
        UnaryExpression convert => WithSet(convert.Operand, set) is { } inner ? convert.Update(inner) : null,
        MethodCallExpression { Arguments.Count: 1 } call => WithSet(call.Arguments[0], set) is { } inner ? call.Update(call.Object!, [inner]) : null,
        NewExpression { Arguments.Count: 1 } create => WithSet(create.Arguments[0], set) is { } inner ? create.Update([inner]) : null,
        _ => null,
    };

    private static CollectionSearch? OfInstance(MethodCallExpression call, Expression instance)
    {
        if (call.Arguments.Count != 1 || instance.Type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(instance.Type)) return null;
        SearchKind? kind = call.Method.Name switch
        {
            "Contains" => AsksForKey(call, instance.Type) ? SearchKind.ContainsKey : SearchKind.Contains,
            "ContainsKey" => SearchKind.ContainsKey,
            "ContainsValue" => SearchKind.ContainsValue,
            "IndexOf" => IsOrderedMap(instance.Type) ? SearchKind.IndexOfKey : SearchKind.IndexOf,
            "LastIndexOf" => SearchKind.LastIndexOf,
            "IndexOfKey" => SearchKind.IndexOfKey,
            "IndexOfValue" => SearchKind.IndexOfValue,
            "BinarySearch" => SearchKind.IndexOf,
            _ => null,
        };
        if (kind is null) return null;
        return kind == SearchKind.Contains && MapOfKeys(instance) is { } map
            ? new CollectionSearch(SearchKind.ContainsKey, map, call.Arguments[0], Comparer: null) { Searcher = map.Type }
            : new CollectionSearch(kind.Value, instance, call.Arguments[0], Comparer: null) { Searcher = call.Method.DeclaringType };
    }

    private static CollectionSearch? OfStatic(MethodCallExpression call)
    {
        if (call.Arguments.Count is not (2 or 3) || !SearchesFor(call.Method.DeclaringType!, call.Method.Name)) return null;
        var comparer = call.Arguments.Count == 3 ? call.Arguments[2] : null;
        if (comparer is not null && (call.Method.Name != "Contains" || !TakesComparer(call))) return null;
        if (call.Arguments[0].Type == typeof(string) || Spans.Source(call.Arguments[0]) is not { } set || EqualsCall.Receiver(set).Type == typeof(string)) return null;

        // A text in a text, which both are spans of.
        if (Spans.IsSpan(call.Arguments[1].Type)) return null;
        var kind = call.Method.Name switch
        {
            "IndexOf" or "BinarySearch" => SearchKind.IndexOf,
            "LastIndexOf" => SearchKind.LastIndexOf,
            _ => SearchKind.Contains,
        };
        return kind == SearchKind.Contains && comparer is null && MapOfKeys(set) is { } map
            ? new CollectionSearch(SearchKind.ContainsKey, map, call.Arguments[1], Comparer: null) { Searcher = map.Type }
            : new CollectionSearch(kind, set, call.Arguments[1], comparer);
    }

    private static bool SearchesFor(Type type, string method) => method switch
    {
        "Contains" => type == typeof(Enumerable) || type == typeof(MemoryExtensions),
        "IndexOf" or "LastIndexOf" => type == typeof(Array) || type == typeof(MemoryExtensions) || type.FullName == "System.Collections.Immutable.ImmutableList",
        "BinarySearch" => type == typeof(Array) || type.FullName == "System.Collections.Immutable.ImmutableArray",
        _ => false,
    };

    // Its places are those of its keys.
    private static bool IsOrderedMap(Type type) => type.IsGenericType && type.GetGenericTypeDefinition().FullName == "System.Collections.Generic.OrderedDictionary`2";

    private static bool TakesComparer(MethodCallExpression call) =>
        call.Method.GetParameters()[2].ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IEqualityComparer<>);

    // The dictionaries from before there were generic ones, and lookups, contain keys.
    private static bool AsksForKey(MethodCallExpression call, Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ILookup<,>) || type.GetGenericTypeDefinition() == typeof(Lookup<,>))
        || typeof(IDictionary).IsAssignableFrom(type) && call.Method.GetParameters()[0].ParameterType == typeof(object);

    // The keys of a dictionary are compared as the dictionary compares them. Those that are no view are a list, which its own comparer does not follow.
    private static Expression? MapOfKeys(Expression keys) => keys is MemberExpression { Member.Name: "Keys", Expression: { } map }
        && map.Type.IsGenericType && map.Type.GetGenericTypeDefinition().FullName is
            "System.Collections.Generic.Dictionary`2" or "System.Collections.Generic.SortedDictionary`2" or "System.Collections.Generic.SortedList`2"
            or "System.Collections.Generic.IDictionary`2" or "System.Collections.Generic.IReadOnlyDictionary`2"
            or "System.Collections.ObjectModel.ReadOnlyDictionary`2"
            or "System.Collections.Immutable.ImmutableDictionary`2" or "System.Collections.Immutable.ImmutableSortedDictionary`2"
        ? map
        : null;
}

/// <summary>The keys of what is no dictionary but has keys: a lookup, and the maps of other languages.</summary>
internal static class Keys
{
#if NET
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(
        "Trimming", "IL2075", Justification = "A lookup whose groups show no key is left to the lookup itself.")]
#endif
    public static IEnumerable? Of(object collection)
    {
        if (collection is not IEnumerable groups) return null;
        var keys = new List<object?>();
        foreach (var group in groups)
        {
            if (group?.GetType().GetProperty("Key") is not { } key) return null;
            keys.Add(key.GetValue(group));
        }

        return keys;
    }
}

/// <summary>Spans, which no value can hold: what they are made of is searched in their place.</summary>
internal static class Spans
{
    public static bool IsSpan(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>) || type.GetGenericTypeDefinition() == typeof(Span<>));

    public static Expression? Source(Expression expression)
    {
        if (!IsSpan(expression.Type)) return expression;
        return expression switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } convert => Source(convert.Operand),
            MethodCallExpression { Method.Name: "op_Implicit" or "AsSpan", Arguments.Count: 1 } call => Source(call.Arguments[0]),
            NewExpression { Arguments.Count: 1 } create => Source(create.Arguments[0]),
            MemberExpression { Member.Name: "Span", Expression: { } memory } when IsMemoryOfText(memory.Type) => memory,
            _ => null,
        };
    }

    private static bool IsMemoryOfText(Type type) => type == typeof(Memory<string>) || type == typeof(ReadOnlyMemory<string>);
}
