using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Explain;

/// <summary>
/// Whether a lambda of a query has a query of its own in it, as in <c>i.ItemName == cache.Items.First().ItemName</c>. Its value is read when the
/// outer query is planned, so a query that has one is not planned merely to be shown.
/// </summary>
internal sealed class InnerQueries : ExpressionVisitor
{
    private int _lambdas;
    private bool _found;

    public static bool AreIn(Expression expression)
    {
        var visitor = new InnerQueries();
        visitor.Visit(expression);
        return visitor._found;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        _lambdas++;
        var result = base.VisitLambda(node);
        _lambdas--;
        return result;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        _found |= _lambdas > 0 && (node.Method.DeclaringType == typeof(Queryable) || node.Method.DeclaringType == typeof(OfflineFilesQueryableExtensions));
        return base.VisitMethodCall(node);
    }
}
