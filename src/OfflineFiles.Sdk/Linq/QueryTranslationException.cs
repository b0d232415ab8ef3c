namespace OfflineFiles.Sdk;

/// <summary>The exception that is thrown when a query cannot run, or not in the way that its options demand. Nothing was read.</summary>
public sealed class QueryTranslationException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="QueryTranslationException"/> class.</summary>
    /// <param name="expression">The part of the query that is at fault, as text.</param>
    /// <param name="reason">The reason, as the end of a sentence.</param>
    /// <param name="advice">What to write instead, as a whole sentence; null if there is no advice.</param>
    /// <param name="query">The whole query, as text; null if the part at fault is the whole query.</param>
    /// <param name="innerException">The error that a part of the query raised when it was evaluated; null if there was no such error.</param>
    public QueryTranslationException(
        string expression, string reason, string? advice = null, string? query = null, Exception? innerException = null)
        : base(
            $"'{ReadableText.Of(expression)}' cannot be part of this query, because {ReadableText.Of(reason)}."
            + $"{(advice is null ? "" : " " + ReadableText.Of(advice))}{(query is null ? "" : $" The query: {ReadableText.Of(query)}")}",
            innerException)
    {
        Expression = expression;
        Reason = ReadableText.Of(reason);
        Advice = advice is null ? null : ReadableText.Of(advice);
    }

    /// <summary>The part of the query that is at fault, as text.</summary>
    public string Expression { get; }

    /// <summary>The reason why it cannot be part of the query, as the end of a sentence.</summary>
    public string Reason { get; }

    /// <summary>What to write instead; null if there is no advice.</summary>
    public string? Advice { get; }
}
