using System.Collections;
using System.Diagnostics;
using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq;

/// <summary>A query over the items of a cache. Immutable; nothing runs before it is enumerated.</summary>
[DebuggerDisplay("{DebuggerText,nq}")]
[DebuggerTypeProxy(typeof(QueryDebugView))]
internal sealed class ItemQueryable<T> : IOrderedQueryable<T>, IItemQueryRoot, IExplainedQuery
{
    private readonly ItemQueryProvider _provider;

    public ItemQueryable(ItemQueryProvider provider, Expression? expression = null)
    {
        _provider = provider;
        Expression = expression ?? Expression.Constant(this);
    }

    public Type ElementType => typeof(T);

    public Expression Expression { get; }

    public IQueryProvider Provider => _provider;

    private string DebuggerText => ReadableText.Of(ToString());

    public bool IsRoot => Expression is ConstantExpression;

    public QuerySource Source => _provider.Source;

    public IEnumerator<T> GetEnumerator() => _provider.Enumerate<T>(Expression).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public QueryExplanation? ExplainWithoutRunning() => InnerQueries.AreIn(Expression) ? null : _provider.Explain(Expression);

    /// <summary>What enumerating would send, the first few requests of many; never runs anything.</summary>
    public override string ToString() => _provider.Describe(Expression);

    // LINQPad calls a method of this name, private or not, and shows what it returns.
#pragma warning disable CA1859 // It looks for this return type.
    private object ToDump() => new QueryDebugView(this);
#pragma warning restore CA1859
}

/// <summary>Makes queries whose elements are of a type that is only known at run time.</summary>
internal abstract class ItemQueryFactory
{
    // Of reference types the code is that of object; it is compiled ahead because of this.
    private static readonly ItemQueryFactory OfObjects = new Typed<object>();

    public static ItemQueryFactory Of(Type element) =>
        element == typeof(object) ? OfObjects : TypedValues.Create<ItemQueryFactory>(typeof(Typed<>), element);

    public abstract IQueryable Create(ItemQueryProvider provider, Expression expression);

    internal sealed class Typed<T> : ItemQueryFactory
    {
        public override IQueryable Create(ItemQueryProvider provider, Expression expression) => new ItemQueryable<T>(provider, expression);
    }
}

/// <summary>Tells the constant at the bottom of a query from any other constant.</summary>
internal interface IItemQueryRoot
{
    bool IsRoot { get; }

    /// <summary>What it is a query of: two queries of one cache can be combined.</summary>
    QuerySource Source { get; }
}
