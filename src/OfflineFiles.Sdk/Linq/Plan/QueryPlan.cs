using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Execute;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Plan;

/// <summary>All that is decided about a query before it runs. Immutable; may be run any number of times, also at once.</summary>
internal sealed record QueryPlan
{
    public required RowAccess Access { get; init; }

    /// <summary>The predicates of the source, those that come after other operators, and those of the queries it is combined with.</summary>
    public required IReadOnlyList<PredicatePart> Predicates { get; init; }

    /// <summary>The queries that operators combine the rows with.</summary>
    public required IReadOnlyList<QueryPlan> Combined { get; init; }

    public required IReadOnlyList<ClientOperator> ClientOperators { get; init; }

    /// <summary>What makes one value of the rows; null when the rows are asked for.</summary>
    public required FoldFactory? Result { get; init; }

    /// <summary>Whether the rows of the backend are the rows of the query, as they come.</summary>
    public bool IsPassThrough => ClientOperators.Count == 0;

    private IEnumerable<string> Requests => Access.Route.Texts.Concat(Combined.SelectMany(plan => plan.Requests));

    public string ToWql() => Access.Path == QueryAccessPath.Nothing ? "" : Access.Wql.ToString(Access.Route.Dialect);

    public string Describe() => Access.Path == QueryAccessPath.Nothing ? "its predicate holds for no item" : ToWql();

    public RowStage CreateStages(RowStage output, RowFlow flow)
    {
        var stage = output;
        for (var i = ClientOperators.Count - 1; i >= 0; i--) stage = ClientOperators[i].CreateStage(stage, flow);
        return stage;
    }

    /// <returns>Why the options do not let it run; null when they do.</returns>
    public QueryTranslationException? Refusal(QueryOptions options) =>
        ClientEvaluationPolicy.Refusal(this, options)
        ?? FullScanPolicy.Refusal(this, options)
        ?? Combined.Select(plan => plan.Refusal(options)).FirstOrDefault(refusal => refusal is not null);

    public QueryExplanation Explain(QuerySettings settings) => new(settings.Options, settings.Tags)
    {
        Wql = ToWql(),
        AccessPath = Access.Path,
        Requests = Array.AsReadOnly(Requests.ToArray()),
        Members = Access.Members,
        Predicates = Array.AsReadOnly(Predicates.Select(part => part.Explain(settings.Options)).ToArray()),
        ClientOperators = Array.AsReadOnly(ClientOperators.Select(step => new OperatorExplanation(step.Text, step.Buffers)).ToArray()),
        Refusal = Refusal(settings.Options),
    };
}
