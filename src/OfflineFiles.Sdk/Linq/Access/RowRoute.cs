using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>The way to the rows that satisfy predicates of WQL joined by AND. Immutable.</summary>
internal sealed record RowRoute
{
    public required QueryAccessPath Path { get; init; }

    /// <summary>Asked one after the other; none when the predicates hold for no item.</summary>
    public required IReadOnlyList<RowRequest> Requests { get; init; }

    /// <summary>What becomes of each predicate, in their order.</summary>
    public required IReadOnlyList<ConjunctRole> Roles { get; init; }

    /// <summary>How the requests are written.</summary>
    public WqlDialect Dialect { get; init; } = WqlDialect.Windows;

    /// <summary>The requests as they are written.</summary>
    public IEnumerable<string> Texts => Requests.Select(request => request.ToString(Dialect));

    /// <summary>Whether two requests may find one row.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>The members that are read of the rows on the way.</summary>
    public ItemMembers Members => Requests.Aggregate(ItemMembers.ItemPath, (members, request) => members | request.Members);

    public static RowRoute Nothing(int conjuncts) => new()
    {
        Path = QueryAccessPath.Nothing,
        Requests = [],
        Roles = [.. Enumerable.Repeat(ConjunctRole.Checked, conjuncts)],
    };

    /// <summary>The same way to rows that hold some members.</summary>
    public RowRoute Selecting(ItemMembers members)
    {
        if (members == ItemMembers.All) return this;
        WqlProperty[] properties = [.. SelectList.Of(members)];
        return this with { Requests = [.. Requests.Select(request => request.Selecting(properties))] };
    }
}
