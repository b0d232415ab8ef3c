namespace OfflineFiles.Sdk;

/// <summary>A query cannot run, or not the way its options demand. Nothing was read.</summary>
public sealed class QueryTranslationException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="QueryTranslationException"/> class.</summary>
    /// <param name="expression">The part of the query at fault, as text.</param>
    /// <param name="reason">Why, as the end of a sentence.</param>
    /// <param name="advice">What to write instead, as a whole sentence; null when there is nothing to advise.</param>
    /// <param name="query">The whole query, as text; null when it is the part at fault.</param>
    /// <param name="innerException">The error that a part of the query raised when it was evaluated; null when there was none.</param>
    public QueryTranslationException(
        string expression, string reason, string? advice = null, string? query = null, Exception? innerException = null)
        : base(
            $"'{expression}' cannot be part of this query, because {reason}.{(advice is null ? "" : " " + advice)}{(query is null ? "" : $" The query: {query}")}",
            innerException)
    {
        Expression = expression;
        Reason = reason;
        Advice = advice;
    }

    /// <summary>The part of the query at fault, as text.</summary>
    public string Expression { get; }

    /// <summary>Why it cannot be part of the query, as the end of a sentence.</summary>
    public string Reason { get; }

    /// <summary>What to write instead; null when there is nothing to advise.</summary>
    public string? Advice { get; }
}
