namespace OfflineFiles.Sdk;

/// <summary>The names under which queries can be traced and measured with the standard listeners of .NET and OpenTelemetry.</summary>
/// <remarks>
/// <para>An activity, one for each run of a query, carries the tags below. It is not made the current activity: between two rows the caller works.</para>
/// <list type="bullet">
/// <item><c>db.system.name</c>: <c>offlinefiles</c>; <c>db.namespace</c>: what the backend looks at; <c>offlinefiles.backend</c>: its kind.</item>
/// <item><c>db.query.text</c>: the WQL, with the constants of the query in it.</item>
/// <item><c>offlinefiles.access_path</c>: see <see cref="QueryAccessPath"/>; <c>offlinefiles.tags</c>: what <c>Tag()</c> said of it.</item>
/// <item><c>offlinefiles.rows_read</c>: rows that came from the backend; <c>db.response.returned_rows</c>: results handed to the caller.</item>
/// <item><c>error.type</c>: the type of the exception by which it ended; the status is then Error, except for a cancellation.</item>
/// </list>
/// <para>Nothing is made while nobody listens.</para>
/// </remarks>
public static class OfflineFilesDiagnostics
{
    /// <summary>The name of the activity source: <c>OfflineFiles.Sdk</c>.</summary>
    public const string ActivitySourceName = "OfflineFiles.Sdk";

    /// <summary>The name of the meter: <c>OfflineFiles.Sdk</c>.</summary>
    public const string MeterName = "OfflineFiles.Sdk";

    /// <summary>The name of the activity of one run of a query.</summary>
    public const string QueryActivityName = "OfflineFiles.Query";

    /// <summary>Histogram, seconds: from the moment a query is run until it ends or is left. With <c>error.type</c> when it failed.</summary>
    public const string QueryDuration = "offlinefiles.query.duration";

    /// <summary>Histogram, seconds: from the moment a query is run until its first row has come from the backend.</summary>
    public const string TimeToFirstRow = "offlinefiles.query.time_to_first_row";

    /// <summary>Counter, rows: how many came from backends.</summary>
    public const string RowsRead = "offlinefiles.query.rows_read";

    /// <summary>Counter, rows: how many results were handed to callers.</summary>
    public const string RowsReturned = "offlinefiles.query.rows_returned";
}
