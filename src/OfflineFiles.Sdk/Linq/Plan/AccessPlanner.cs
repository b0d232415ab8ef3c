using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Decides how the rows are reached that satisfy some predicates joined by AND.</summary>
internal sealed class AccessPlanner(PushdownProfile profile)
{
    /// <param name="conjuncts">The predicates, translated.</param>
    /// <param name="readByCaller">The members that are read of a row after the predicates.</param>
    public RowAccess Plan(IReadOnlyList<PredicatePart> conjuncts, ItemMembers readByCaller)
    {
        if (conjuncts.Any(part => part.Translation.Constant == false)) return Nothing(readByCaller);
        var splitter = new PredicateSplitter(profile);
        var parts = conjuncts.Where(part => part.Translation.Constant is null).Select(splitter.Split).ToList();
        return ByKey(parts, readByCaller) ?? ByQuery(parts, readByCaller);
    }

    private static RowAccess Nothing(ItemMembers members) => new()
    {
        Path = QueryAccessPath.Nothing,
        Requests = [],
        Wql = new WqlSelectQuery(OfflineFilesSchema.Item.Name),
        Members = members,
        Predicates = [],
    };

    /// <summary>Turns the first predicate that names its items into look-ups; the others then run on what is found.</summary>
    private static RowAccess? ByKey(List<PredicatePart> parts, ItemMembers readByCaller)
    {
        var index = parts.FindIndex(part => KeyLookup.Read(part.Translation.Wql) is not null);
        if (index < 0) return null;
        var where = parts[index].Translation.Wql!;

        // Read again even by its own look-up: the constant may be spelled with a backslash at the end, which no item has.
        var checkedAgain = parts.Select((part, i) => i == index
            ? part with { Pushed = where, ResidualBecause = part.Translation.Reason, RunsInCaller = true }
            : part with { Pushed = null, RunsInCaller = true }).ToList();
        return new RowAccess
        {
            Path = QueryAccessPath.KeyLookup,
            Requests = [.. KeyLookup.Read(where)!.Select(key => new RowRequest.Lookup(key))],
            Wql = new WqlSelectQuery(OfflineFilesSchema.Item.Name, where),
            Members = Members(checkedAgain, readByCaller),
            Predicates = checkedAgain,
        };
    }

    private RowAccess ByQuery(List<PredicatePart> parts, ItemMembers readByCaller)
    {
        var pushed = parts.Where(part => part.Pushed is not null).Select(part => part.Pushed!).ToList();
        var members = profile.SupportsSelectList ? Members(parts, readByCaller) : ItemMembers.All;
        var wql = new WqlSelectQuery(
            OfflineFilesSchema.Item.Name,
            pushed.Count == 0 ? null : WqlPredicate.And(pushed),
            members == ItemMembers.All ? null : SelectList.Of(members));
        return new RowAccess
        {
            Path = Subtree.IsAmong(parts) ? QueryAccessPath.Subtree : QueryAccessPath.Scan,
            Requests = [new RowRequest.Query(wql)],
            Wql = wql,
            Members = members,
            Predicates = parts,
        };
    }

    private static ItemMembers Members(IEnumerable<PredicatePart> parts, ItemMembers readByCaller) => parts
        .Where(part => part.RunsInCaller)
        .Aggregate(readByCaller, (members, part) => members | MemberUsage.Of(part.Row, part.Body));
}
