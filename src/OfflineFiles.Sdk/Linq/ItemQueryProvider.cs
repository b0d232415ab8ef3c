using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Operators;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Takes the calls of a query, and plans and runs it when it is asked for rows. One for each cache and settings.</summary>
internal sealed class ItemQueryProvider(QuerySource source, QuerySettings settings) : IQueryProvider
{
    private readonly Pipeline _pipeline = new(source, settings);

    public QuerySource Source => source;

    public ItemQueryProvider With(QueryOptions options) => new(source, settings.With(options));

    public ItemQueryProvider Tagged(string tag) => new(source, settings.Tagged(tag));

    public IQueryable<TElement> CreateQuery<TElement>(Expression expression) =>
        new ItemQueryable<TElement>(this, Guard.NotNull(expression));

    /// <inheritdoc/>
    /// <remarks>
    /// How libraries that build queries at run time make them, such as System.Linq.Dynamic.Core: there nobody knows the type of the elements.
    /// </remarks>
    public IQueryable CreateQuery(Expression expression) =>
        typeof(IQueryable).IsAssignableFrom(Guard.NotNull(expression).Type) && expression.Type.GetGenericArguments() is [var element]
            ? ItemQueryFactory.Of(element).Create(this, expression)
            : throw new QueryTranslationException(
                ExpressionText.Of(expression),
                $"a {TypeText.Of(expression.Type)} does not tell of what type its elements are",
                "Begin with cache.Items and use the operators of System.Linq.Queryable, or call the generic CreateQuery.");

    public TResult Execute<TResult>(Expression expression) => (TResult)Execute(expression)!;

    public object? Execute(Expression expression)
    {
        var chain = QueryChain.ReadValue(Guard.NotNull(expression));
        var run = _pipeline.Start(chain, chain.Last is { } last ? ValueOperatorTable.Read(last) : null, CancellationToken.None);
        return run.Scope.Return(() => QueryExecutor.Run(run));
    }

    public IEnumerable<T> Enumerate<T>(Expression expression)
    {
        var run = _pipeline.Start(QueryChain.Read(expression), result: null, CancellationToken.None);
        return run.Scope.Return(QueryExecutor.Stream<T>(run));
    }

    public async Task<object?> ExecuteAsync(Expression expression, QueryResult result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var run = _pipeline.Start(QueryChain.Read(expression), result, cancellationToken);
        return await run.Scope.ReturnAsync(() => QueryExecutor.RunAsync(run)).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<T> EnumerateAsync<T>(Expression expression, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var run = _pipeline.Start(QueryChain.Read(expression), result: null, cancellationToken);
        await foreach (var row in run.Scope.ReturnAsync(QueryExecutor.StreamAsync<T>(run)).ConfigureAwait(false)) yield return row;
    }

    public async Task ForEachAsync<T>(Expression expression, Func<T, Task?> action, CancellationToken cancellationToken)
    {
        var run = _pipeline.Start(QueryChain.Read(expression), result: null, cancellationToken);
        await run.Scope.ReturnAllAsync(QueryExecutor.StreamAsync<T>(run), action, () => true).ConfigureAwait(false);
    }

    /// <summary>Makes one object of all rows: what fails while it is made is a failure of the query.</summary>
    public TResult Collect<T, TResult>(Expression expression, Func<IEnumerable<T>, TResult> collect)
    {
        var run = _pipeline.Start(QueryChain.Read(expression), result: null, CancellationToken.None);
        return run.Scope.ReturnAll(QueryExecutor.Stream<T>(run), collect);
    }

    /// <inheritdoc cref="Collect"/>
    public async Task<TResult> CollectAsync<T, TResult>(Expression expression, Action<T> add, Func<TResult> finish, CancellationToken cancellationToken)
    {
        var run = _pipeline.Start(QueryChain.Read(expression), result: null, cancellationToken);
        return await run.Scope.ReturnAllAsync(QueryExecutor.StreamAsync<T>(run), Add, finish).ConfigureAwait(false);

        Task? Add(T row)
        {
            add(row);
            return null;
        }
    }

    public string ToWql(Expression expression) => _pipeline.Plan(QueryChain.Read(expression)).ToWql();

    /// <summary>Explains a query, also one that yields one value.</summary>
    public QueryExplanation Explain(Expression expression)
    {
        try
        {
            var chain = IsValue(expression) ? QueryChain.ReadValue(expression) : QueryChain.Read(expression);
            return _pipeline.Explain(chain, chain.Last is { } last ? ValueOperatorTable.Read(last) : null);
        }
        catch (QueryTranslationException refusal)
        {
            return new QueryExplanation(settings.Given, settings.Tags) { Refusal = refusal };
        }
    }

    private static bool IsValue(Expression expression) =>
        expression is MethodCallExpression { Method: { } method } && method.DeclaringType == typeof(Queryable) && ValueOperatorTable.Names.Contains(method.Name);

    /// <summary>The query as text for those who look at it; never runs anything.</summary>
    public string Describe(Expression expression)
    {
        if (InnerQueries.AreIn(expression)) return ExpressionText.Of(expression);
        try
        {
            return string.Join("\n", RequestList.Shorten([.. _pipeline.Plan(QueryChain.Read(expression)).Requests]));
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
}
