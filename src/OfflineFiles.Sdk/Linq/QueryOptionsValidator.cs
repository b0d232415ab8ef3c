using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Linq;

/// <summary>Refuses query options that make no sense, all that is wrong in one message.</summary>
internal static class QueryOptionsValidator
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(49);

    /// <summary>Returns a copy of the options if they have no fault.</summary>
    public static QueryOptions Validate(QueryOptions options)
    {
        var faults = new OptionFaults(nameof(QueryOptions));
        Require(options.ClientEvaluation is >= ClientEvaluation.Allow and <= ClientEvaluation.Throw,
            nameof(options.ClientEvaluation), options.ClientEvaluation, "which is none of its values. Use Allow, Warn or Throw.");
        Require(options.Timeout == Timeout.InfiniteTimeSpan || (options.Timeout > TimeSpan.Zero && options.Timeout <= LongestTimeout),
            nameof(options.Timeout), options.Timeout,
            "which no query can be held to. Use more than zero and at most 49 days, or Timeout.InfiniteTimeSpan.");
        Require(options.Buffering is >= QueryBuffering.Streamed and <= QueryBuffering.Buffered,
            nameof(options.Buffering), options.Buffering, "which is none of its values. Use Streamed or Buffered.");
        Require(options.PageSize is null or >= 1,
            nameof(options.PageSize), options.PageSize, "which holds no row. Use at least 1, or null to leave it to the backend.");
        Require(options.Logger is not null,
            nameof(options.Logger), "null", "so there is nothing to log to. Use NullLogger.Instance to log nowhere.");
        Require(options.TimeProvider is not null,
            nameof(options.TimeProvider), "null", "so there is no clock. Use TimeProvider.System.");
        Require(options.Translations is not null && !options.Translations.Contains(null!),
            nameof(options.Translations), options.Translations is null ? "null" : "a list with null in it",
            "which means no method. Use an empty list for none.");
        faults.ThrowIfAny();
        return options with { Translations = [.. options.Translations!] };

        void Require(bool holds, string member, object? value, string fault) =>
            faults.Require(holds, member, FormattableString.Invariant($"is {value}, {fault}"));
    }
}
