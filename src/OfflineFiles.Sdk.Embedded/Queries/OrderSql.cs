using System.Globalization;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>
/// Says in SQL in what order rows come. Of the first few the database keeps no more than these while it goes through the others, and none of the others
/// where an index has the order.
/// </summary>
internal static class OrderSql
{
    /// <summary>
    /// Whether SQL orders the same: the whole predicate is said in it, and the values are numbers, times or texts. It too has NULL before all others, and
    /// the keys of texts in the order of their characters.
    /// </summary>
    public static bool CanSay(WqlSelectQuery query, IReadOnlyList<ItemOrder> order) =>
        order.All(key => ItemTable.HoldsNumbers(key.Property) || ItemTable.ColumnOf(key.Property).KeySql is not null) && ItemQueryPlan.IsExact(query.Where);

    public static string Of(IReadOnlyList<ItemOrder> order, int? first)
    {
        var keys = order.Select(key => OrderedBy(ItemTable.ColumnOf(key.Property)) + (key.IsDescending ? " DESC" : "")).Append(ItemTable.Id.Sql);
        return $" ORDER BY {string.Join(", ", keys)}" + (first is { } count ? string.Create(CultureInfo.InvariantCulture, $" LIMIT {count}") : "");
    }

    private static string OrderedBy(ItemColumn column) => column.KeySql ?? column.Sql;
}
