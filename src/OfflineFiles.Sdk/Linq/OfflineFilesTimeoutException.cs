using System.Globalization;

namespace OfflineFiles.Sdk;

/// <summary>Specifies how far a query has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QueryPhase>))]
public enum QueryPhase
{
    /// <summary>The backend has not accepted the query yet.</summary>
    Connect,

    /// <summary>The backend has accepted the query and has not answered yet.</summary>
    FirstRow,

    /// <summary>The backend has begun to answer, and there may be more rows.</summary>
    Drain,
}

/// <summary>
/// The exception that is thrown when a query does not end within <see cref="QueryOptions.Timeout"/>. The backend's stream is closed, or will be
/// as soon as the backend allows it.
/// </summary>
public sealed class OfflineFilesTimeoutException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="OfflineFilesTimeoutException"/> class.</summary>
    /// <param name="phase">The phase of the query when its time ended.</param>
    /// <param name="timeout">The time that the query had.</param>
    /// <param name="query">The query, as text.</param>
    /// <param name="backend">The backend, for example "Embedded (/var/cache)".</param>
    /// <param name="rowsRead">The number of rows that had come from the backend.</param>
    /// <param name="innerException">The cancellation that ended the wait; null if there was no cancellation.</param>
    public OfflineFilesTimeoutException(
        QueryPhase phase, TimeSpan timeout, string query, string backend, long rowsRead, Exception? innerException = null)
        : base($"{backend} was asked: {ReadableText.Of(query)}. {Happened(phase, timeout, rowsRead)} {Advice(phase)}", innerException)
    {
        Phase = phase;
        Timeout = timeout;
        Query = query;
        RowsRead = rowsRead;
    }

    /// <summary>The phase of the query when its time ended.</summary>
    public QueryPhase Phase { get; }

    /// <summary>The time that the query had, from its start.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>The query, as text.</summary>
    public string Query { get; }

    /// <summary>The number of rows that had come from the backend.</summary>
    public long RowsRead { get; }

    private static string Happened(QueryPhase phase, TimeSpan timeout, long rowsRead)
    {
        var time = timeout.ToString("c", CultureInfo.InvariantCulture);
        return phase switch
        {
            QueryPhase.Connect => $"Its time of {time} ended before the backend had taken the query up.",
            QueryPhase.FirstRow => $"Its time of {time} ended before the first row came.",
            _ => string.Format(CultureInfo.InvariantCulture, "Its time of {0} ended after {1} {2}, and there may be more.", time, rowsRead, rowsRead == 1 ? "row" : "rows"),
        };
    }

    private static string Advice(QueryPhase phase) => phase switch
    {
        QueryPhase.Connect => "See whether the backend can be reached, or give it more time with QueryOptions.Timeout.",
        QueryPhase.FirstRow => "See with Explain() how much of the cache it goes through and say where its items are, or give it more time with QueryOptions.Timeout.",
        _ => "Ask for fewer rows, be quicker with each or buffer them, or give it more time with QueryOptions.Timeout.",
    };
}
