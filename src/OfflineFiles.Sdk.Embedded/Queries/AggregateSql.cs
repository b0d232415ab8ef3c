using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Queries;

/// <summary>
/// Says in SQL what is made of all rows of a query. NULL is left out there as it is in a query, and a sum too large is an error in both.
/// </summary>
internal static class AggregateSql
{
    /// <summary>Whether SQL means the same: the whole predicate is said in it, and the values are numbers or times.</summary>
    public static bool CanSay(WqlSelectQuery query, ItemAggregate aggregate, ItemProperty? property) =>
        (aggregate is ItemAggregate.Count or ItemAggregate.Any) == property is null
        && (property is null || ItemTable.HoldsNumbers(property))
        && ItemQueryPlan.IsExact(query.Where);

    /// <summary>A statement with one row of one column; the parameters are those of the plan.</summary>
    public static string Of(WqlSelectQuery query, ItemQueryPlan plan, ItemAggregate aggregate, ItemProperty? property)
    {
        var members = property?.Member ?? ItemMembers.None;
        if (query.Where is { } where) members |= ItemProperties.Instance.MembersOf(where);
        var from = (members & ItemMembers.ConnectionInfo) != 0 ? ItemTable.From : ItemTable.Alone;
        return aggregate switch
        {
            ItemAggregate.Count => plan.Select("count(*)", from: from),
            ItemAggregate.Any => $"SELECT EXISTS({plan.Select("1", from: from)})",
            ItemAggregate.Sum => Over("sum"),
            ItemAggregate.Min => Over("min"),
            ItemAggregate.Max => Over("max"),
            _ => throw new ArgumentOutOfRangeException(nameof(aggregate), aggregate, "This is nothing that is made of rows."),
        };

        string Over(string function) => plan.Select($"{function}({ItemTable.ColumnOf(property!).Sql})", from: from);
    }
}
