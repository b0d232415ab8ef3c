using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Translate;

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
