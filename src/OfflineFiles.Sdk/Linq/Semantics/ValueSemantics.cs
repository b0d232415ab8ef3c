using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Linq.Equality;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>
/// The equality of values that are compared part by part, <c>new { x.Name }.Equals(wanted)</c>, as a query means it: their texts ignore case.
/// </summary>
internal static class ValueSemantics
{
    private static readonly MethodInfo EqualMethod = new Func<object?, object?, bool>(ValueEquality.AreEqual).Method;
    private static readonly MethodInfo EqualKeptMethod = new Func<IEqualityComparer<object?>, object?, object?, bool>(AreEqual).Method;

    /// <summary>Whether two values are equal as they are kept.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <param name="shape">How both are kept.</param>
    public static Expression AreEqual(Expression left, Expression right, ElementShape shape) => shape.IsPlain
        ? Expression.Call(EqualMethod, left, right)
        : Expression.Call(EqualKeptMethod, Expression.Constant(shape.Equality(comparer: null), typeof(IEqualityComparer<object?>)), left, right);

    /// <summary>What a call compares part by part; null if it does nothing like it.</summary>
    public static (Expression Left, Expression Right)? Equality(MethodCallExpression call) => call switch
    {
        { Method.Name: nameof(Equals), Object: { } target, Arguments: [var other] } when ValueEquality.HasParts(target.Type) =>
            (target, EqualsCall.Unbox(other, target.Type)),
        { Method.Name: nameof(Equals), Object: null, Arguments: [var left, var right] }
            when call.Method.DeclaringType == typeof(object) && EqualsCall.Unboxed(left, right) is var both && ValueEquality.HasParts(both.Left.Type) => both,
        _ => null,
    };

    /// <summary>What the equality of a record compares part by part, where the compiler wrote it; null for any other operator.</summary>
    public static (Expression Left, Expression Right)? Equality(BinaryExpression node) =>
        node.NodeType is ExpressionType.Equal or ExpressionType.NotEqual
        && node.Method?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) == true
        && ValueEquality.HasParts(node.Left.Type)
            ? (node.Left, node.Right)
            : null;

    private static bool AreEqual(IEqualityComparer<object?> equality, object? left, object? right) => equality.Equals(left, right);
}

/// <summary>
/// Gives a text the spelling in which a captured dictionary has it among its keys, so that what is read by a key follows the rule by which the
/// key is found.
/// </summary>
internal sealed class KeySpelling
{
    private static readonly MethodInfo SpellMethod = new Func<KeySpelling, string?, string?>(Spell).Method;
    private readonly HashSet<string> _keys;
    private readonly Dictionary<string, string> _spellings = new(ValueEquality.Texts);

    private KeySpelling(IEnumerable<string> keys)
    {
        _keys = new HashSet<string>(keys, StringComparer.Ordinal);
        foreach (var key in _keys) _spellings[key] = key;
    }

    /// <summary>A call that reads a value by its key, with the key as it is spelled there; null for any other call.</summary>
    public static MethodCallExpression? Apply(MethodCallExpression call)
    {
        if (call.Method.Name is not ("get_Item" or "GetValueOrDefault" or "TryGetValue")) return null;
        var isStatic = call.Object is null;
        if ((call.Object ?? call.Arguments.FirstOrDefault()) is not ConstantExpression { Value: { } map } source) return null;
        var index = isStatic ? 1 : 0;
        if (call.Arguments.Count <= index || call.Arguments[index] is var key && key.Type != typeof(string) || IsSpelled(call.Arguments[index])) return null;
        var search = new CollectionSearch(SearchKind.ContainsKey, source, call.Arguments[index], Comparer: null);
        if (CollectionRules.Of(map, isStatic ? null : call.Method.DeclaringType) != CollectionRule.Query || search.ValuesOf(map) is not { } keys) return null;
        var arguments = call.Arguments.ToArray();
        arguments[index] = Expression.Call(SpellMethod, Expression.Constant(new KeySpelling(keys.OfType<string>())), arguments[index]);
        return call.Update(call.Object!, arguments);
    }

    private static bool IsSpelled(Expression key) => key is MethodCallExpression { Method: var method } && method == SpellMethod;

    private static string? Spell(KeySpelling keys, string? key) =>
        key is null || keys._keys.Contains(key) || !keys._spellings.TryGetValue(key, out var spelling) ? key : spelling;
}
