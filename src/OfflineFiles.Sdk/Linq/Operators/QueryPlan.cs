using OfflineFiles.Sdk.Linq.Access;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>All that is decided about a query before it runs. Immutable; may be run any number of times, also at once.</summary>
internal sealed record QueryPlan
{
    public required QueryAccess Access { get; init; }

    /// <summary>The predicates of the source, those that come after other operators, and those of the queries it is combined with.</summary>
    public required IReadOnlyList<PredicatePart> Predicates { get; init; }

    /// <summary>The queries that operators combine the elements with.</summary>
    public required IReadOnlyList<QueryPlan> Combined { get; init; }

    public required IReadOnlyList<ClientOperator> ClientOperators { get; init; }

    /// <summary>What makes one value of the elements; null if the elements are asked for.</summary>
    public required FoldFactory? Result { get; init; }

    /// <summary>Whether the rows of the backend are the elements of the query, as they come.</summary>
    public bool IsPassThrough => ClientOperators.Count == 0;

    public string ToWql() => Access.Path == QueryAccessPath.Nothing ? "" : Access.Wql.ToString(Access.Route.Dialect);

    public string Describe() => Access.Path == QueryAccessPath.Nothing ? "its predicate holds for no item" : ToWql();

    public ElementStage CreateStages(ElementStage output, ElementFlow flow)
    {
        var stage = output;
        for (var i = ClientOperators.Count - 1; i >= 0; i--) stage = ClientOperators[i].CreateStage(stage, flow);
        return stage;
    }
}

/// <summary>An operator that runs in the caller: what it is called in Explain, written when that is asked for, and the stage it becomes for one run.</summary>
internal sealed record ClientOperator(Func<string> Write, Func<ElementStage, ElementFlow, ElementStage> CreateStage)
{
    public string Text => Write();

    /// <summary>Whether it passes on nothing before it has seen every element.</summary>
    public bool Buffers { get; init; }
}
