namespace OfflineFiles.Sdk.Linq.Explain;

/// <summary>What is written of a <see cref="QueryExplanation"/>.</summary>
internal sealed class WrittenExplanation(QueryExplanation explanation)
{
    public string Wql => explanation.Wql;

    public QueryAccessPath AccessPath => explanation.AccessPath;

    public IReadOnlyList<string> Requests => explanation.Requests;

    public ItemMembers Members => explanation.Members;

    public IReadOnlyList<PredicateExplanation> Predicates => explanation.Predicates;

    public IReadOnlyList<OperatorExplanation> ClientOperators => explanation.ClientOperators;

    public string? BackendOrder => explanation.BackendOrder;

    public string? BackendResult => explanation.BackendResult;

    public IReadOnlyList<string> NullDefaults => explanation.NullDefaults;

    public QueryOptions Options => explanation.Options;

    public IReadOnlyList<string> Tags => explanation.Tags;

    public RecordedError? Refusal => RecordedError.Of(explanation.Refusal);

    public bool HasResidual => explanation.HasResidual;
}

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(WrittenExplanation))]
internal sealed partial class WrittenExplanationJson : JsonSerializerContext;
