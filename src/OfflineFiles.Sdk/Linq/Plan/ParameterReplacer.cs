using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Plan;

/// <summary>Puts another expression in the place of a parameter, so that several lambdas speak of one row.</summary>
internal sealed class ParameterReplacer : ExpressionVisitor
{
    private readonly ParameterExpression _from;
    private readonly Expression _to;

    private ParameterReplacer(ParameterExpression from, Expression to) => (_from, _to) = (from, to);

    public static Expression Replace(Expression body, ParameterExpression from, Expression to) =>
        from == to ? body : new ParameterReplacer(from, to).Visit(body);

    protected override Expression VisitParameter(ParameterExpression node) => node == _from ? _to : node;
}
