using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>A query over another provider that remembers which methods of <see cref="Queryable"/> were called on it.</summary>
internal sealed class RecordingQuery<T>(IQueryProvider inner, Expression expression, ISet<MethodInfo> called) : IOrderedQueryable<T>, IQueryProvider
{
    public Type ElementType => typeof(T);

    public Expression Expression => expression;

    public IQueryProvider Provider => this;

    public IQueryable<TElement> CreateQuery<TElement>(Expression query) => new RecordingQuery<TElement>(inner, Record(query), called);

    public IQueryable CreateQuery(Expression query) => throw new NotSupportedException();

    public TResult Execute<TResult>(Expression query) => inner.Execute<TResult>(Record(query));

    public object? Execute(Expression query) => inner.Execute(Record(query));

    public IEnumerator<T> GetEnumerator() => inner.CreateQuery<T>(expression).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Expression Record(Expression query)
    {
        if (query is MethodCallExpression { Method: var method }) called.Add(method.IsGenericMethod ? method.GetGenericMethodDefinition() : method);
        return query;
    }
}
