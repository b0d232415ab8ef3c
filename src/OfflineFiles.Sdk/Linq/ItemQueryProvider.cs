using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Takes the calls of a query, and plans and runs it when it is asked for rows. One for each cache and set of options.</summary>
internal sealed class ItemQueryProvider(OfflineFilesCache cache, QueryOptions options) : IQueryProvider
{
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

    public IEnumerable<object?> Enumerate(Expression expression) =>
        QueryExecutor.Stream(Start(QueryChain.Read(expression)));

    public async Task<object?> ExecuteAsync(Expression source, QueryResult result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var run = Start(QueryChain.Read(source).With(result));
        return await QueryExecutor.RunAsync(run, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<T> EnumerateAsync<T>(Expression expression, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var run = Start(QueryChain.Read(expression));
        await foreach (var row in QueryExecutor.StreamAsync(run, cancellationToken).ConfigureAwait(false))
            yield return (T)row!;
    }

    public QueryPlan Explain(Expression expression) => Plan(QueryChain.Read(expression), cache.Backend);

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

    private QueryPlan Plan(QueryChain query, ICacheBackend backend) =>
        QueryPlanner.Plan(TranslationInliner.Inline(query, options.Translations), backend.Pushdown);

    private QueryRun Start(QueryChain query)
    {
        var backend = cache.Backend;
        var plan = Plan(query, backend);
        ClientEvaluationPolicy.Apply(plan, options);
        return new QueryRun(plan, backend);
    }
}
