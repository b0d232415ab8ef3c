using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>How a query reaches its rows: what the backend is asked, and what is left to check on each row that comes. Immutable.</summary>
internal sealed record RowAccess
{
    public required RowRoute Route { get; init; }

    /// <summary>What the rows hold at least.</summary>
    public required ItemMembers Members { get; init; }

    /// <summary>The predicates joined by AND, each with its verdict.</summary>
    public required IReadOnlyList<PredicatePart> Predicates { get; init; }

    /// <summary>One query that finds the rows of all requests; made each time it is asked for.</summary>
    public WqlSelectQuery Wql
    {
        get
        {
            var pushed = Predicates.Where(part => part.Pushed is not null).Select(part => part.Pushed!).ToList();
            return new WqlSelectQuery(
                OfflineFilesSchema.Item.Name,
                pushed.Count == 0 ? null : WqlPredicate.And(pushed),
                Members == ItemMembers.All ? null : SelectList.Of(Members));
        }
    }

    public QueryAccessPath Path => Route.Path;

    public IReadOnlyList<RowRequest> Requests => Route.Requests;

    public IEnumerable<PredicatePart> Residual => Predicates.Where(part => part.RunsInCaller);
}
