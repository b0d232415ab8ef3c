namespace OfflineFiles.Sdk.Linq;

/// <summary>All that is decided about a query before it runs. Immutable; may be run any number of times, also at once.</summary>
internal sealed record QueryPlan
{
    public required RowAccess Access { get; init; }

    /// <summary>The predicates of the source, those that come after other operators, and those of the queries it is combined with.</summary>
    public required IReadOnlyList<PredicatePart> Predicates { get; init; }

    public required IReadOnlyList<ClientOperator> ClientOperators { get; init; }

    /// <summary>What makes one value of the rows; null when the rows are asked for.</summary>
    public required FoldFactory? Result { get; init; }

    /// <summary>Whether the rows of the backend are the rows of the query, as they come.</summary>
    public bool IsPassThrough => ClientOperators.Count == 0;

    public string ToWql() => Access.Path == QueryAccessPath.Nothing ? "" : Access.Wql.ToString();

    public string Describe() => Access.Path == QueryAccessPath.Nothing ? "its predicate holds for no item" : Access.Wql.ToString();

    public RowStage CreateStages(RowStage output, RowFlow flow)
    {
        var stage = output;
        for (var i = ClientOperators.Count - 1; i >= 0; i--) stage = ClientOperators[i].CreateStage(stage, flow);
        return stage;
    }

    public QueryExplanation Explain() => new(
        ToWql(),
        Access.Path,
        Access.Members,
        Array.AsReadOnly(Predicates.Select(part => part.Explain()).ToArray()),
        Array.AsReadOnly(ClientOperators.Select(step => step.ToString()).ToArray()));
}
