using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq.Access;

/// <summary>Decides by what requests the rows are reached that satisfy predicates of WQL joined by AND. See Decisions/0009-access-paths.md.</summary>
internal sealed class RoutePlanner(PushdownProfile profile)
{
    // Beyond this many, one pass through the cache is the better way.
    private const int MaximumRequests = 256;

    private readonly PlaceFinder _finder = new(profile);

    public RowRoute Plan(IReadOnlyList<WqlPredicate> conjuncts)
    {
        var route = Find(conjuncts);
        return route.Dialect == profile.Dialect ? route : route with { Dialect = profile.Dialect };
    }

    private RowRoute Find(IReadOnlyList<WqlPredicate> conjuncts)
    {
        var places = new PlaceSet?[conjuncts.Count];
        for (var i = 0; i < places.Length; i++) places[i] = _finder.Find(conjuncts[i]);
        var target = places.Aggregate((PlaceSet?)null, PlaceSet.Intersection);
        if (target is { Count: 0 }) return RowRoute.Nothing(conjuncts.Count);

        var isWithinReach = target is { Count: <= MaximumRequests };
        if (isWithinReach && target!.Kind == PlaceKind.Item) return ByPlace(conjuncts, places, target);

        var judge = new ConjunctJudge(profile);
        var roles = new ConjunctRole[conjuncts.Count];
        Judge(isLeader: true);
        Judge(isLeader: false);
        var reached = target is null ? null : places.Where((_, i) => roles[i] == ConjunctRole.Answered).Aggregate((PlaceSet?)null, PlaceSet.Intersection);
        if (reached is not null) return ByQuery(conjuncts, roles, reached);
        return isWithinReach ? ByPlace(conjuncts, places, target!) : InChunks(conjuncts, places, roles, judge.TermsLeft) ?? ByQuery(conjuncts, roles, null);

        // The terms of a query are for what sends it somewhere, before what only filters.
        void Judge(bool isLeader)
        {
            for (var i = 0; i < roles.Length; i++)
                if (places[i] is not null == isLeader) roles[i] = RoleOf(judge.Judge(conjuncts[i]));
        }
    }

    private static RowRoute ByQuery(IReadOnlyList<WqlPredicate> conjuncts, ConjunctRole[] roles, PlaceSet? reached) => new()
    {
        Path = PathTo(reached),
        Requests = [Query(Answered(conjuncts, roles))],
        Roles = roles,
    };

    /// <summary>One request for each place. What is looked up or walked to is not filtered on the way.</summary>
    private RowRoute ByPlace(IReadOnlyList<WqlPredicate> conjuncts, PlaceSet?[] places, PlaceSet target)
    {
        var judge = new ConjunctJudge(profile, reservedTerms: 1);
        var areQueries = target.Places.All(IsAskedFor);
        ConjunctRole[] roles = [.. conjuncts.Select((conjunct, i) =>
            places[i] is { } place && target.IsWithin(place) ? SaysPath(conjunct) ? ConjunctRole.Answered : ConjunctRole.Leading
            : areQueries ? RoleOf(judge.Judge(conjunct))
            : ConjunctRole.Checked)];
        var answered = Answered(conjuncts, roles);
        RowRequest[] requests = [.. target.Places.Select(place => RequestFor(place, answered))];
        return new RowRoute
        {
            Path = requests.Any(request => request is RowRequest.Walk) ? QueryAccessPath.Walk : PathTo(target),
            Requests = requests,
            Roles = roles,
            MayRepeat = target.MayOverlap,
        };
    }

    /// <summary>A disjunction of more terms than a query takes becomes several queries, unless each of them would be a pass through the cache.</summary>
    private RowRoute? InChunks(IReadOnlyList<WqlPredicate> conjuncts, PlaceSet?[] places, ConjunctRole[] roles, int termsLeft)
    {
        if (profile.SearchesOnlyByPath || AreAnswered(roles)) return null;
        var index = LeadersFirst(places)
            .Where(i => roles[i].Reason is not null && conjuncts[i] is WqlOr && profile.Judge(conjuncts[i]).IsAllowed)
            .DefaultIfEmpty(-1)
            .First();
        if (index < 0) return null;
        var disjunction = (WqlOr)conjuncts[index];
        if (TermChunks.Of(disjunction, termsLeft) is not { Count: <= MaximumRequests } chunks) return null;
        var answered = Answered(conjuncts, roles);
        return new RowRoute
        {
            Path = PathTo(places[index]),
            Requests = [.. chunks.Select(chunk => Query([chunk, .. answered]))],
            Roles = [.. roles.Select((role, i) => i == index ? ConjunctRole.Answered : role)],
            MayRepeat = !TermChunks.AreApart(disjunction),
        };
    }

    private RowRequest RequestFor(Place place, IEnumerable<WqlPredicate> answered) => place.Kind == PlaceKind.Item
        ? new RowRequest.Lookup(place.Path)
        : IsAskedFor(place) ? Query([place.Condition, .. answered]) : new RowRequest.Walk(place.Path);

    private bool IsAskedFor(Place place) => place.Kind != PlaceKind.Item && profile.Judge(place.Condition).IsAllowed;

    // What is looked up has the path that it was looked up by: where the predicate says that very text, nothing is left to check.
    private static bool SaysPath(WqlPredicate predicate) => predicate switch
    {
        WqlOr any => any.Operands.All(SaysPath),
        WqlComparison { Operator: WqlComparisonOperator.Equal } equality => equality.Property == Place.ItemPath
            && equality.Constant.TryGetString(out var text) && UncPath.TryParse(text, out var path) && path.ToString() == text,
        _ => false,
    };

    private static IEnumerable<int> LeadersFirst(PlaceSet?[] places) => Enumerable.Range(0, places.Length).OrderBy(i => places[i] is null);

    private static RowRequest.Query Query(IReadOnlyList<WqlPredicate> where) =>
        new RowRequest.Query(new WqlSelectQuery(OfflineFilesSchema.Item.Name, where.Count == 0 ? null : WqlPredicate.And(where)));

    private static IReadOnlyList<WqlPredicate> Answered(IReadOnlyList<WqlPredicate> conjuncts, ConjunctRole[] roles) =>
        AreAnswered(roles) ? conjuncts : [.. conjuncts.Where((_, i) => roles[i] == ConjunctRole.Answered)];

    private static bool AreAnswered(ConjunctRole[] roles) => Array.TrueForAll(roles, role => role.IsPushed && !role.RunsInCaller);

    private static ConjunctRole RoleOf(PushdownVerdict verdict) => verdict.Reason is { } reason ? ConjunctRole.Refused(reason) : ConjunctRole.Answered;

    private static QueryAccessPath PathTo(PlaceSet? places) => places?.Kind switch
    {
        null => QueryAccessPath.Scan,
        PlaceKind.Item => QueryAccessPath.KeyLookup,
        PlaceKind.Children => QueryAccessPath.Children,
        _ => QueryAccessPath.Subtree,
    };
}
