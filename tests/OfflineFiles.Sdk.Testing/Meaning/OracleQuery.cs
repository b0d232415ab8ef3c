using System.Collections;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Testing.Meaning;

/// <summary>
/// A query over rows in memory that means what a query over a cache means: it walks its own tree, operator by operator, and asks the oracle
/// for every lambda.
/// </summary>
internal sealed class OracleQuery<T> : IOrderedQueryable<T>, IQueryProvider
{
    private readonly IReadOnlyList<OfflineFilesItem> _items;

    public OracleQuery(IReadOnlyList<OfflineFilesItem> items, Expression? expression = null)
    {
        _items = items;
        Expression = expression ?? Expression.Constant(this);
    }

    public Type ElementType => typeof(T);

    public Expression Expression { get; }

    public IQueryProvider Provider => this;

    public IEnumerator<T> GetEnumerator() => Rows(Expression).Select(row => (T)OracleValues.Stored(row, typeof(T))!).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public IQueryable<TElement> CreateQuery<TElement>(Expression expression) => new OracleQuery<TElement>(_items, expression);

    public IQueryable CreateQuery(Expression expression) => throw new NotSupportedException();

    public TResult Execute<TResult>(Expression expression)
    {
        var call = (MethodCallExpression)expression;
        var predicate = call.Arguments.Count > 1 ? Lambda(call) : null;
        var all = Rows(call.Arguments[0]);
        var rows = predicate is null || call.Method.Name == nameof(Queryable.All) ? all : all.Where(row => Oracle.Holds(predicate, row));
        return (TResult)OracleValues.Stored(Result(call.Method.Name, rows, predicate), typeof(TResult))!;
    }

    public object? Execute(Expression expression) => throw new NotSupportedException();

    private static object? Result(string name, IEnumerable<object?> rows, LambdaExpression? predicate) => name switch
    {
        nameof(Queryable.First) => rows.First(),
        nameof(Queryable.FirstOrDefault) => rows.FirstOrDefault(),
        nameof(Queryable.Single) => rows.Single(),
        nameof(Queryable.SingleOrDefault) => rows.SingleOrDefault(),
        nameof(Queryable.Last) => rows.Last(),
        nameof(Queryable.LastOrDefault) => rows.LastOrDefault(),
        nameof(Queryable.Any) => rows.Any(),
        nameof(Queryable.All) => rows.All(row => Oracle.Holds(predicate!, row)),
        nameof(Queryable.Count) => rows.Count(),
        nameof(Queryable.LongCount) => rows.LongCount(),
        _ => throw new NotSupportedException($"The oracle does not know {name}."),
    };

    private IEnumerable<object?> Rows(Expression expression) => expression is not MethodCallExpression call ? _items : call.Method.Name switch
    {
        nameof(Queryable.Where) => Rows(call.Arguments[0]).Where(row => Oracle.Holds(Lambda(call), row)),
        nameof(Queryable.Select) => Rows(call.Arguments[0]).Select(row => Oracle.Of(Lambda(call), row) ?? (Lambda(call).ReturnType == typeof(bool) ? false : null)),
        nameof(Queryable.OrderBy) => Rows(call.Arguments[0]).OrderBy(Key(call), OracleOrder.Of(call)),
        nameof(Queryable.OrderByDescending) => Rows(call.Arguments[0]).OrderByDescending(Key(call), OracleOrder.Of(call)),
        nameof(Queryable.ThenBy) => Ordered(call).ThenBy(Key(call), OracleOrder.Of(call)),
        nameof(Queryable.ThenByDescending) => Ordered(call).ThenByDescending(Key(call), OracleOrder.Of(call)),
        nameof(Queryable.Skip) => Rows(call.Arguments[0]).Skip(Number(call)),
        nameof(Queryable.Take) => Rows(call.Arguments[0]).Take(Number(call)),
        _ => throw new NotSupportedException($"The oracle does not know {call.Method.Name}."),
    };

    private IOrderedEnumerable<object?> Ordered(MethodCallExpression call) => (IOrderedEnumerable<object?>)Rows(call.Arguments[0]);

    // Of all values only a bool that is null counts as another: as false.
    private static Func<object?, object?> Key(MethodCallExpression call)
    {
        var lambda = Lambda(call);
        return row => Oracle.Of(lambda, row) ?? (lambda.ReturnType == typeof(bool) ? false : null);
    }

    private static int Number(MethodCallExpression call) => (int)Oracle.ValueOf(call.Arguments[1])!;

    private static LambdaExpression Lambda(MethodCallExpression call) => (LambdaExpression)((UnaryExpression)call.Arguments[1]).Operand;
}
