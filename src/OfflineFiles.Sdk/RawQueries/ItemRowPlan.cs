using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Backends.Rows;
using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Explain;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>
/// A raw query over items, planned as LINQ plans its own: the rows are reached by the same routes, and what is left of the predicate runs
/// on the rows as they come. NULL stays the NULL of WQL throughout.
/// </summary>
internal sealed record ItemRowPlan(AccessRoute Route, Func<OfflineFilesItem, bool>? Residual, RowSelection? Selection)
{
    /// <summary>What the profile refused, and why.</summary>
    public IReadOnlyList<(WqlPredicate Predicate, string Reason)> Refused { get; init; } = [];

    /// <exception cref="QueryTranslationException">The query names a property that items do not have.</exception>
    /// <exception cref="WqlEvaluationException">The predicate makes no sense over items.</exception>
    public static ItemRowPlan Make(WqlSelectQuery query, PushdownProfile profile)
    {
        var selection = RowSelectionReader.Read(query, OfflineFilesSchema.Item);

        QueryNames.Check(query.Where, ItemProperties.Instance, property => QueryErrors.NoSuchProperty(property, OfflineFilesSchema.Item, query));

        // All of it is compiled, also what is pushed, so that a predicate that makes no sense is refused the same way everywhere.
        if (query.Where is not null) _ = WqlCompiler.Compile(query.Where, ItemProperties.Instance);
        var conjuncts = ConjunctsOf(query.Where);
        var route = new AccessRoutePlanner(profile).Plan(conjuncts);
        var rest = conjuncts.Where((_, i) => route.Roles[i].RunsInCaller).ToList();
        var residual = rest.Count == 0 ? null : WqlCompiler.Compile(WqlPredicate.And(rest), ItemProperties.Instance);
        if (selection is not null) route = route.Selecting(profile.Selects(route.Members | MembersOf(query, rest)));
        return new ItemRowPlan(route, residual, selection)
        {
            Refused = [.. conjuncts.Zip(route.Roles, (conjunct, role) => (conjunct, role.Reason!)).Where(part => part.Item2 is not null)],
        };
    }

    /// <summary>The plan of a query if it is one over items; null for all others.</summary>
    /// <exception cref="QueryTranslationException">The query names a property that items do not have.</exception>
    /// <exception cref="WqlEvaluationException">The predicate makes no sense over items.</exception>
    public static ItemRowPlan? TryMake(WqlQuery query, PushdownProfile profile) =>
        query is WqlSelectQuery select && OfflineFilesSchema.Find(select.ClassName) == OfflineFilesSchema.Item ? Make(select, profile) : null;

    /// <summary>Does what the options say of the part that will not run at the backend, if the query is one over items.</summary>
    /// <exception cref="QueryTranslationException">There is one and the options forbid it.</exception>
    public static void CheckOptions(WqlQuery query, PushdownProfile profile, QueryOptions options)
    {
        if (options.ClientEvaluation == ClientEvaluation.Allow || TryMake(query, profile) is not { } plan) return;
        if (plan.Refusal(query, options) is { } refusal) throw refusal;
        ClientEvaluationPolicy.Warn(plan.Refused.Select(part => (part.Predicate.ToString(), part.Reason)), query.ToString, options);
    }

    /// <returns>Null when the options let it run.</returns>
    public QueryTranslationException? Refusal(WqlQuery query, QueryOptions options) => Refused
        .Select(part => ClientEvaluationPolicy.Refusal(part.Predicate.ToString(), part.Reason, query.ToString(), options))
        .FirstOrDefault();

    public static IReadOnlyList<WqlPredicate> ConjunctsOf(WqlPredicate? where) => where switch
    {
        null => [],
        WqlAnd and => and.Operands,
        _ => [where],
    };

    private static ItemMembers MembersOf(WqlSelectQuery query, IEnumerable<WqlPredicate> residual) =>
        residual.Select(ItemProperties.Instance.MembersOf)
            .Concat(query.Properties.Select(ItemProperties.Instance.MemberOf))
            .Aggregate(ItemMembers.ItemPath, (members, member) => members | member);
}
