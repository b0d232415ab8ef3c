namespace OfflineFiles.Sdk;

/// <summary>What a query does and where, found out without running it. Immutable. Made by <c>Explain()</c>.</summary>
public sealed class QueryExplanation
{
    internal QueryExplanation(QueryOptions options, IReadOnlyList<string> tags)
    {
        Options = options;
        Tags = tags;
    }

    /// <summary>The WQL the backend answers. For a key look-up the query that means the same; empty when the backend is not asked.</summary>
    public string Wql { get; internal init; } = "";

    /// <summary>How the rows are reached.</summary>
    public QueryAccessPath AccessPath { get; internal init; } = QueryAccessPath.Nothing;

    /// <summary>What the backend is asked, one after the other, as text: queries in WQL, and look-ups of single items.</summary>
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
    public override string ToString() => Linq.ExplanationText.Of(this);
}
