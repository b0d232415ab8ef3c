using OfflineFiles.Sdk.Linq.Access;
using OfflineFiles.Sdk.Linq.Semantics;

namespace OfflineFiles.Sdk.Linq.Operators;

/// <summary>All that is decided about a query before it runs. Immutable; may be run any number of times, also at once.</summary>
internal sealed record QueryPlan
{
    public required QueryAccess Access { get; init; }

    /// <summary>The predicates of the source, and those that come after other operators.</summary>
    public required IReadOnlyList<PredicatePart> OwnPredicates { get; init; }

    /// <summary>The queries that operators combine the elements with.</summary>
    public required IReadOnlyList<QueryPlan> Combined { get; init; }

    /// <summary>The values that may be null in the query and become a default where it ends; found out when they are asked for.</summary>
    public required Func<IEnumerable<NullLoss>> OwnLosses { get; init; }

    /// <summary>How deep queries are combined with queries that are combined with others.</summary>
    public required int Levels { get; init; }

    /// <summary>The plan, the plans that it is combined with, and all that those are combined with, in the order of the query.</summary>
    public IEnumerable<QueryPlan> AndCombined
    {
        get
        {
            var open = new Stack<QueryPlan>();
            open.Push(this);
            while (open.Count > 0)
            {
                var plan = open.Pop();
                yield return plan;
                for (var i = plan.Combined.Count - 1; i >= 0; i--) open.Push(plan.Combined[i]);
            }
        }
    }

    /// <summary>What is lost in all of these plans.</summary>
    public IEnumerable<NullLoss> Losses => AndCombined.SelectMany(plan => plan.OwnLosses());

    /// <summary>The predicates of all of these plans.</summary>
    public IEnumerable<PredicatePart> Predicates => AndCombined.SelectMany(plan => plan.OwnPredicates);

    public required IReadOnlyList<ClientOperator> ClientOperators { get; init; }

    /// <summary>What makes one value of the elements; null if the elements are asked for.</summary>
    public required FoldFactory? Result { get; init; }

    /// <summary>The value that the backend makes of the rows of its only request; null if the rows are read.</summary>
    public BackendAggregate? Aggregate { get; init; }

    /// <summary>Whether the rows of the backend are the elements of the query, as they come.</summary>
    public bool IsPassThrough => ClientOperators.Count == 0;

    /// <summary>All that is sent, those queries included that the elements are combined with, in the order in which it is sent.</summary>
    public IEnumerable<string> Requests => Combined.Count == 0 ? Access.Route.Lines : ElementFlow.SourcesOf(this).SelectMany(source => source.Route.Lines);

    public string ToWql() => string.Join("\n", Requests);

    /// <summary>What is sent, on one line, for those who read of the query among other things.</summary>
    public string Describe() => RequestList.Describe([.. Requests]);

    /// <summary>The same without what other queries send.</summary>
    public string DescribeSource() => RequestList.Describe([.. Access.Route.Lines]);

    public ElementStage CreateStages(ElementStage output, ElementFlow flow)
    {
        var stage = output;
        for (var i = ClientOperators.Count - 1; i >= 0; i--) stage = RoomStage.Before(ClientOperators[i].CreateStage(stage, flow));
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
