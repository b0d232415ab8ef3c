namespace OfflineFiles.Sdk.Linq;

/// <summary>What goes with a query beside its expression: how it behaves, and what it is called by those who watch it. Immutable.</summary>
internal sealed record QuerySettings(QueryOptions Options, IReadOnlyList<string> Tags)
{
    public QuerySettings(QueryOptions options)
        : this(QueryOptionsValidator.Validate(options), []) => Given = options;

    /// <summary>The options as the caller has them, to be shown. What runs goes by the copy, which no caller can change.</summary>
    public QueryOptions Given { get; private init; } = Options;

    public QuerySettings With(QueryOptions options) => this with { Options = QueryOptionsValidator.Validate(Guard.NotNull(options)), Given = options };

    public QuerySettings Tagged(string tag)
    {
        if (string.IsNullOrWhiteSpace(Guard.NotNull(tag)))
            throw new InvalidOptionsException("tag", "The tag is blank, so it would tell nothing of the query. Name what the query is for.");
        return this with { Tags = [.. Tags, tag] };
    }
}
