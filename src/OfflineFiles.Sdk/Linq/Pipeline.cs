using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Explain;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Observe;
using OfflineFiles.Sdk.Linq.Operators;
using OfflineFiles.Sdk.Linq.Translate;

namespace OfflineFiles.Sdk.Linq;

/// <summary>
/// The way of a query from the calls that made it to its rows. Its stages stand here in their order, a folder each, and a stage knows only those
/// before it. One for each cache and settings; it keeps nothing of a query. Immutable.
/// </summary>
/// <remarks>
/// The words: the backend is sent requests and answers with rows; what flows through the operators of the caller, first a row and then what was made
/// of it, is an element; what an operator such as Count makes of all of them is the result.
/// </remarks>
internal sealed class Pipeline(QuerySource source, QuerySettings settings) : IPlanStages
{
    private readonly TranslationInliner? _inliner = TranslationInliner.Of(settings.Options.Translations);

    public QuerySource Source => source;

    public bool HasTranslations => _inliner is not null;

    /// <summary>Normalize: what does not depend on the row becomes a constant, what can be written in several ways is written in one.</summary>
    public Expression Normalize(Expression body) => ExpressionNormalizer.Normalize(_inliner?.Inline(body) ?? body);

    /// <summary>Translate: a predicate becomes WQL that says the same, WQL that finds more, or a refusal with its reason.</summary>
    public PredicatePart Translate(ParameterExpression row, Expression predicate) =>
        new(row, predicate, new PredicateTranslator(row).Translate(predicate));

    /// <summary>Access: look-ups, children, subtree, walk, several queries or a scan. What the backend answers correctly, its profile says.</summary>
    public QueryAccess FindAccess(IReadOnlyList<PredicatePart> predicates, ItemMembers read) =>
        new AccessPlanner(source.Backend.Pushdown).Plan(predicates, read);

    public bool CanAggregate(WqlSelectQuery query, ItemAggregate aggregate, ItemProperty? property) =>
        source.Backend is IAggregateQueryBackend backend && backend.CanAggregate(query, aggregate, property);

    public bool CanOrder(WqlSelectQuery query, IReadOnlyList<ItemOrder> order) =>
        source.Backend is IOrderedQueryBackend backend && backend.CanOrder(query, order);

    /// <summary>Plan: the operators are read one after the other and call the stages above for their lambdas; the way to the rows is found last.</summary>
    /// <param name="chain">The calls.</param>
    /// <param name="result">What makes one value of the rows; null if the rows are asked for.</param>
    public QueryPlan Plan(QueryChain chain, QueryResult? result = null)
    {
        // That the cache is closed is told before what is wrong with the query.
        _ = source.Backend;
        var draft = PlanDraft.Read(chain, this);
        if (result is not null) return draft.Finish(result.Plan(draft));
        draft.Leave();
        return draft.Finish(result: null);
    }

    /// <summary>Explain: the plan is told instead of run.</summary>
    /// <param name="chain">The calls.</param>
    /// <param name="result">What makes one value of the rows; null if the rows are asked for.</param>
    public QueryExplanation Explain(QueryChain chain, QueryResult? result = null) => QueryExplainer.Explain(Plan(chain, result), settings);

    /// <summary>Execute: the plan is held against the options, and made ready to be run at the backend.</summary>
    /// <param name="chain">The calls.</param>
    /// <param name="result">What makes one value of the rows; null if the rows are asked for.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <exception cref="QueryTranslationException">The options do not let it run.</exception>
    public QueryRun Start(QueryChain chain, QueryResult? result, CancellationToken cancellationToken)
    {
        var backend = source.Backend;
        var options = settings.Options;
        var plan = Plan(chain, result);
        if (QueryPolicies.Refusal(plan, options) is { } refusal) throw refusal;
        ClientEvaluationPolicy.Warn(plan, options);
        var watch = QueryWatch.IsNeeded(options)
            ? new QueryWatch(new QueryFacts(plan.Describe(), plan.Access.Path, backend.Description, settings))
            : null;
        return new QueryRun(plan, backend, source, options, new RunScope(backend, watch, cancellationToken, source.Closed));
    }
}
