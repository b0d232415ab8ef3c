using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Testing.Meaning;

/// <summary>What a method call means: on null, or given null where it takes none, its result is null.</summary>
internal sealed class OracleCalls(Oracle oracle)
{
    public object? Evaluate(MethodCallExpression call)
    {
        if (IsSearchInSet(call, out var set, out var sought, out var comparer)) return IsAmong(set, sought, comparer);
        if (call.Method.Name == "op_Implicit" && call.Type.IsGenericType && call.Type.IsByRefLike) return oracle.Evaluate(call.Arguments[0]);
        if (OracleStrings.FollowsTheRule(call)) return Text(call);
        var target = call.Object is null ? null : oracle.Evaluate(call.Object);
        var arguments = call.Arguments.Select(oracle.Evaluate).Select(OracleObject.Outside).ToArray();
        if (call.Object is { } receiver && Nullable.GetUnderlyingType(receiver.Type) is not null) return OnNullable(call, target, arguments);
        if (IsEqualityOfValues(call)) return Equals(target, arguments[0]);
        if (call.Object is not null && target is null) return null;
        for (var i = 0; i < arguments.Length; i++)
            if (arguments[i] is null && !TakesNull(call.Method, call.Method.GetParameters()[i].ParameterType)) return null;
        return Signed(call.Method, call.Method.Invoke(target, arguments));
    }

    private object? Text(MethodCallExpression call)
    {
        var operands = call.Object is null ? call.Arguments.ToArray() : [call.Object, .. call.Arguments];
        var text = (string?)oracle.Evaluate(OracleStrings.Uncased(operands[0]));
        var sought = oracle.Evaluate(OracleStrings.Uncased(operands[1]));
        if (call.Method.Name == nameof(string.Equals) && call.Object is null) return OracleStrings.AreEqual(text, sought);
        if (text is null) return null;
        if (sought is null) return call.Method.Name == nameof(string.Equals) ? false : null;
        return OracleStrings.Call(call.Method.Name, text, sought);
    }

    /// <summary>Whether the two texts of an order are the same, by its rule. Null is the same as null.</summary>
    public bool AreSame(MethodCallExpression order)
    {
        if (OracleStrings.FollowsTheRule(order))
            return OracleStrings.AreEqual(oracle.Evaluate(OracleStrings.Uncased(order.Arguments[0])), oracle.Evaluate(OracleStrings.Uncased(order.Arguments[1])));
        var rule = order.Method.Name == nameof(string.CompareOrdinal) ? StringComparison.Ordinal : (StringComparison)oracle.Evaluate(order.Arguments[2])!;
        return string.Equals((string?)oracle.Evaluate(order.Arguments[0]), (string?)oracle.Evaluate(order.Arguments[1]), rule);
    }

    private static object? OnNullable(MethodCallExpression call, object? target, object?[] arguments) => call.Method.Name switch
    {
        "GetValueOrDefault" => target ?? (arguments.Length > 0 ? arguments[0] : Activator.CreateInstance(call.Type)),
        nameof(Equals) => Equals(target, arguments[0]),
        _ => throw new NotSupportedException($"The oracle does not know {call}."),
    };

    // Only the sign of an order means something: a query sees no more of it.
    private static object? Signed(MethodInfo method, object? result) =>
        result is int order && (method.Name is nameof(string.Compare) or nameof(string.CompareTo) or nameof(string.CompareOrdinal)) ? Math.Sign(order) : result;

    // x.Equals(y) of two numbers, points of time or enums says what x == y says.
    private static bool IsEqualityOfValues(MethodCallExpression call) =>
        call.Method.Name == nameof(Equals) && call.Object is { Type.IsValueType: true } && call.Arguments.Count == 1;

    private static bool TakesNull(MethodInfo method, Type parameter)
    {
        if (parameter.IsValueType) return Nullable.GetUnderlyingType(parameter) is not null;
        if (method.DeclaringType == typeof(string)) return !OracleStrings.NeedsText(method.Name);
        return method.IsSpecialName || method.Name == nameof(Equals) || method.DeclaringType != typeof(UncPath) && method.DeclaringType != typeof(OfflineFilesItem);
    }

    private bool IsSearchInSet(MethodCallExpression call, out IEnumerable set, out object? sought, out object comparer)
    {
        (set, sought, comparer) = (Array.Empty<object>(), null, StringComparer.OrdinalIgnoreCase);
        if (call.Method.Name != "Contains" || call.Method.DeclaringType == typeof(string)) return false;
        Expression[] operands = call.Object is null ? [.. call.Arguments] : [call.Object, .. call.Arguments];
        var isSearch = call.Object is null
            ? call.Method.DeclaringType == typeof(Enumerable) || call.Method.DeclaringType == typeof(MemoryExtensions)
            : typeof(IEnumerable).IsAssignableFrom(call.Object.Type);
        if (!isSearch) return false;
        set = (IEnumerable)oracle.Evaluate(operands[0])!;
        comparer = (operands.Length > 2 ? oracle.Evaluate(operands[2]) : OwnComparer(set)) ?? StringComparer.OrdinalIgnoreCase;
        if (ReferenceEquals(comparer, EqualityComparer<string>.Default)) comparer = StringComparer.OrdinalIgnoreCase;
        sought = oracle.Evaluate(ReferenceEquals(comparer, StringComparer.OrdinalIgnoreCase) ? OracleStrings.Uncased(operands[1]) : operands[1]);
        return true;
    }

    // An order is a comparer too, but the one that everything has says nothing.
    private static IEqualityComparer<string>? OwnComparer(IEnumerable set) => set switch
    {
        HashSet<string> hashed => hashed.Comparer,
        SortedSet<string> sorted => sorted.Comparer as IEqualityComparer<string>,
        _ => null,
    };

    private static bool IsAmong(IEnumerable set, object? sought, object comparer) => set.Cast<object?>().Any(value => value is string left && sought is string right
        ? ((IEqualityComparer<string>)comparer).Equals(left, right)
        : Equals(value, sought));
}
