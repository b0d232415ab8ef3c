using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Deep;

namespace OfflineFiles.Sdk.Linq.Explain;

/// <summary>
/// What debuggers, and LINQPad through a method named ToDump, show of a query instead of its rows: looking at a query must not run it.
/// </summary>
internal sealed class QueryDebugView(IExplainedQuery query)
{
    public string Query => ReadableText.Of(query.ToString());

    public IReadOnlyList<string> Explanation => ExplanationOf().Split(['\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Said instead of rows.</summary>
    public string Rows { get; } = "Not read. ToListAsync() reads them.";

    private string ExplanationOf()
    {
        try
        {
            return query.ExplainWithoutRunning()?.ToString() ?? "Explain() would run a query that stands in a predicate of this one.";
        }
        catch (OfflineFilesException error)
        {
            return error.Message;
        }
        catch (ObjectDisposedException error)
        {
            return error.Message;
        }
    }
}

/// <summary>A query that can be shown.</summary>
internal interface IExplainedQuery
{
    /// <summary>What the query does; null if finding out would run something.</summary>
    QueryExplanation? ExplainWithoutRunning();
}

/// <summary>
/// Whether a lambda of a query has a query of its own in it, as in <c>i.ItemName == cache.Items.First().ItemName</c>. Its value is read when the
/// outer query is planned, so a query that has one is not planned merely to be shown.
/// </summary>
internal sealed class InnerQueries : DeepVisitor
{
    // An expression with more parts, each counted in every place where it stands, is not looked through for a text.
    private const int MostParts = 10_000_000;

    private int _parts;
    private int _lambdas;
    private bool _found;

    public static bool AreIn(Expression expression)
    {
        var visitor = new InnerQueries();
        visitor.Visit(expression);
        return visitor._found;
    }

    public override Expression? Visit(Expression? node)
    {
        _found |= ++_parts > MostParts;
        return _found ? node : base.Visit(node);
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
