using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>The values of a captured collection, read once. Strings are found ignoring case unless the collection has a comparer of its own.</summary>
internal sealed class ConstantSet : IWrittenValue
{
    private static readonly MethodInfo ContainsMethod = new Func<ConstantSet, object?, bool>(Contains).Method;
    private readonly HashSet<object> _values;
    private readonly bool _hasNull;

    private ConstantSet(IEnumerable values, IEqualityComparer<string> strings)
    {
        _values = new HashSet<object>(new ValueComparer(strings));
        var ordered = new List<object?>();
        foreach (var value in values)
        {
            var isNew = value is null ? !_hasNull : _values.Add(value);
            _hasNull |= value is null;
            if (isNew) ordered.Add(value);
        }

        Values = ordered;
        IgnoresCase = ReferenceEquals(strings, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The values in their order, each once.</summary>
    public IReadOnlyList<object?> Values { get; }

    /// <summary>Whether strings are found in any case; otherwise only in the case they have.</summary>
    public bool IgnoresCase { get; }

    /// <summary>Reads a collection; null if its comparer is one whose meaning only itself knows.</summary>
    /// <param name="collection">The collection.</param>
    /// <param name="comparer">The comparer that the search was given; null if it was given none.</param>
    /// <param name="source">How the collection was written, for the message when reading it fails.</param>
    public static ConstantSet? Create(object collection, Expression? comparer, Expression source)
    {
        if (collection is not IEnumerable values || comparer is not (null or ConstantExpression)) return null;
        var own = comparer is ConstantExpression given ? given.Value : OwnComparer(collection);
        var ignoresCase = own is null || ReferenceEquals(own, EqualityComparer<string>.Default) || ReferenceEquals(own, StringComparer.OrdinalIgnoreCase);
        if (!ignoresCase && !ReferenceEquals(own, StringComparer.Ordinal)) return null;
        try
        {
            return new ConstantSet(values, ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is not QueryTranslationException)
        {
            throw new QueryTranslationException(
                ExpressionText.Of(source),
                $"reading it failed with {exception.GetType().Name}: {exception.Message.TrimEnd('.')}",
                "Read it before the query and use the list.",
                query: null,
                exception);
        }
    }

    public static Expression Call(ConstantSet set, Expression value) => Expression.Call(
        ContainsMethod, Expression.Constant(set), value.Type == typeof(object) ? value : Expression.Convert(value, typeof(object)));

    /// <summary>Whether an expression is a search in a set, and in which for what.</summary>
    public static bool TryRead(MethodCallExpression call, [NotNullWhen(true)] out ConstantSet? set, [NotNullWhen(true)] out Expression? value)
    {
        (set, value) = (null, null);
        if (call.Method != ContainsMethod || call.Arguments[0] is not ConstantExpression { Value: ConstantSet values }) return false;
        set = values;
        value = call.Arguments[1] is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : call.Arguments[1];
        return true;
    }

    public string Text => $"[{string.Join(", ", Values.Take(5).Select(ExpressionText.OfValue))}{(Values.Count > 5 ? ", ..." : "")}]";

    private static bool Contains(ConstantSet set, object? value) => value is null ? set._hasNull : set._values.Contains(value);

    private static object? OwnComparer(object collection) => collection switch
    {
        HashSet<string> set => set.Comparer,
        ISet<string> => collection,
        _ => null,
    };

    private sealed class ValueComparer(IEqualityComparer<string> strings) : IEqualityComparer<object>
    {
        public new bool Equals(object? x, object? y) => x is string left && y is string right ? strings.Equals(left, right) : object.Equals(x, y);

        public int GetHashCode(object value) => value is string text ? strings.GetHashCode(text) : value.GetHashCode();
    }
}
