using OfflineFiles.Sdk.Linq.Explain;

namespace OfflineFiles.Sdk;

/// <summary>What a query does and where, found out without running it. Immutable. Made by <c>Explain()</c>.</summary>
public sealed class QueryExplanation
{
    internal QueryExplanation(QueryOptions options, IReadOnlyList<string> tags)
    {
        Options = options;
        Tags = tags;
    }

    /// <summary>The WQL the backend answers, or the one query that means the same as its <see cref="Requests"/>; empty when it is not asked.</summary>
    public string Wql { get; internal init; } = "";

    /// <summary>How the rows are reached.</summary>
    public QueryAccessPath AccessPath { get; internal init; } = QueryAccessPath.Nothing;

    /// <summary>
    /// What the backend is asked, one after the other, the next only when more rows are wanted: a query in WQL, a look-up
    /// (<c>look up \\srv\share\file</c>), or a walk (<c>walk below \\srv\share</c>), which is a query for the children of each container it meets.
    /// </summary>
    public IReadOnlyList<string> Requests { get; internal init; } = [];

    /// <summary>The members the rows hold at least.</summary>
    public ItemMembers Members { get; internal init; }

    /// <summary>The predicates that are joined by AND, in their order, and where each runs.</summary>
    public IReadOnlyList<PredicateExplanation> Predicates { get; internal init; } = [];

    /// <summary>What runs in the caller on the rows as they stream, in order; empty when nothing does.</summary>
    public IReadOnlyList<OperatorExplanation> ClientOperators { get; internal init; } = [];

    /// <summary>The options the query runs under.</summary>
    public QueryOptions Options { get; }

    /// <summary>What the query was tagged with, in order.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>The error that running the query raises before anything is read; null when it can run.</summary>
    public QueryTranslationException? Refusal { get; internal init; }

    /// <summary>Whether a part of a predicate runs in the caller.</summary>
    public bool HasResidual => Predicates.Any(predicate => predicate.ResidualBecause is not null);

    /// <summary>All of it as text of several lines, for people.</summary>
    public override string ToString() => ExplanationText.Of(this);
}
