using System.Runtime.Serialization;
using OfflineFiles.Sdk.Linq.Explain;

namespace OfflineFiles.Sdk;

/// <summary>Explains what a query does and where, without running it. Immutable. Created by <c>Explain()</c>.</summary>
[DataContract]
[JsonConverter(typeof(QueryExplanationJsonConverter))]
public sealed partial class QueryExplanation
{
    internal QueryExplanation(QueryOptions options, IReadOnlyList<string> tags)
    {
        Options = options;
        Tags = tags;
    }

    /// <summary>What is sent to the backend: the <see cref="Requests"/>, one a line; empty if the backend is not asked.</summary>
    [DataMember]
    public string Wql => string.Join("\n", Requests);

    /// <summary>The way in which the rows are reached.</summary>
    [DataMember]
    public QueryAccessPath AccessPath { get; internal init; } = QueryAccessPath.Nothing;

    /// <summary>
    /// What is sent to the backend, text for text, in the order in which it is sent; the next only if more rows are needed. A text is a query in WQL,
    /// or the path of an object that is looked up: <c>Win32_OfflineFilesItem.ItemPath="\\\\srv\\share"</c>. After the first query of a walk comes a
    /// line that says what follows: <c>then the same for each directory found</c>.
    /// </summary>
    [DataMember]
    public IReadOnlyList<string> Requests { get; internal init; } = [];

    /// <summary>The members that the rows hold at least.</summary>
    [DataMember]
    public ItemMembers Members { get; internal init; }

    /// <summary>The predicates that are joined by AND, in their order, and where each runs.</summary>
    [DataMember]
    public IReadOnlyList<PredicateExplanation> Predicates { get; internal init; } = [];

    /// <summary>The operators that run in the caller on the rows as they stream, in order; can be empty.</summary>
    [DataMember]
    public IReadOnlyList<OperatorExplanation> ClientOperators { get; internal init; } = [];

    /// <summary>
    /// The order in which the backend returns the rows, such as <c>FileSysInfo.LocalSize descending, the first 10</c>; null if the query asks for none
    /// or the caller sorts.
    /// </summary>
    [DataMember]
    public string? BackendOrder { get; internal init; }

    /// <summary>
    /// The value that the backend makes of all rows itself, such as <c>Count</c> or <c>Sum of FileSysInfo.LocalSize</c>, so that no row is returned;
    /// null if rows are.
    /// </summary>
    [DataMember]
    public string? BackendResult { get; internal init; }

    /// <summary>
    /// The values that can be null in the query and are the default of their type where they leave it, such as
    /// <c>i.FileSysInfo.LocalSize becomes 0</c>; can be empty.
    /// </summary>
    [DataMember]
    public IReadOnlyList<string> NullDefaults { get; internal init; } = [];

    /// <summary>The options of the query.</summary>
    [DataMember]
    public QueryOptions Options { get; }

    /// <summary>The tags of the query, in order.</summary>
    [DataMember]
    public IReadOnlyList<string> Tags { get; }

    /// <summary>The exception that running the query throws before anything is read; null if the query can run.</summary>
    public QueryTranslationException? Refusal { get; internal init; }

    // What a serializer of data contracts writes of the exception; Newtonsoft.Json goes by them too.
    [DataMember(Name = nameof(Refusal))]
    private RecordedError? WrittenRefusal => RecordedError.Of(Refusal);

    /// <summary>True if a part of a predicate runs in the caller.</summary>
    [DataMember]
    public bool HasResidual => Predicates.Any(predicate => predicate.ResidualBecause is not null);

    /// <summary>Returns the whole explanation as text of several lines, for people.</summary>
    public override string ToString() => ExplanationText.Of(this);
}
