using System.Globalization;
using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>Decides by what requests the rows are reached that satisfy predicates of WQL joined by AND. See Decisions/0009-access-paths.md.</summary>
internal sealed class AccessRoutePlanner(PushdownProfile profile)
{
    // Beyond this many, one pass through the cache is the better way.
    private const int MaximumRequests = 256;

    private readonly CachePlaceFinder _finder = new(profile);

    public AccessRoute Plan(IReadOnlyList<WqlPredicate> conjuncts)
    {
        var route = Find(conjuncts);
        return route.Dialect == profile.Dialect ? route : route with { Dialect = profile.Dialect };
    }

    private AccessRoute Find(IReadOnlyList<WqlPredicate> conjuncts)
    {
        var places = new CachePlaceSet?[conjuncts.Count];
        for (var i = 0; i < places.Length; i++) places[i] = _finder.Find(conjuncts[i]);
        var target = places.Aggregate((CachePlaceSet?)null, CachePlaceSet.Intersection);
        if (target is { Count: 0 }) return AccessRoute.Nothing(conjuncts.Count);

        var isWithinReach = target is { Count: <= MaximumRequests };
        if (isWithinReach && target!.Kind == CachePlaceKind.Item) return ByPlace(conjuncts, places, target);

        var judge = new ConjunctJudge(profile);
        var roles = new PredicateRole[conjuncts.Count];
        Judge(isLeader: true);
        Judge(isLeader: false);
        var reached = target is null ? null : places.Where((_, i) => roles[i] == PredicateRole.Answered).Aggregate((CachePlaceSet?)null, CachePlaceSet.Intersection);
        if (reached is not null) return ByQuery(conjuncts, roles, reached);
        if (isWithinReach) return ByPlace(conjuncts, places, target!);
        if (InChunks(conjuncts, places, roles, judge.TermsLeft) is { } chunks) return chunks;
        if (target is not null) GiveUp(target);
        return ByQuery(conjuncts, roles, null);

        // The terms of a query are for what sends it somewhere, before what only filters.
        void Judge(bool isLeader)
        {
            for (var i = 0; i < roles.Length; i++)
                if (places[i] is not null == isLeader) roles[i] = RoleOf(judge.Judge(conjuncts[i]));
        }

        // What keeps such a predicate from the backend is that it names so many places, not what is said of each.
        void GiveUp(CachePlaceSet beyondReach)
        {
            for (var i = 0; i < roles.Length; i++)
                if (roles[i].Reason is not null && places[i] is { } place && beyondReach.IsWithin(place)) roles[i] = PredicateRole.Refused(TooMany(place.Count));
        }
    }

    private static string TooMany(int places) => string.Format(
        CultureInfo.InvariantCulture, "it names {0:N0} places in the cache, and beyond {1} of them one pass through the cache is quicker", places, MaximumRequests);

    private static AccessRoute ByQuery(IReadOnlyList<WqlPredicate> conjuncts, PredicateRole[] roles, CachePlaceSet? reached) => new()
    {
        Path = PathTo(reached),
        Requests = [Query(Answered(conjuncts, roles))],
        Roles = roles,
    };

    /// <summary>One request for each place. What is looked up or walked to is not filtered on the way.</summary>
    private AccessRoute ByPlace(IReadOnlyList<WqlPredicate> conjuncts, CachePlaceSet?[] places, CachePlaceSet target)
    {
        var judge = new ConjunctJudge(profile, reservedTerms: 1);
        var areQueries = target.Places.All(IsAskedFor);
        PredicateRole[] roles = [.. conjuncts.Select((conjunct, i) =>
            places[i] is { } place && target.IsWithin(place) ? SaysPath(conjunct) ? PredicateRole.Divided : PredicateRole.Leading
            : areQueries ? RoleOf(judge.Judge(conjunct))
            : PredicateRole.Checked)];
        var answered = Answered(conjuncts, roles);
        BackendRequest[] requests = [.. target.Places.Select(place => RequestFor(place, answered))];
        return new AccessRoute
        {
            Path = requests.Any(request => request is BackendRequest.Walk) ? QueryAccessPath.Walk : PathTo(target),
            Requests = requests,
            Roles = roles,
            MayRepeat = target.MayOverlap,
        };
    }

    /// <summary>A disjunction of more terms than a query takes becomes several queries, unless each of them would be a pass through the cache.</summary>
    private AccessRoute? InChunks(IReadOnlyList<WqlPredicate> conjuncts, CachePlaceSet?[] places, PredicateRole[] roles, int termsLeft)
    {
        if (profile.SearchesOnlyByPath || AreAnswered(roles)) return null;
        var index = LeadersFirst(places)
            .Where(i => roles[i].Reason is not null && conjuncts[i] is WqlOr && profile.Judge(conjuncts[i]).IsAllowed)
            .DefaultIfEmpty(-1)
            .First();
        if (index < 0) return null;
        var disjunction = (WqlOr)conjuncts[index];
        if (DisjunctionChunks.Of(disjunction, termsLeft) is not { Count: <= MaximumRequests } chunks) return null;
        var answered = Answered(conjuncts, roles);
        return new AccessRoute
        {
            Path = PathTo(places[index]),
            Requests = [.. chunks.Select(chunk => Query([chunk, .. answered]))],
            Roles = [.. roles.Select((role, i) => i == index ? PredicateRole.Divided : role)],
            MayRepeat = !DisjunctionChunks.AreApart(disjunction),
        };
    }

    private BackendRequest RequestFor(CachePlace place, IEnumerable<WqlPredicate> answered) => place.Kind == CachePlaceKind.Item
        ? new BackendRequest.Lookup(place.Path)
        : IsAskedFor(place) ? Query([place.Condition, .. answered]) : new BackendRequest.Walk(place.Path);

    private bool IsAskedFor(CachePlace place) => place.Kind != CachePlaceKind.Item && profile.Judge(place.Condition).IsAllowed;

    // What is looked up has the path that it was looked up by: where the predicate says that very text, nothing is left to check.
    private static bool SaysPath(WqlPredicate predicate) => predicate switch
    {
        WqlOr any => any.Operands.All(SaysPath),
        WqlComparison { Operator: WqlComparisonOperator.Equal } equality => equality.Property == CachePlace.ItemPath
            && equality.Constant.TryGetString(out var text) && UncPath.TryParse(text, out var path) && path.ToString() == text,
        _ => false,
    };

    private static IEnumerable<int> LeadersFirst(CachePlaceSet?[] places) => Enumerable.Range(0, places.Length).OrderBy(i => places[i] is null);

    private static BackendRequest.Query Query(IReadOnlyList<WqlPredicate> where) =>
        new BackendRequest.Query(new WqlSelectQuery(OfflineFilesSchema.Item.Name, where.Count == 0 ? null : WqlPredicate.And(where)));

    private static IReadOnlyList<WqlPredicate> Answered(IReadOnlyList<WqlPredicate> conjuncts, PredicateRole[] roles) =>
        AreAnswered(roles) ? conjuncts : [.. conjuncts.Where((_, i) => roles[i] == PredicateRole.Answered)];

    private static bool AreAnswered(PredicateRole[] roles) => Array.TrueForAll(roles, role => role.IsPushed && !role.RunsInCaller);

    private static PredicateRole RoleOf(PushdownVerdict verdict) => verdict.Reason is { } reason ? PredicateRole.Refused(reason) : PredicateRole.Answered;

    private static QueryAccessPath PathTo(CachePlaceSet? places) => places?.Kind switch
    {
        null => QueryAccessPath.Scan,
        CachePlaceKind.Item => QueryAccessPath.KeyLookup,
        CachePlaceKind.Children => QueryAccessPath.Children,
        _ => QueryAccessPath.Subtree,
    };
}

/// <summary>Cuts a disjunction that is too long for one query into several that are not.</summary>
internal static class DisjunctionChunks
{
    /// <summary>The pieces, of a number of terms at most; null if one operand alone has more.</summary>
    public static IReadOnlyList<WqlPredicate>? Of(WqlOr disjunction, int maximumTerms)
    {
        var chunks = new List<WqlPredicate>();
        var chunk = new List<WqlPredicate>();
        var terms = 0;
        foreach (var operand in disjunction.Operands)
        {
            if (operand.TermCount > maximumTerms) return null;
            if (terms + operand.TermCount > maximumTerms)
            {
                chunks.Add(WqlPredicate.Or(chunk));
                chunk.Clear();
                terms = 0;
            }

            chunk.Add(operand);
            terms += operand.TermCount;
        }

        chunks.Add(WqlPredicate.Or(chunk));
        return chunks;
    }

    /// <summary>Whether no row satisfies two operands: each wants another text of one property.</summary>
    public static bool AreApart(WqlOr disjunction)
    {
        var property = (disjunction.Operands[0] as WqlComparison)?.Property;
        var texts = new HashSet<string>(WqlText.Comparer);
        return disjunction.Operands.All(operand => operand is WqlComparison { Operator: WqlComparisonOperator.Equal } equality
            && equality.Property == property
            && equality.Constant.TryGetString(out var text)
            && texts.Add(text));
    }
}
