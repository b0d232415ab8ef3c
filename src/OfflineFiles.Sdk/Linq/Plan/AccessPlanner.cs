using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Decides how the rows are reached that satisfy some predicates joined by AND, and what is left of these for the caller.</summary>
internal sealed class AccessPlanner(PushdownProfile profile)
{
    /// <param name="conjuncts">The predicates, translated.</param>
    /// <param name="readByCaller">The members that are read of a row after the predicates.</param>
    public RowAccess Plan(IReadOnlyList<PredicatePart> conjuncts, ItemMembers readByCaller)
    {
        if (conjuncts.Any(part => part.Translation.Constant == false)) return Access(RowRoute.Nothing(0), [], readByCaller);
        var parts = conjuncts.Where(part => part.Translation.Constant is null).ToList();
        var route = new RoutePlanner(profile).Plan([.. parts.SelectMany(part => Conjuncts(part))]);
        if (route.Path == QueryAccessPath.Nothing) return Access(route, [], readByCaller);

        var split = Split(parts, route.Roles);
        if (!profile.SupportsSelectList) return Access(route, split, ItemMembers.All);
        var members = split.Where(part => part.RunsInCaller).Aggregate(readByCaller | route.Members, (all, part) => all | MemberUsage.Of(part.Row, part.Body));
        return Access(route.Selecting(members), split, members);
    }

    private static RowAccess Access(RowRoute route, IReadOnlyList<PredicatePart> parts, ItemMembers members)
    {
        var pushed = parts.Where(part => part.Pushed is not null).Select(part => part.Pushed!).ToList();
        return new RowAccess
        {
            Route = route,
            Wql = new WqlSelectQuery(
                OfflineFilesSchema.Item.Name,
                pushed.Count == 0 ? null : WqlPredicate.And(pushed),
                members == ItemMembers.All ? null : SelectList.Of(members)),
            Members = members,
            Predicates = parts,
        };
    }

    private static IReadOnlyList<WqlPredicate> Conjuncts(PredicatePart part) => part.Translation.Wql switch
    {
        null => [],
        WqlAnd all => all.Operands,
        var one => [one],
    };

    private static List<PredicatePart> Split(List<PredicatePart> parts, IReadOnlyList<ConjunctRole> roles)
    {
        var next = 0;
        return parts.ConvertAll(part =>
        {
            var conjuncts = Conjuncts(part);
            var own = roles.Skip(next).Take(conjuncts.Count).ToList();
            next += own.Count;
            var pushed = conjuncts.Where((_, i) => own[i].IsPushed).ToList();
            return part with
            {
                Pushed = pushed.Count == 0 ? null : WqlPredicate.And(pushed),
                ResidualBecause = own.Select(role => role.Reason).FirstOrDefault(reason => reason is not null) ?? part.Translation.Reason,
                RunsInCaller = !part.Translation.IsExact || own.Exists(role => role.RunsInCaller),
            };
        });
    }
}
