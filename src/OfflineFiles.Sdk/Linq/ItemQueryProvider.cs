using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Takes the calls of a query, and plans and runs it when it is asked for rows. One for each cache and set of options.</summary>
internal sealed class ItemQueryProvider(OfflineFilesCache cache, QueryOptions options) : IQueryProvider
{
    public OfflineFilesCache Cache => cache;

    public ItemQueryProvider With(QueryOptions other) => new(cache, other);

    public IQueryable<TElement> CreateQuery<TElement>(Expression expression) =>
        new ItemQueryable<TElement>(this, Guard.NotNull(expression));

    public IQueryable CreateQuery(Expression expression) =>
        typeof(IQueryable<OfflineFilesItem>).IsAssignableFrom(Guard.NotNull(expression).Type)
            ? new ItemQueryable<OfflineFilesItem>(this, expression)
            : throw new QueryTranslationException(
                ExpressionText.Of(expression),
                "its element type is only known at run time",
                "Call the generic CreateQuery, as the operators of Queryable do.");

    public TResult Execute<TResult>(Expression expression) => (TResult)Execute(expression)!;

    public object? Execute(Expression expression)
    {
        var query = QueryChain.ReadWithResult(Guard.NotNull(expression));
        return QueryExecutor.Run(Start(query));
    }

    public IEnumerable<T> Enumerate<T>(Expression expression)
    {
        foreach (var row in QueryExecutor.Stream<T>(Start(QueryChain.Read(expression)))) yield return row;
    }

    public async Task<object?> ExecuteAsync(Expression source, QueryResult result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var run = Start(QueryChain.Read(source).With(result));
        return await QueryExecutor.RunAsync(run, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<T> EnumerateAsync<T>(Expression expression, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var run = Start(QueryChain.Read(expression));
        await foreach (var row in QueryExecutor.StreamAsync<T>(run, cancellationToken).ConfigureAwait(false)) yield return row;
    }

    public QueryPlan Explain(Expression expression) => QueryPlanner.Plan(QueryChain.Read(expression), cache.Backend.Pushdown);

    public string Describe(Expression expression)
    {
        try
        {
            return Explain(expression).ToWql();
        }
        catch (QueryTranslationException exception)
        {
            return $"no query: {exception.Message}";
        }
        catch (ObjectDisposedException)
        {
            return $"{ExpressionText.Of(expression)} of a cache that is closed";
        }
    }

    private QueryRun Start(QueryChain query)
    {
        var backend = cache.Backend;
        var plan = QueryPlanner.Plan(query, backend.Pushdown);
        ClientEvaluationPolicy.Apply(plan, options);
        return new QueryRun(plan, backend);
    }
}
