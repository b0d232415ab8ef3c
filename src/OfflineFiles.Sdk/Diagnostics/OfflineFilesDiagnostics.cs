namespace OfflineFiles.Sdk;

/// <summary>
/// The names under which queries and operations can be traced and measured with the standard listeners of .NET and OpenTelemetry.
/// </summary>
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
/// <para>
/// Each operation has an activity named <see cref="OperationActivityPrefix"/> and the operation, for example <c>OfflineFiles.Pin</c>. It is the
/// current activity while the backend works. The calls of <see cref="CachedFiles"/> and <see cref="CacheConfiguration"/> have one too, for example
/// <c>OfflineFiles.Files.OpenRead</c> and <c>OfflineFiles.Configuration.PutMachine</c>.
/// </para>
/// <list type="bullet">
/// <item><c>db.system.name</c>, <c>db.namespace</c>, <c>offlinefiles.backend</c>: as for queries; <c>offlinefiles.operation</c>: the operation.</item>
/// <item>
/// <c>offlinefiles.paths</c>: the paths that were asked for, at most ten; <c>offlinefiles.path_count</c>: how many there were. Other items are
/// counted and not named.
/// </item>
/// <item><c>offlinefiles.items.done</c>, <c>.unchanged</c>, <c>.conflict</c>, <c>.skipped</c>, <c>.failed</c>, <c>.cancelled</c>: the outcomes.</item>
/// <item><c>offlinefiles.bytes</c>: the bytes moved for them; <c>offlinefiles.native_code</c>: the code of the operation, if it is not 0.</item>
/// <item>
/// <c>offlinefiles.result</c>: <c>Succeeded</c>, <c>Conflict</c> (nothing failed, and a person has to decide), <c>Failed</c> or <c>Cancelled</c>.
/// </item>
/// <item>
/// <c>error.type</c>, only of what failed: the type of the exception, or of the error of the first item that failed. The status is then Error. A
/// cancelled operation is no error.
/// </item>
/// </list>
/// <para>
/// The tags of measures are <c>offlinefiles.backend</c>, for queries <c>offlinefiles.access_path</c>, for operations
/// <c>offlinefiles.operation</c> and <c>offlinefiles.result</c>, and <c>error.type</c>. No measure has a path.
/// </para>
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

    /// <summary>What the name of the activity of an operation begins with; the name of the <see cref="OfflineFilesOperation"/> follows.</summary>
    public const string OperationActivityPrefix = "OfflineFiles.";

    /// <summary>Histogram, seconds: from the start of a query until it ends or is left; with <c>error.type</c> if it failed.</summary>
    public const string QueryDuration = "offlinefiles.query.duration";

    /// <summary>Histogram, seconds: from the start of a query until its first row has come from the backend.</summary>
    public const string TimeToFirstRow = "offlinefiles.query.time_to_first_row";

    /// <summary>Counter, rows: the rows that came from backends.</summary>
    public const string RowsRead = "offlinefiles.query.rows_read";

    /// <summary>Counter, rows: the results that were handed to callers.</summary>
    public const string RowsReturned = "offlinefiles.query.rows_returned";

    /// <summary>Histogram, seconds: from the start of an operation until its end; with <c>error.type</c> if it failed.</summary>
    public const string OperationDuration = "offlinefiles.operation.duration";

    /// <summary>Counter, items: the outcomes of operations; <c>offlinefiles.outcome</c> is their <see cref="OutcomeStatus"/>.</summary>
    public const string OperationItems = "offlinefiles.operation.items";

    /// <summary>Counter, bytes: the bytes that operations moved.</summary>
    public const string OperationBytes = "offlinefiles.operation.bytes";

    /// <summary>Counter, items: the items that operations found changed on both sides.</summary>
    public const string OperationConflicts = "offlinefiles.operation.conflicts";

    /// <summary>Counter, operations: those that failed, as a whole or for an item; with <c>error.type</c>.</summary>
    public const string OperationFailures = "offlinefiles.operation.failures";

    /// <summary>
    /// The boundaries that suit the histograms of seconds: from the ten microseconds of a look-up in the embedded store to the half hour of a large
    /// synchronisation.
    /// </summary>
    /// <remarks>
    /// From .NET 9 on the histograms advise them, and OpenTelemetry follows. On older frameworks there is no advice: add a view with these boundaries
    /// for <see cref="QueryDuration"/>, <see cref="TimeToFirstRow"/> and <see cref="OperationDuration"/>, or all falls into the first bucket.
    /// </remarks>
    public static IReadOnlyList<double> DurationBoundaries { get; } =
    [
        0.000_01, 0.000_025, 0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300,
        1800,
    ];
}
