using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>
/// The operations on strings as a query means them: ordinal, ignoring case; null equals null and nothing else, and a search in null
/// or for null finds nothing. Residual predicates call these, so that they agree with what is pushed.
/// </summary>
internal static class StringSemantics
{
    private const int Unsaid = int.MinValue;

    private static readonly MethodInfo EqualMethod = new Func<string?, string?, bool>(WqlText.AreEqual).Method;
    private static readonly MethodInfo CompareMethod = new Func<string?, string?, int>(WqlText.Compare).Method;
    private static readonly MethodInfo SignMethod = new Func<int, int>(Math.Sign).Method;
    private static readonly MethodInfo IsUnderMethod = new Func<string, UncPath?, bool>(IsUnder).Method;
    private static readonly MethodInfo IsAtOrUnderMethod = new Func<string, UncPath?, bool>(IsAtOrUnder).Method;

    private static readonly MethodInfo IsAmongMethod = new Func<IEnumerable<string?>?, string?, bool>(IsAmong).Method;

    private static readonly Dictionary<string, MethodInfo> Searches = new(StringComparer.Ordinal)
    {
        [nameof(string.StartsWith)] = new Func<string, string, bool>(WqlText.StartsWith).Method,
        [nameof(string.EndsWith)] = new Func<string, string, bool>(WqlText.EndsWith).Method,
        [nameof(string.Contains)] = new Func<string, string, bool>(WqlText.Contains).Method,
        [nameof(string.IndexOf)] = new Func<string, string, int>(WqlText.IndexOf).Method,
        [nameof(string.LastIndexOf)] = new Func<string, string, int>(WqlText.LastIndexOf).Method,
    };

    // Where in a part of a text: the same with the first place that is looked at, and how many are.
    private static readonly Dictionary<string, MethodInfo> Places = new(StringComparer.Ordinal)
    {
        [nameof(string.IndexOf)] = new Func<string, string, int, int, int>(IndexOf).Method,
        [nameof(string.LastIndexOf)] = new Func<string, string, int, int, int>(LastIndexOf).Method,
        [nameof(string.IndexOfAny)] = new Func<string, char[], int, int, int>(IndexOfAny).Method,
        [nameof(string.LastIndexOfAny)] = new Func<string, char[], int, int, int>(LastIndexOfAny).Method,
    };

    private static readonly HashSet<string> Orders = new(StringComparer.Ordinal) { nameof(string.Compare), nameof(string.CompareTo), nameof(string.CompareOrdinal) };

    private static readonly MethodInfo CharText = new Func<char, string>(TextOf).Method;

    public static Expression Equal(Expression left, Expression right) => Expression.Call(EqualMethod, left, right);

    public static Expression Compare(Expression left, Expression right) => Expression.Call(CompareMethod, left, right);

    public static Expression Sign(Expression order) => Expression.Call(SignMethod, order);

    public static MethodCallExpression IsUnder(string method, Expression path, Expression ancestor) =>
        Expression.Call(method == nameof(UncPath.IsUnder) ? IsUnderMethod : IsAtOrUnderMethod, path, ancestor);

    public static bool IsSearch(MethodCallExpression call) => call.Method.DeclaringType == typeof(string) && Searches.ContainsKey(call.Method.Name);

    /// <summary>A search for a text in a collection that is made of the row; null for any other call.</summary>
    public static MethodCallExpression? SearchOfRow(MethodCallExpression call) =>
        CollectionSearch.Read(call) is { Kind: SearchKind.Contains, Set: not ConstantExpression } search
        && (search.Comparer is null || ComparerArgument.SaysNothing(search.Comparer))
        && search.Value.Type == typeof(string) && typeof(IEnumerable<string>).IsAssignableFrom(search.Set.Type)
            ? Expression.Call(IsAmongMethod, search.Set, StringCase.Strip(search.Value))
            : null;

    /// <summary>A search in a string that names no rule.</summary>
    public static Expression Search(MethodCallExpression call, Expression text, Expression sought) =>
        Expression.Call(Searches[call.Method.Name], text, sought.Type == typeof(char) ? Expression.Call(CharText, sought) : sought);

    /// <summary>A search for a place in a string, from a place on or for one of several characters, that names no rule; null for any other call.</summary>
    public static MethodCallExpression? SearchOfPlace(MethodCallExpression call)
    {
        if (call.Object is null || call.Method.DeclaringType != typeof(string) || !Places.TryGetValue(call.Method.Name, out var method)) return null;
        var sought = call.Arguments[0];
        var places = call.Arguments.Skip(1).ToList();
        if (!places.TrueForAll(place => place.Type == typeof(int)) || places.Count == 0 && sought.Type != typeof(char[])) return null;
        if (sought.Type == typeof(char)) sought = Expression.Call(CharText, sought);
        while (places.Count < 2) places.Add(Expression.Constant(Unsaid));
        return Expression.Call(method, [StringCase.Strip(call.Object), sought.Type == typeof(string) ? StringCase.Strip(sought) : sought, .. places]);
    }

    /// <summary>Whether a method of strings searches or orders, so that what it is given must be there; equality takes null.</summary>
    public static bool NeedsText(MethodInfo method) =>
        Places.ContainsValue(method) || method.DeclaringType == typeof(string) && (Searches.ContainsKey(method.Name) || Orders.Contains(method.Name));

    private static bool IsAmong(IEnumerable<string?>? texts, string? sought) => texts is not null
        && (CollectionRules.Of(texts) == CollectionRule.Query ? texts.Any(text => WqlText.AreEqual(text, sought)) : texts.Contains(sought));

    private static string TextOf(char c) => c.ToString();

    private static int IndexOf(string text, string sought, int start, int count)
    {
        if (start == Unsaid) return WqlText.IndexOf(text, sought);
        var found = WqlText.IndexOf(text.Substring(start, count == Unsaid ? text.Length - start : count), sought);
        return found < 0 ? -1 : found + start;
    }

    // Backwards from the start.
    private static int LastIndexOf(string text, string sought, int start, int count)
    {
        if (start == Unsaid) return WqlText.LastIndexOf(text, sought);
        var end = Math.Min(start + 1, text.Length);
        var first = count == Unsaid ? 0 : Math.Max(0, start - count + 1);
        var found = WqlText.LastIndexOf(text.Substring(first, end - first), sought);
        return found < 0 ? -1 : found + first;
    }

    private static int IndexOfAny(string text, char[] sought, int start, int count)
    {
        var places = sought.Select(c => IndexOf(text, c.ToString(), start, count)).Where(place => place >= 0).ToList();
        return places.Count == 0 ? -1 : places.Min();
    }

    private static int LastIndexOfAny(string text, char[] sought, int start, int count) =>
        sought.Select(c => LastIndexOf(text, c.ToString(), start, count)).DefaultIfEmpty(-1).Max();

    private static bool IsUnder(string path, UncPath? ancestor) =>
        ancestor is not null && WqlText.StartsWith(path, ancestor + "\\");

    private static bool IsAtOrUnder(string path, UncPath? ancestor) =>
        ancestor is not null && (WqlText.AreEqual(path, ancestor.ToString()) || IsUnder(path, ancestor));
}

/// <summary>How a call wants its strings compared.</summary>
internal static class StringRules
{
    public enum Case
    {
        /// <summary>Nothing is said: the rule of queries, ordinal ignoring case.</summary>
        Query,

        /// <summary>Ordinal, ignoring case, by the caller's own word: the rule of queries, after any change of case.</summary>
        InsensitiveExplicit,

        /// <summary>Ordinal, by the caller's own word.</summary>
        Sensitive,

        /// <summary>By a culture, or by a rule that is only known for each row.</summary>
        Culture,
    }

    /// <summary>Whether texts compare as they do in queries, said or not.</summary>
    public static bool IsOfQuery(MethodCallExpression call) => CaseOf(call) is Case.Query or Case.InsensitiveExplicit;

    public static Case CaseOf(MethodCallExpression call)
    {
        if (call.Method.Name == nameof(string.CompareOrdinal)) return Case.Sensitive;
        var rule = call.Arguments.Skip(1).FirstOrDefault(argument => argument.Type == typeof(StringComparison)
            || argument.Type == typeof(CultureInfo) || argument.Type == typeof(bool) || argument.Type == typeof(CompareOptions));
        if (rule is null) return Case.Query;
        return rule is ConstantExpression { Value: StringComparison comparison }
            ? comparison switch
            {
                StringComparison.OrdinalIgnoreCase => Case.InsensitiveExplicit,
                StringComparison.Ordinal => Case.Sensitive,
                _ => Case.Culture,
            }
            : Case.Culture;
    }
}

/// <summary>Sees through <c>ToUpper</c> and <c>ToLower</c> where case does not count.</summary>
internal static class StringCase
{
    public static Expression Strip(Expression expression)
    {
        while (expression is MethodCallExpression { Object: { } inner } call
            && call.Method.DeclaringType == typeof(string)
            && call.Method.Name is nameof(string.ToUpper) or nameof(string.ToLower) or nameof(string.ToUpperInvariant) or nameof(string.ToLowerInvariant))
            expression = inner;
        return expression;
    }
}

/// <summary>Recognises the calls to which a query gives a meaning of its own, pushed or not.</summary>
internal static class StringCalls
{
    /// <summary>Whether it asks if an item lies below a path, or at it.</summary>
    public static bool IsUnder(MethodCallExpression call) =>
        call.Method.Name is nameof(UncPath.IsUnder) or nameof(UncPath.IsAtOrUnder)
        && (call.Method.DeclaringType == typeof(OfflineFilesItem) || call.Method.DeclaringType == typeof(UncPath));

    /// <summary>Whether it asks which of two texts comes first.</summary>
    public static bool IsOrder(MethodCallExpression call) =>
        (call.Method.DeclaringType == typeof(string) || call.Method.DeclaringType == typeof(UncPath))
        && call.Method.Name is nameof(string.Compare) or nameof(string.CompareTo) or nameof(string.CompareOrdinal)
        && OrderOperands(call).Right.Type != typeof(int);

    public static (Expression Left, Expression Right) OrderOperands(MethodCallExpression call) =>
        call.Object is null ? (call.Arguments[0], call.Arguments[1]) : (call.Object, call.Arguments[0]);
}
