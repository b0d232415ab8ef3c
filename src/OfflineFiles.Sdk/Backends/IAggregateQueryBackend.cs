namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// A backend that can make one number of all rows of a query itself, so that no row is returned. A query asks for it if the whole predicate runs at the
/// backend and nothing else is done to the rows; otherwise, and with other backends, the caller makes it of the rows.
/// </summary>
public interface IAggregateQueryBackend
{
    /// <summary>Returns whether the backend makes a number exactly as it would be made of the rows. Called when a query is planned; reads nothing.</summary>
    /// <param name="query">The query, as in <see cref="ICacheBackend.QueryItemsAsync"/>. Its select list does not matter.</param>
    /// <param name="aggregate">What is made of the rows.</param>
    /// <param name="operand">The property whose values it is made of: a number or a time; null if it is made of the rows.</param>
    bool CanAggregate(WqlSelectQuery query, ItemAggregate aggregate, ItemProperty? operand);

    /// <summary>Makes the number on the calling thread. Called only if the backend is an <see cref="ISynchronousQueryBackend"/> too.</summary>
    /// <param name="query">The query.</param>
    /// <param name="aggregate">What is made of the rows.</param>
    /// <param name="operand">The property whose values it is made of; null if it is made of the rows.</param>
    /// <returns>The number; a time is the number of its ticks in UTC. Null if there is no value that is not NULL.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of a <see cref="long"/>.</exception>
    long? Aggregate(WqlSelectQuery query, ItemAggregate aggregate, ItemProperty? operand);

    /// <summary>Makes the number like <see cref="Aggregate"/>, asynchronously.</summary>
    /// <param name="query">The query.</param>
    /// <param name="aggregate">What is made of the rows.</param>
    /// <param name="operand">The property whose values it is made of; null if it is made of the rows.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The number; a time is the number of its ticks in UTC. Null if there is no value that is not NULL.</returns>
    /// <exception cref="OverflowException">The sum is beyond the range of a <see cref="long"/>.</exception>
    ValueTask<long?> AggregateAsync(WqlSelectQuery query, ItemAggregate aggregate, ItemProperty? operand, CancellationToken cancellationToken);
}

/// <summary>Specifies what a backend makes of all rows of a query: see <see cref="IAggregateQueryBackend"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemAggregate>))]
public enum ItemAggregate
{
    /// <summary>The number of rows.</summary>
    Count,

    /// <summary>Whether the query finds any row: 1 if it does, 0 if not.</summary>
    Any,

    /// <summary>The sum of the values of a property that are not NULL.</summary>
    Sum,

    /// <summary>The least value of a property.</summary>
    Min,

    /// <summary>The greatest value of a property.</summary>
    Max,
}
