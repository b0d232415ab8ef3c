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

/// <summary>Refuses query options that make no sense, all that is wrong in one message.</summary>
internal static class QueryOptionChecks
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(49);

    public static QueryOptions Check(QueryOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0
            ? options
            : throw new InvalidOptionsException(string.Join(", ", faults.Select(fault => fault.Option)), string.Join(" ", faults.Select(fault => fault.Message)));
    }

    private static IEnumerable<(string Option, string Message)> Faults(QueryOptions options)
    {
        if (options.ClientEvaluation is < ClientEvaluation.Allow or > ClientEvaluation.Throw)
            yield return Fault(nameof(QueryOptions.ClientEvaluation), options.ClientEvaluation, "which is none of its values", "Use Allow, Warn or Throw.");
        if (options.Timeout != Timeout.InfiniteTimeSpan && (options.Timeout <= TimeSpan.Zero || options.Timeout > LongestTimeout))
            yield return Fault(nameof(QueryOptions.Timeout), options.Timeout, "which no query can be held to", "Use more than zero and at most 49 days, or Timeout.InfiniteTimeSpan.");
        if (options.Buffering is < QueryBuffering.Streamed or > QueryBuffering.Buffered)
            yield return Fault(nameof(QueryOptions.Buffering), options.Buffering, "which is none of its values", "Use Streamed or Buffered.");
        if (options.PageSize < 1)
            yield return Fault(nameof(QueryOptions.PageSize), options.PageSize, "which holds no row", "Use at least 1, or null to leave it to the backend.");
        if (options.Logger is null)
            yield return Fault(nameof(QueryOptions.Logger), "null", "so there is nothing to log to", "Use NullLogger.Instance to log nowhere.");
        if (options.TimeProvider is null)
            yield return Fault(nameof(QueryOptions.TimeProvider), "null", "so there is no clock", "Use TimeProvider.System.");
        if (options.Translations is null || options.Translations.Contains(null!))
            yield return Fault(nameof(QueryOptions.Translations), options.Translations is null ? "null" : "a list with null in it", "which means no method", "Use an empty list for none.");
    }

    private static (string Option, string Message) Fault(string name, object? value, string fault, string advice) =>
        ($"QueryOptions.{name}", FormattableString.Invariant($"QueryOptions.{name} is {value}, {fault}. {advice}"));
}
