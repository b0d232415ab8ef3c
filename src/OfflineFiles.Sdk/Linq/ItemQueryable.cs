using System.Collections;
using System.Diagnostics;
using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>A query over the items of a cache. Immutable; nothing runs before it is enumerated.</summary>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed class ItemQueryable<T> : IOrderedQueryable<T>, IItemQueryRoot
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

    public bool IsRoot => Expression is ConstantExpression;

    public OfflineFilesCache Cache => _provider.Cache;

    public IEnumerator<T> GetEnumerator() => _provider.Enumerate<T>(Expression).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The WQL that enumerating would send; never runs anything.</summary>
    public override string ToString() => _provider.Describe(Expression);
}
