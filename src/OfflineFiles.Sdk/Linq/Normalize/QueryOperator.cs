using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>One operator of a query, as it was called.</summary>
internal sealed record QueryOperator(string Name, MethodCallExpression Call)
{
    public LambdaExpression Lambda => Unquote(Call.Arguments[1]);

    public static LambdaExpression Unquote(Expression expression) =>
        (LambdaExpression)(expression is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : expression);
}
