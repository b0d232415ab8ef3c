using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>The operators of a query in the order they apply, and what makes one value of the rows; null when rows are asked for.</summary>
internal sealed record QueryChain(Expression Source, IReadOnlyList<QueryOperator> Operators, QueryResult? Result)
{
    public QueryChain With(QueryResult result) => this with { Result = result };

    public static QueryChain Read(Expression expression)
    {
        var operators = new List<QueryOperator>();
        var current = expression;
        while (current is MethodCallExpression call && call.Method.DeclaringType == typeof(Queryable) && call.Arguments.Count > 0)
        {
            operators.Add(new QueryOperator(call.Method.Name, SupportedOperators.CheckRows(call)));
            current = call.Arguments[0];
        }

        if (current is not ConstantExpression { Value: IItemQueryRoot { IsRoot: true } }) throw SupportedOperators.NoQuery(current);
        operators.Reverse();
        return new QueryChain(expression, operators, Result: null);
    }

    public static QueryChain ReadWithResult(Expression expression)
    {
        if (expression is not MethodCallExpression call || call.Method.DeclaringType != typeof(Queryable)) throw SupportedOperators.NoQuery(expression);
        var kind = SupportedOperators.CheckResult(call);
        var predicate = call.Arguments.Count > 1 ? QueryOperator.Unquote(call.Arguments[1]) : null;
        return Read(call.Arguments[0]) with { Source = expression, Result = new QueryResult(kind, predicate, DefaultValues.Of(call.Type)) };
    }
}
