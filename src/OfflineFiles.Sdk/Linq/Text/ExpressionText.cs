using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>Writes expressions nearly as C# would, for messages and Explain.</summary>
internal static class ExpressionText
{
    public static string Of(Expression expression) => ReadableText.Of(new ExpressionWriter().Write(expression).ToString());

    public static string OfLambda(IReadOnlyList<ParameterExpression> parameters, Expression body) =>
        ReadableText.Of(new ExpressionWriter().WriteLambda(parameters, body).ToString());

    /// <summary>The operator alone, without what it is called on: <c>GroupBy(i =&gt; i.ItemName)</c>.</summary>
    public static string OfOperator(MethodCallExpression call) => ReadableText.Of(new ExpressionWriter().WriteOperator(call).ToString());

    public static string OfValue(object? value) => ReadableText.Of(ValueText.Of(value));
}
