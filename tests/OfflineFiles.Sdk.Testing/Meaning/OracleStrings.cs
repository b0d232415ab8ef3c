using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Testing.Meaning;

/// <summary>What the methods of a string mean in a query where they name no rule of their own.</summary>
internal static class OracleStrings
{
    private const StringComparison Rule = StringComparison.OrdinalIgnoreCase;

    /// <summary>Where case does not count a change of case changes nothing.</summary>
    public static Expression Uncased(Expression text) =>
        text is MethodCallExpression { Object: { Type: var type } inner, Method.Name: "ToUpper" or "ToLower" or "ToUpperInvariant" or "ToLowerInvariant" } && type == typeof(string)
            ? Uncased(inner)
            : text;

    public static bool AreEqual(object? left, object? right) => string.Equals((string?)left, (string?)right, Rule);

    /// <summary>A method that says nothing about case: its receiver and its first argument are there.</summary>
    public static object? Call(string method, string text, object? sought) => method switch
    {
        nameof(string.Equals) => string.Equals(text, (string?)sought, Rule),
        nameof(string.Compare) or nameof(string.CompareTo) => Math.Sign(string.Compare(text, (string)sought!, Rule)),
        nameof(string.StartsWith) => text.StartsWith(sought!.ToString()!, Rule),
        nameof(string.EndsWith) => text.EndsWith(sought!.ToString()!, Rule),
        nameof(string.Contains) => text.Contains(sought!.ToString()!, Rule),
        nameof(string.IndexOf) => text.IndexOf(sought!.ToString()!, Rule),
        nameof(string.LastIndexOf) => text.LastIndexOf(sought!.ToString()!, Rule),
        _ => throw new NotSupportedException($"The oracle does not know {method}."),
    };

    /// <summary>Whether a method searches or orders, so that what it is given must be there; equality takes null.</summary>
    public static bool NeedsText(string method) => method is nameof(string.Compare) or nameof(string.CompareTo) or nameof(string.CompareOrdinal)
        or nameof(string.StartsWith) or nameof(string.EndsWith) or nameof(string.Contains) or nameof(string.IndexOf) or nameof(string.LastIndexOf);

    /// <summary>The call in <c>string.Compare(x, y) == 0</c>, which asks whether two texts are the same and not which comes first; else null.</summary>
    public static MethodCallExpression? SamenessOf(BinaryExpression binary)
    {
        if (binary.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual)) return null;
        var (asked, number) = binary.Left is ConstantExpression ? (binary.Right, binary.Left) : (binary.Left, binary.Right);
        return number is ConstantExpression { Value: 0 } && asked is MethodCallExpression { Object: null } call && call.Method.DeclaringType == typeof(string)
            && call.Method.Name is nameof(string.Compare) or nameof(string.CompareOrdinal)
                ? call
                : null;
    }

    /// <summary>Whether a method compares text and is given no rule for it.</summary>
    public static bool FollowsTheRule(MethodCallExpression call) =>
        call.Method.DeclaringType == typeof(string)
        && call.Arguments.Count + (call.Object is null ? 0 : 1) == 2
        && call.Method.Name != nameof(string.CompareOrdinal)
        && (call.Method.Name == nameof(string.Equals) || NeedsText(call.Method.Name));
}
