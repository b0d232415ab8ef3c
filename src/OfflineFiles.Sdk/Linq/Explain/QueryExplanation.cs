using OfflineFiles.Sdk.Linq.Explain;

namespace OfflineFiles.Sdk;

/// <summary>Explains what a query does and where, without running it. Immutable. Created by <c>Explain()</c>.</summary>
public sealed class QueryExplanation
{
    internal QueryExplanation(QueryOptions options, IReadOnlyList<string> tags)
    {
        Options = options;
        Tags = tags;
    }

    /// <summary>
    /// The WQL that the backend answers, or the one query that means the same as its <see cref="Requests"/>; empty if the backend is not asked.
    /// </summary>
    public string Wql { get; internal init; } = "";

    /// <summary>The way in which the rows are reached.</summary>
    public QueryAccessPath AccessPath { get; internal init; } = QueryAccessPath.Nothing;

    /// <summary>
    /// The requests to the backend, one after the other, the next only if more rows are needed: a query in WQL, a look-up
    /// (<c>look up \\srv\share\file</c>), or a walk (<c>walk below \\srv\share</c>), which is a query for the children of each container it meets.
    /// </summary>
    public IReadOnlyList<string> Requests { get; internal init; } = [];

    /// <summary>The members that the rows hold at least.</summary>
    public ItemMembers Members { get; internal init; }

    /// <summary>The predicates that are joined by AND, in their order, and where each runs.</summary>
    public IReadOnlyList<PredicateExplanation> Predicates { get; internal init; } = [];

    /// <summary>The operators that run in the caller on the rows as they stream, in order; can be empty.</summary>
    public IReadOnlyList<OperatorExplanation> ClientOperators { get; internal init; } = [];

    /// <summary>The options of the query.</summary>
    public QueryOptions Options { get; }

    /// <summary>The tags of the query, in order.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>The exception that running the query throws before anything is read; null if the query can run.</summary>
    public QueryTranslationException? Refusal { get; internal init; }

    /// <summary>True if a part of a predicate runs in the caller.</summary>
    public bool HasResidual => Predicates.Any(predicate => predicate.ResidualBecause is not null);

    /// <summary>Returns the whole explanation as text of several lines, for people.</summary>
    public override string ToString() => ExplanationText.Of(this);
}
