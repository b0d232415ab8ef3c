using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Equality;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>
/// The searches of collections of texts that are no single question: places from a start on, nodes of a list, and one set held against another. They
/// ignore case as all searches of a query do, unless the collection was given a comparer of its own.
/// </summary>
internal static class TextCollections
{
    private static readonly MethodInfo IndexOfMethod = new Func<IEnumerable<string>, string, int, int, int>(IndexOf).Method;
    private static readonly MethodInfo LastIndexOfMethod = new Func<IEnumerable<string>, string, int, int, int>(LastIndexOf).Method;

    private static readonly Dictionary<string, MethodInfo> Nodes = new(StringComparer.Ordinal)
    {
        ["Find"] = new Func<LinkedList<string>, string, LinkedListNode<string>?>(Find).Method,
        ["FindLast"] = new Func<LinkedList<string>, string, LinkedListNode<string>?>(FindLast).Method,
    };

    private static readonly Dictionary<string, MethodInfo> Sets = new(StringComparer.Ordinal)
    {
        ["Overlaps"] = new Func<IEnumerable<string>, IEnumerable<string>, bool>(Overlaps).Method,
        ["SetEquals"] = new Func<IEnumerable<string>, IEnumerable<string>, bool>(SetEquals).Method,
        ["IsSubsetOf"] = new Func<IEnumerable<string>, IEnumerable<string>, bool>(IsSubsetOf).Method,
        ["IsSupersetOf"] = new Func<IEnumerable<string>, IEnumerable<string>, bool>(IsSupersetOf).Method,
        ["IsProperSubsetOf"] = new Func<IEnumerable<string>, IEnumerable<string>, bool>(IsProperSubsetOf).Method,
        ["IsProperSupersetOf"] = new Func<IEnumerable<string>, IEnumerable<string>, bool>(IsProperSupersetOf).Method,
    };

    /// <summary>The search with the rule of a query; null for any other call.</summary>
    public static MethodCallExpression? Apply(MethodCallExpression call)
    {
        if (!CollectionRules.IsOfCollections(call.Method.DeclaringType!) && call.Method.DeclaringType != typeof(Array)) return null;
        Expression[] all = call.Object is null ? [.. call.Arguments] : [call.Object, .. call.Arguments];
        if (all.Length < 2 || !typeof(IEnumerable<string>).IsAssignableFrom(all[0].Type) || all[0].Type == typeof(string)) return null;
        return call.Method.Name switch
        {
            "Find" or "FindLast" when all[0].Type == typeof(LinkedList<string>) => Expression.Call(Nodes[call.Method.Name], all),
            "IndexOf" when IsFromPlace(all) => Expression.Call(IndexOfMethod, [.. all, .. CountOf(all)]),
            "LastIndexOf" when IsFromPlace(all) => Expression.Call(LastIndexOfMethod, [.. all, .. CountOf(all)]),
            _ when all.Length == 2 && typeof(IEnumerable<string>).IsAssignableFrom(all[1].Type) && Sets.TryGetValue(call.Method.Name, out var method) => Expression.Call(method, all),
            _ => null,
        };
    }

    private static bool IsFromPlace(Expression[] all) =>
        all.Length is 3 or 4 && all[1].Type == typeof(string) && all.Skip(2).All(argument => argument.Type == typeof(int));

    private static ConstantExpression[] CountOf(Expression[] all) => all.Length == 4 ? [] : [Expression.Constant(-1)];

    private static int IndexOf(IEnumerable<string> list, string value, int start, int count)
    {
        var texts = list as IReadOnlyList<string> ?? [.. list];
        var end = count < 0 ? texts.Count : checked(start + count);
        Check(start, end, texts.Count);
        for (var i = start; i < end; i++)
            if (WqlText.AreEqual(texts[i], value)) return i;
        return -1;
    }

    private static int LastIndexOf(IEnumerable<string> list, string value, int start, int count)
    {
        var texts = list as IReadOnlyList<string> ?? [.. list];
        var first = count < 0 ? 0 : checked(start - count + 1);
        Check(first, start + 1, texts.Count);
        for (var i = start; i >= first; i--)
            if (WqlText.AreEqual(texts[i], value)) return i;
        return -1;
    }

    private static void Check(int first, int end, int count)
    {
        if (first < 0 || end > count || end < first) throw new ArgumentOutOfRangeException(nameof(first), first, $"There are no such places in a list of {count}.");
    }

    private static LinkedListNode<string>? Find(LinkedList<string> list, string value)
    {
        for (var node = list.First; node is not null; node = node.Next)
            if (WqlText.AreEqual(node.Value, value)) return node;
        return null;
    }

    private static LinkedListNode<string>? FindLast(LinkedList<string> list, string value)
    {
        for (var node = list.Last; node is not null; node = node.Previous)
            if (WqlText.AreEqual(node.Value, value)) return node;
        return null;
    }

    private static bool Overlaps(IEnumerable<string> set, IEnumerable<string> other) => SetOf(set).Overlaps(other);

    private static bool SetEquals(IEnumerable<string> set, IEnumerable<string> other) => SetOf(set).SetEquals(other);

    private static bool IsSubsetOf(IEnumerable<string> set, IEnumerable<string> other) => SetOf(set).IsSubsetOf(other);

    private static bool IsSupersetOf(IEnumerable<string> set, IEnumerable<string> other) => SetOf(set).IsSupersetOf(other);

    private static bool IsProperSubsetOf(IEnumerable<string> set, IEnumerable<string> other) => SetOf(set).IsProperSubsetOf(other);

    private static bool IsProperSupersetOf(IEnumerable<string> set, IEnumerable<string> other) => SetOf(set).IsProperSupersetOf(other);

    // A set with a comparer of its own is asked itself.
    private static ISet<string> SetOf(IEnumerable<string> texts) =>
        texts is ISet<string> set && CollectionRules.Of(texts) != CollectionRule.Query ? set : new HashSet<string>(texts, ValueEquality.Texts);
}
