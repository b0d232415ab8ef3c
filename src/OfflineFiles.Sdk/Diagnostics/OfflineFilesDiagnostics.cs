namespace OfflineFiles.Sdk;

/// <summary>The names under which queries can be traced and measured with the standard listeners of .NET and OpenTelemetry.</summary>
/// <remarks>
/// <para>
/// Each run of a query has an activity with the tags below. It does not become the current activity, because the caller works between two rows.
/// </para>
/// <list type="bullet">
/// <item><c>db.system.name</c>: <c>offlinefiles</c>; <c>db.namespace</c>: what the backend looks at; <c>offlinefiles.backend</c>: its kind.</item>
/// <item><c>db.query.text</c>: the WQL, with the constants of the query in it.</item>
/// <item><c>offlinefiles.access_path</c>: see <see cref="QueryAccessPath"/>; <c>offlinefiles.tags</c>: the tags that <c>Tag()</c> added.</item>
/// <item><c>offlinefiles.rows_read</c>: rows that came from the backend; <c>db.response.returned_rows</c>: results handed to the caller.</item>
/// <item><c>error.type</c>: the type of the exception that ended the query; the status is then Error, except for a cancellation.</item>
/// </list>
/// <para>No activity is created and nothing is measured while there are no listeners.</para>
/// </remarks>
public static class OfflineFilesDiagnostics
{
    /// <summary>The name of the activity source: <c>OfflineFiles.Sdk</c>.</summary>
    public const string ActivitySourceName = "OfflineFiles.Sdk";

    /// <summary>The name of the meter: <c>OfflineFiles.Sdk</c>.</summary>
    public const string MeterName = "OfflineFiles.Sdk";

    /// <summary>The name of the activity of one run of a query.</summary>
    public const string QueryActivityName = "OfflineFiles.Query";

    /// <summary>Histogram, seconds: from the start of a query until it ends or is left; with <c>error.type</c> if it failed.</summary>
    public const string QueryDuration = "offlinefiles.query.duration";

    /// <summary>Histogram, seconds: from the start of a query until its first row has come from the backend.</summary>
    public const string TimeToFirstRow = "offlinefiles.query.time_to_first_row";

    /// <summary>Counter, rows: the rows that came from backends.</summary>
    public const string RowsRead = "offlinefiles.query.rows_read";

    /// <summary>Counter, rows: the results that were handed to callers.</summary>
    public const string RowsReturned = "offlinefiles.query.rows_returned";
}
