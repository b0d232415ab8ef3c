namespace OfflineFiles.Sdk.Linq;

/// <summary>All that is decided about a query before it runs. Immutable; may be run any number of times, also at once.</summary>
internal sealed record QueryPlan
{
    public required RowAccess Access { get; init; }

    /// <summary>The predicates of the source and those that come after other operators, in their order.</summary>
    public required IReadOnlyList<PredicatePart> Predicates { get; init; }

    public required IReadOnlyList<ClientOperator> ClientOperators { get; init; }

    /// <summary>What makes one value of the rows; null when the rows are asked for.</summary>
    public required QueryResult? Result { get; init; }

    public string ToWql() => Access.Path == QueryAccessPath.Nothing ? "" : Access.Wql.ToString();

    public string Describe() => Access.Path == QueryAccessPath.Nothing ? "its predicate holds for no item" : Access.Wql.ToString();

    public RowStage CreateStages(RowStage output)
    {
        var stage = output;
        for (var i = ClientOperators.Count - 1; i >= 0; i--) stage = ClientOperators[i].CreateStage(stage);
        return stage;
    }

    /// <returns>Why the options do not let it run; null when they do.</returns>
    public QueryTranslationException? Refusal(QueryOptions options) =>
        ClientEvaluationPolicy.Refusal(this, options) ?? FullScanPolicy.Refusal(this, options);

    public QueryExplanation Explain(QuerySettings settings) => new(settings.Options, settings.Tags)
    {
        Wql = ToWql(),
        AccessPath = Access.Path,
        Requests = Array.AsReadOnly(Access.Requests.Select(request => request.ToString()!).ToArray()),
        Members = Access.Members,
        Predicates = Array.AsReadOnly(Predicates.Select(part => part.Explain(settings.Options)).ToArray()),
        ClientOperators = Array.AsReadOnly(ClientOperators.Select(step => new OperatorExplanation(step.Text, step.HoldsAllRows)).ToArray()),
        Refusal = Refusal(settings.Options),
    };
}
