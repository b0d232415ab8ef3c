using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Linq;

/// <summary>All that is decided about a query before it runs. Immutable; may be run any number of times, also at once.</summary>
internal sealed record QueryPlan
{
    /// <summary>What the backend is asked; for look-ups the query that means the same.</summary>
    public required WqlSelectQuery Wql { get; init; }

    public required QueryAccessPath AccessPath { get; init; }

    /// <summary>What is looked up, each path once.</summary>
    public required IReadOnlyList<UncPath> Keys { get; init; }

    public required ItemMembers Members { get; init; }

    public required IReadOnlyList<PredicatePart> Predicates { get; init; }

    public required IReadOnlyList<ClientOperator> ClientOperators { get; init; }

    /// <summary>What makes one value of the rows; null when the rows are asked for.</summary>
    public required QueryResult? Result { get; init; }

    public string ToWql() => AccessPath == QueryAccessPath.Nothing ? "" : Wql.ToString();

    public string Describe() => AccessPath == QueryAccessPath.Nothing ? "its predicate holds for no item" : Wql.ToString();

    public RowStage CreateStages(RowStage output)
    {
        var stage = output;
        for (var i = ClientOperators.Count - 1; i >= 0; i--) stage = ClientOperators[i].CreateStage(stage);
        return stage;
    }

    public QueryExplanation Explain() => new(
        ToWql(),
        AccessPath,
        Members,
        Array.AsReadOnly(Predicates.Select(part => part.Explain()).ToArray()),
        Array.AsReadOnly(ClientOperators.Select(step => step.Text).ToArray()));
}
