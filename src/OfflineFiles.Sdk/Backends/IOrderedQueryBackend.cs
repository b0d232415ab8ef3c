namespace OfflineFiles.Sdk.Backends;

/// <summary>
/// A backend that can return rows in an order, and of these only the first. A query asks for it if the whole predicate runs at the backend; otherwise, and
/// with other backends, the caller sorts the rows.
/// </summary>
public interface IOrderedQueryBackend
{
    /// <summary>Returns whether the backend orders rows exactly as the caller would. Called when a query is planned; reads nothing.</summary>
    /// <param name="query">The query, as in <see cref="ICacheBackend.QueryItemsAsync"/>.</param>
    /// <param name="order">
    /// What the rows are ordered by: numbers, times, and texts and paths as <see cref="WqlText.Compare"/> has them; NULL before all others. Rows that are
    /// equal in all of it come in any order.
    /// </param>
    bool CanOrder(WqlSelectQuery query, IReadOnlyList<ItemOrder> order);

    /// <summary>Answers on the calling thread. Called only if the backend is an <see cref="ISynchronousQueryBackend"/> too.</summary>
    /// <param name="query">The query.</param>
    /// <param name="order">What the rows are ordered by.</param>
    /// <param name="first">How many of the first rows are wanted; null for all.</param>
    /// <returns>The rows. Nothing happens before the first row is asked for.</returns>
    IEnumerable<OfflineFilesItem> QueryOrderedItems(WqlSelectQuery query, IReadOnlyList<ItemOrder> order, int? first);

    /// <summary>Answers like <see cref="QueryOrderedItems"/>, asynchronously.</summary>
    /// <param name="query">The query.</param>
    /// <param name="order">What the rows are ordered by.</param>
    /// <param name="first">How many of the first rows are wanted; null for all.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    /// <returns>The rows. Nothing happens before the first row is asked for.</returns>
    IAsyncEnumerable<OfflineFilesItem> QueryOrderedItemsAsync(
        WqlSelectQuery query, IReadOnlyList<ItemOrder> order, int? first, CancellationToken cancellationToken);
}

/// <summary>One property that rows are ordered by. Immutable.</summary>
/// <param name="property">The property.</param>
/// <param name="isDescending">Whether the greatest comes first.</param>
public sealed class ItemOrder(ItemProperty property, bool isDescending)
{
    /// <summary>The property.</summary>
    public ItemProperty Property { get; } = Guard.NotNull(property);

    /// <summary>True if the greatest value comes first, and NULL last.</summary>
    public bool IsDescending => isDescending;

    /// <summary>Returns the property, and whether the order is descending.</summary>
    public override string ToString() => isDescending ? $"{Property} descending" : $"{Property}";
}
