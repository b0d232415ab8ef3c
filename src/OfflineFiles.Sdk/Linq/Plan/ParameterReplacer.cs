using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Makes several lambdas speak of one row.</summary>
internal sealed class ParameterReplacer : ExpressionVisitor
{
    private readonly ParameterExpression _from;
    private readonly ParameterExpression _to;

    private ParameterReplacer(ParameterExpression from, ParameterExpression to) => (_from, _to) = (from, to);

    public static Expression Replace(Expression body, ParameterExpression from, ParameterExpression to) =>
        from == to ? body : new ParameterReplacer(from, to).Visit(body);

    protected override Expression VisitParameter(ParameterExpression node) => node == _from ? _to : node;
}
