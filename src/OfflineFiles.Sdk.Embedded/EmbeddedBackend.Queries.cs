using OfflineFiles.Sdk.Embedded.Queries;

namespace OfflineFiles.Sdk.Embedded;

public sealed partial class EmbeddedBackend : IAggregateQueryBackend, IOrderedQueryBackend
{
    /// <inheritdoc/>
    public bool CanAggregate(WqlSelectQuery query, ItemAggregate aggregate, ItemProperty? operand) => AggregateSql.CanSay(query, aggregate, operand);

    /// <inheritdoc/>
    public long? Aggregate(WqlSelectQuery query, ItemAggregate aggregate, ItemProperty? operand)
    {
        EnsureSettled();
        return _queries.Aggregate(query, aggregate, operand);
    }

    /// <inheritdoc/>
    public ValueTask<long?> AggregateAsync(WqlSelectQuery query, ItemAggregate aggregate, ItemProperty? operand, CancellationToken cancellationToken)
    {
        EnsureOpen();
        return WhenSettledAsync(() => _queries.AggregateAsync(query, aggregate, operand, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public bool CanOrder(WqlSelectQuery query, IReadOnlyList<ItemOrder> order) => OrderSql.CanSay(query, order);

    /// <inheritdoc/>
    public IEnumerable<OfflineFilesItem> QueryOrderedItems(WqlSelectQuery query, IReadOnlyList<ItemOrder> order, int? first)
    {
        EnsureSettled();
        return _queries.Run(query, OrderSql.Of(order, first), CancellationToken.None);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<OfflineFilesItem> QueryOrderedItemsAsync(
        WqlSelectQuery query, IReadOnlyList<ItemOrder> order, int? first, CancellationToken cancellationToken)
    {
        EnsureOpen();
        return WhenSettled(token => _queries.RunAsync(query, OrderSql.Of(order, first), pageSize: null, token), cancellationToken);
    }
}
