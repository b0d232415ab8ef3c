using System.Globalization;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>The way to the rows that satisfy predicates of WQL joined by AND. Immutable.</summary>
internal sealed record AccessRoute
{
    public required QueryAccessPath Path { get; init; }

    /// <summary>Asked one after the other; none when the predicates hold for no item.</summary>
    public required IReadOnlyList<BackendRequest> Requests { get; init; }

    /// <summary>What becomes of each predicate, in their order.</summary>
    public required IReadOnlyList<PredicateRole> Roles { get; init; }

    /// <summary>How the requests are written.</summary>
    public WqlDialect Dialect { get; init; } = WqlDialect.Windows;

    /// <summary>What is sent, in its order: see <see cref="BackendRequest.Lines"/>.</summary>
    public IEnumerable<string> Lines => Requests.SelectMany(request => request.Lines(Dialect));

    /// <summary>How the backend orders the rows, for people; null if it does not.</summary>
    public string? Order => Requests is [BackendRequest.Query { Order.Count: > 0 } query]
        ? string.Join(", ", query.Order) + (query.First is { } first ? string.Format(CultureInfo.InvariantCulture, ", the first {0:N0}", first) : "")
        : null;

    /// <summary>Whether two requests may find one row.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>The members that are read of the rows on the way.</summary>
    public ItemMembers Members => Requests.Aggregate(ItemMembers.ItemPath, (members, request) => members | request.Members);

    public static AccessRoute Nothing(int conjuncts) => new()
    {
        Path = QueryAccessPath.Nothing,
        Requests = [],
        Roles = [.. Enumerable.Repeat(PredicateRole.Checked, conjuncts)],
    };

    /// <summary>The same way to rows that hold some members.</summary>
    public AccessRoute Selecting(ItemMembers members)
    {
        if (members == ItemMembers.All) return this;
        WqlProperty[] properties = [.. SelectList.Of(members)];
        return this with { Requests = [.. Requests.Select(request => request.Selecting(properties))] };
    }
}

/// <summary>Writes members as a select list: the key first, info objects whole.</summary>
internal static class SelectList
{
    public static IEnumerable<WqlProperty> Of(ItemMembers members) => ItemProperties.Instance.OfItem
        .Where(property => (members & property.Member) != 0)
        .Select(property => property.Property);
}
