using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Operators;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>The operators of a query in the order they apply, and what makes one value of the rows; null when rows are asked for.</summary>
internal sealed record QueryChain(Expression Source, IItemQueryRoot Root, IReadOnlyList<QueryOperator> Operators, QueryResult? Result)
{
    public QueryChain With(QueryResult result) => this with { Result = result };

    public static QueryChain Read(Expression expression) => TryRead(expression) ?? throw new QueryTranslationException(
        ExpressionText.Of(Start(expression)),
        "it is no operator over the items of a cache",
        "Begin with cache.Items and use the operators of System.Linq.Queryable.");

    /// <summary>Reads a query that yields one value.</summary>
    public static QueryChain ReadWithResult(Expression expression)
    {
        if (expression is not MethodCallExpression call || !IsOperator(call)) return Read(expression);
        return Read(call.Arguments[0]) with { Source = expression, Result = ResultOperators.Read(new QueryOperator(call)) };
    }

    /// <summary>Reads a query over the items of a cache; null when the expression is anything else.</summary>
    public static QueryChain? TryRead(Expression expression)
    {
        var operators = new List<QueryOperator>();
        var current = expression;
        while (current is MethodCallExpression call && IsOperator(call))
        {
            operators.Add(new QueryOperator(call));
            current = call.Arguments[0];
        }

        if (current is not ConstantExpression { Value: IItemQueryRoot { IsRoot: true } root }) return null;
        operators.Reverse();
        return new QueryChain(expression, root, operators, Result: null);
    }

    private static Expression Start(Expression expression) =>
        expression is MethodCallExpression call && IsOperator(call) ? Start(call.Arguments[0]) : expression;

    private static bool IsOperator(MethodCallExpression call) => call.Method.DeclaringType == typeof(Queryable) && call.Arguments.Count > 0;
}
