using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Which operators of <see cref="Queryable"/> a query takes, and what is said of the others.</summary>
internal static class SupportedOperators
{
    private const string InCaller = "Read the rows first, with AsAsyncEnumerable() or ToListAsync(), and do it on them.";

    public static MethodCallExpression CheckRows(MethodCallExpression call)
    {
        switch (call.Method.Name)
        {
            case nameof(Queryable.Where) or nameof(Queryable.Select):
                if (QueryOperator.Unquote(call.Arguments[1]).Parameters.Count == 1) return call;
                throw Refused(call, "the rows of a cache come in no promised order, so they have no index");
            case nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending) or nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending):
            case nameof(Queryable.Skip):
                return call;
            case nameof(Queryable.Take):
                if (call.Arguments[1].Type == typeof(int)) return call;
                throw Refused(call, "it takes a range", "Use Skip(n) and Take(n).");
            case nameof(Queryable.Join) or nameof(Queryable.GroupJoin) or nameof(Queryable.GroupBy):
                throw Refused(call, "WQL joins and groups nothing");
            case nameof(Queryable.Sum) or nameof(Queryable.Average) or nameof(Queryable.Aggregate) or nameof(Queryable.Max) or nameof(Queryable.Min):
                throw Refused(call, "WQL computes nothing");
            case nameof(Queryable.Concat) or nameof(Queryable.Union) or nameof(Queryable.Intersect) or nameof(Queryable.Except):
                throw Refused(call, "a query reads one source", "Join the predicates with || or &&, or combine the rows after reading them.");
            default:
                throw Refused(call, "it has no translation");
        }
    }

    public static QueryResultKind CheckResult(MethodCallExpression call)
    {
        if (!TryKind(call.Method.Name, out var kind)) throw NoValue(CheckRows(call));
        var takesPredicate = call.Arguments.Count == 2 && typeof(LambdaExpression).IsAssignableFrom(call.Arguments[1].Type);
        if (call.Arguments.Count == 1 || takesPredicate) return kind;
        throw Refused(call, "it is given a value for the case that there is no row", "Leave the value out and write ?? after the call.");
    }

    public static QueryTranslationException NoQuery(Expression expression) => new(
        ExpressionText.Of(expression),
        "it is no operator over the items of a cache",
        "Begin with cache.Items and use the operators of System.Linq.Queryable.");

    private static QueryTranslationException NoValue(MethodCallExpression call) => Refused(call, "it yields rows, and one value was asked for");

    private static bool TryKind(string name, out QueryResultKind kind)
    {
        switch (name)
        {
            case nameof(Queryable.First): kind = QueryResultKind.First; return true;
            case nameof(Queryable.FirstOrDefault): kind = QueryResultKind.FirstOrDefault; return true;
            case nameof(Queryable.Single): kind = QueryResultKind.Single; return true;
            case nameof(Queryable.SingleOrDefault): kind = QueryResultKind.SingleOrDefault; return true;
            case nameof(Queryable.Last): kind = QueryResultKind.Last; return true;
            case nameof(Queryable.LastOrDefault): kind = QueryResultKind.LastOrDefault; return true;
            case nameof(Queryable.Any): kind = QueryResultKind.Any; return true;
            case nameof(Queryable.All): kind = QueryResultKind.All; return true;
            case nameof(Queryable.Count): kind = QueryResultKind.Count; return true;
            case nameof(Queryable.LongCount): kind = QueryResultKind.LongCount; return true;
            default: kind = default; return false;
        }
    }

    private static QueryTranslationException Refused(MethodCallExpression call, string reason, string advice = InCaller) =>
        new(ExpressionText.OfOperator(call), reason, advice, ExpressionText.Of(call));
}
