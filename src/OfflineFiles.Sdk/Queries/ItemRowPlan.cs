using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Queries;

/// <summary>
/// A raw query over items, split as LINQ splits its own: items named by their paths are looked up, what the profile allows is pushed, and
/// the rest runs on the rows as they come. NULL stays the NULL of WQL throughout.
/// </summary>
internal sealed record ItemRowPlan(
    WqlSelectQuery Query, IReadOnlyList<UncPath>? Keys, Func<OfflineFilesItem, bool>? Residual, RowSelection? Selection)
{
    /// <summary>What the profile refused, and why.</summary>
    public IReadOnlyList<(WqlPredicate Predicate, string Reason)> Refused { get; init; } = [];

    /// <exception cref="QueryTranslationException">The select list names a property that items do not have.</exception>
    /// <exception cref="WqlEvaluationException">The predicate makes no sense over items.</exception>
    public static ItemRowPlan Make(WqlSelectQuery query, PushdownProfile profile)
    {
        var selection = RowSelection.Of(query, OfflineFilesSchema.Item);

        // All of it is compiled, also what is pushed, so that a predicate that makes no sense is refused the same way everywhere.
        var matches = query.Where is null ? null : WqlCompiler.Compile(query.Where, ItemProperties.Instance);
        var conjuncts = ConjunctsOf(query.Where);
        if (conjuncts.Select(KeyLookup.Read).FirstOrDefault(found => found is not null) is { } keys)
            return new ItemRowPlan(query, keys, matches, selection);

        var judge = new ConjunctJudge(profile);
        var pushed = new List<WqlPredicate>();
        var refused = new List<(WqlPredicate Predicate, string Reason)>();
        foreach (var conjunct in conjuncts)
        {
            if (judge.Judge(conjunct).Reason is { } reason) refused.Add((conjunct, reason));
            else pushed.Add(conjunct);
        }

        var rest = refused.ConvertAll(part => part.Predicate);

        var asked = new WqlSelectQuery(
            OfflineFilesSchema.Item.Name,
            pushed.Count == 0 ? null : WqlPredicate.And(pushed),
            selection is null || !profile.SupportsSelectList ? null : SelectList.Of(MembersOf(query, rest)));
        var residual = rest.Count == 0 ? null : WqlCompiler.Compile(WqlPredicate.And(rest), ItemProperties.Instance);
        return new ItemRowPlan(asked, null, residual, selection) { Refused = refused };
    }

    /// <summary>The plan of a query if it is one over items; null for all others.</summary>
    /// <exception cref="QueryTranslationException">The select list names a property that items do not have.</exception>
    /// <exception cref="WqlEvaluationException">The predicate makes no sense over items.</exception>
    public static ItemRowPlan? TryMake(WqlQuery query, PushdownProfile profile) =>
        query is WqlSelectQuery select && OfflineFilesSchema.Find(select.ClassName) == OfflineFilesSchema.Item ? Make(select, profile) : null;

    /// <summary>Does what the options say of the part that will not run at the backend, if the query is one over items.</summary>
    /// <exception cref="QueryTranslationException">There is one and the options forbid it.</exception>
    public static void CheckOptions(WqlQuery query, PushdownProfile profile, QueryOptions options)
    {
        if (options.ClientEvaluation == ClientEvaluation.Allow || TryMake(query, profile) is not { } plan) return;
        if (plan.Refusal(query, options) is { } refusal) throw refusal;
        foreach (var (predicate, reason) in plan.Refused)
            ClientEvaluationPolicy.Warn(predicate.ToString(), reason, query.ToString(), options);
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
