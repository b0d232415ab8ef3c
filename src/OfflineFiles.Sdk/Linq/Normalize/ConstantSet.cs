using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Equality;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>
/// The values of a captured collection, read once. They are found by the rule of a query unless the collection was given a comparer of its own.
/// </summary>
internal sealed class ConstantSet : IWrittenValue
{
    private static readonly MethodInfo ContainsMethod = new Func<ConstantSet, object?, bool>(Contains).Method;
    private static readonly MethodInfo IndexOfMethod = new Func<ConstantSet, object?, int>(IndexOf).Method;
    private static readonly MethodInfo LastIndexOfMethod = new Func<ConstantSet, object?, int>(LastIndexOf).Method;

    private readonly Dictionary<object, int> _numbers;
    private readonly List<object?> _values = [];
    private readonly List<int> _first = [];
    private readonly List<int> _last = [];
    private readonly CollectionRule _rule;
    private int _numberOfNull = -1;

    private ConstantSet(ConstantSet set, Type type, Func<object?, object?> enter, IEqualityComparer<object?> equality)
    {
        (_rule, _first, _last, _numberOfNull) = (set._rule, set._first, set._last, set._numberOfNull);
        _values = set._values.ConvertAll(value => value?.GetType() == type ? enter(value) : value);
        _numbers = new Dictionary<object, int>(equality);
        for (var number = 0; number < _values.Count; number++)
            if (_values[number] is { } value) _numbers[value] = number;
    }

    private ConstantSet(IEnumerable values, CollectionRule rule)
    {
        _rule = rule;
        object?[] all = [.. values.Cast<object?>()];
        _numbers = new Dictionary<object, int>(rule == CollectionRule.Exact || AreOfOwnEquality(all) ? ExactEquality.Instance : ValueEquality.Instance);
        for (var place = 0; place < all.Length; place++) Add(all[place], place);
    }

    /// <summary>The values in their order, each once.</summary>
    public IReadOnlyList<object?> Values => _values;

    /// <summary>Whether strings are found in any case; otherwise only in the case they have.</summary>
    public bool IgnoresCase => _rule == CollectionRule.Query;

    public string Text => $"[{string.Join(", ", Values.Take(5).Select(ExpressionText.OfValue))}{(Values.Count > 5 ? ", ..." : "")}]";

    /// <summary>Reads what a search seeks among; null if only the collection itself, or its comparer, knows what is found there.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="search">What is asked of it; its comparer is a constant, or it has no comparer.</param>
    public static ConstantSet? Create(object collection, CollectionSearch search)
    {
        if (search.Comparer is not (null or ConstantExpression)) return null;
        try
        {
            var rule = search switch
            {
                { Comparer: ConstantExpression comparer } => CollectionRules.OfComparer(comparer.Value),
                { Kind: SearchKind.ContainsValue or SearchKind.IndexOfValue } => CollectionRule.Query,
                _ => CollectionRules.Of(collection, search.Searcher),
            };
            return rule != CollectionRule.Own && search.ValuesOf(collection) is { } values ? new ConstantSet(values, rule) : null;
        }
        catch (Exception exception) when (exception is not QueryTranslationException)
        {
            throw NotRead(exception, search.Set);
        }
    }

    /// <summary>Values that are found by the rule of a query, whatever they stand in.</summary>
    /// <param name="values">The values.</param>
    /// <param name="source">How they were written, for the message when reading them fails.</param>
    public static ConstantSet OfQuery(IEnumerable values, Expression source)
    {
        try
        {
            return new ConstantSet(values, CollectionRule.Query);
        }
        catch (Exception exception) when (exception is not QueryTranslationException)
        {
            throw NotRead(exception, source);
        }
    }

    /// <summary>The same values as something else that they are looked for as, in the same places.</summary>
    /// <param name="type">The type of those that become something else.</param>
    /// <param name="enter">What they become.</param>
    /// <param name="equality">When two of these are one; two of them are if the values are.</param>
    public ConstantSet As(Type type, Func<object?, object?> enter, IEqualityComparer<object?> equality) => new(this, type, enter, equality);

    public static Expression Call(ConstantSet set, Expression value, SearchKind kind = SearchKind.Contains) => Expression.Call(
        kind switch { SearchKind.LastIndexOf => LastIndexOfMethod, _ when IsPlace(kind) => IndexOfMethod, _ => ContainsMethod },
        Expression.Constant(set),
        value.Type == typeof(object) ? value : Expression.Convert(value, typeof(object)));

    /// <summary>The question whether a set holds a value, as a query asks it; of a bool it is that bool, its opposite, or known.</summary>
    public static Expression Ask(ConstantSet set, Expression value, SearchKind kind = SearchKind.Contains)
    {
        var sought = value is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } box && box.Type == typeof(object) ? box.Operand : value;
        if (sought.Type != typeof(bool) || IsPlace(kind)) return Call(set, value, kind);
        return (set._values.Contains(true), set._values.Contains(false)) switch
        {
            (true, false) => sought,
            (false, true) => BooleanShape.Not(sought),
            var (holds, _) => Expression.Constant(holds),
        };
    }

    /// <summary>Whether an expression is a search in a set, and in which for what.</summary>
    public static bool TryRead(MethodCallExpression call, [NotNullWhen(true)] out ConstantSet? set, [NotNullWhen(true)] out Expression? value) =>
        TryRead(call, out set, out value, out var kind) && kind == SearchKind.Contains;

    /// <inheritdoc cref="TryRead(MethodCallExpression, out ConstantSet, out Expression)"/>
    public static bool TryRead(
        MethodCallExpression call, [NotNullWhen(true)] out ConstantSet? set, [NotNullWhen(true)] out Expression? value, out SearchKind kind)
    {
        (set, value) = (null, null);
        kind = call.Method == IndexOfMethod ? SearchKind.IndexOf : call.Method == LastIndexOfMethod ? SearchKind.LastIndexOf : SearchKind.Contains;
        if (kind == SearchKind.Contains && call.Method != ContainsMethod || call.Arguments[0] is not ConstantExpression { Value: ConstantSet values }) return false;
        set = values;
        value = call.Arguments[1] is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert ? convert.Operand : call.Arguments[1];
        return true;
    }

    /// <summary>
    /// Writes a comparison of a place with a number, <c>list.IndexOf(x) &gt;= 0</c>, as the question whether the set holds the value, or whether
    /// those of its values hold it whose place satisfies the comparison.
    /// </summary>
    public static Expression? ComparePlace(BinaryExpression node)
    {
        if (node.Method is not null || !ComparisonOperators.Contains(node.NodeType)) return null;
        var isMirrored = node.Left is ConstantExpression;
        var (operand, constant) = isMirrored ? (node.Right, node.Left) : (node.Left, node.Right);
        if (operand is not MethodCallExpression call || constant is not ConstantExpression { Value: int number }) return null;
        if (!TryRead(call, out var set, out var value, out var kind) || kind == SearchKind.Contains) return null;
        var isFoundNowhere = Holds(-1);
        var places = kind == SearchKind.IndexOf ? set._first : set._last;
        var some = new ConstantSet(set._values.Where((_, i) => Holds(places[i]) != isFoundNowhere), set._rule);
        return isFoundNowhere ? BooleanShape.Not(Ask(some, value)) : Ask(some, value);

        bool Holds(int place) => ComparisonOperators.Holds(node.NodeType, isMirrored ? number : place, isMirrored ? place : number);
    }

    private static bool IsPlace(SearchKind kind) => kind is SearchKind.IndexOf or SearchKind.LastIndexOf or SearchKind.IndexOfKey or SearchKind.IndexOfValue;

    private static bool Contains(ConstantSet set, object? value) => set.NumberOf(value) >= 0;

    private static int IndexOf(ConstantSet set, object? value) => set.NumberOf(value) is >= 0 and var number ? set._first[number] : -1;

    private static int LastIndexOf(ConstantSet set, object? value) => set.NumberOf(value) is >= 0 and var number ? set._last[number] : -1;

    // Numbers, paths and their like need not be asked what they are each time.
    private static bool AreOfOwnEquality(object?[] values) =>
        Array.Find(values, value => value is not null)?.GetType() is { IsSealed: true } type && type != typeof(string) && !ValueEquality.HasParts(type)
        && Array.TrueForAll(values, value => value is null || value.GetType() == type);

    private int NumberOf(object? value) => value is null ? _numberOfNull : _numbers.TryGetValue(value, out var number) ? number : -1;

    private void Add(object? value, int place)
    {
        if (NumberOf(value) is >= 0 and var known)
        {
            _last[known] = place;
            return;
        }

        if (value is null) _numberOfNull = _values.Count;
        else _numbers.Add(value, _values.Count);
        _values.Add(value);
        _first.Add(place);
        _last.Add(place);
    }

    private static QueryTranslationException NotRead(Exception exception, Expression source) => new(
        ExpressionText.Of(source),
        $"reading it failed with {exception.GetType().Name}: {exception.Message.TrimEnd('.')}",
        "Read it before the query and use the list.",
        query: null,
        exception);

    private sealed class ExactEquality : IEqualityComparer<object?>
    {
        public static readonly ExactEquality Instance = new();

        public new bool Equals(object? x, object? y) => object.Equals(x, y);

        public int GetHashCode(object? value) => value?.GetHashCode() ?? 0;
    }
}
