using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>Decides how the rows are reached that satisfy some predicates joined by AND, and what is left of these for the caller.</summary>
internal sealed class AccessPlanner(PushdownProfile profile)
{
    /// <param name="conjuncts">The predicates, translated.</param>
    /// <param name="readByCaller">The members that are read of a row after the predicates.</param>
    public QueryAccess Plan(IReadOnlyList<PredicatePart> conjuncts, ItemMembers readByCaller)
    {
        var parts = new List<PredicatePart>(conjuncts.Count);
        var asked = new List<WqlPredicate>(conjuncts.Count);
        foreach (var part in conjuncts)
        {
            if (part.Translation.Constant == false) return Access(AccessRoute.Nothing(0), [], readByCaller);
            if (part.Translation.Constant == true) continue;
            parts.Add(part);
            asked.AddRange(Conjuncts(part));
        }

        var route = new AccessRoutePlanner(profile).Plan(asked);
        if (route.Path == QueryAccessPath.Nothing) return Access(route, [], readByCaller);
        Split(parts, route.Roles);
        var members = readByCaller | route.Members;
        foreach (var part in parts)
            if (part.RunsInCaller) members |= MemberUsage.Of(part.Row, part.Body);
        members = profile.Selects(members);
        return Access(route.Selecting(members), parts, members);
    }

    private static QueryAccess Access(AccessRoute route, IReadOnlyList<PredicatePart> parts, ItemMembers members) =>
        new() { Route = route, Members = members, Predicates = parts };

    private static IReadOnlyList<WqlPredicate> Conjuncts(PredicatePart part) => part.Translation.Wql switch
    {
        null => [],
        WqlAnd all => all.Operands,
        var one => [one],
    };

    private static void Split(List<PredicatePart> parts, IReadOnlyList<PredicateRole> roles)
    {
        var next = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var conjuncts = Conjuncts(parts[i]);
            parts[i] = Split(parts[i], conjuncts, roles, next);
            next += conjuncts.Count;
        }
    }

    private static PredicatePart Split(PredicatePart part, IReadOnlyList<WqlPredicate> conjuncts, IReadOnlyList<PredicateRole> roles, int first)
    {
        var pushed = new List<WqlPredicate>(conjuncts.Count);
        var isLeading = false;
        var runsInCaller = !part.Translation.IsExact;
        string? reason = null;
        for (var i = 0; i < conjuncts.Count; i++)
        {
            var role = roles[first + i];
            if (role.IsPushed) pushed.Add(conjuncts[i]);
            isLeading |= role.IsLeading;
            runsInCaller |= role.RunsInCaller;
            reason ??= role.Reason;
        }

        return part with
        {
            Pushed = pushed.Count == conjuncts.Count ? part.Translation.Wql : pushed.Count == 0 ? null : WqlPredicate.And(pushed),
            IsLeading = isLeading,
            ResidualBecause = reason ?? part.Translation.Reason,
            RunsInCaller = runsInCaller,
        };
    }
}
