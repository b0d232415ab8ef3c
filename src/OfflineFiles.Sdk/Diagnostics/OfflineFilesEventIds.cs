namespace OfflineFiles.Sdk;

/// <summary>The ids of the events that are logged to <see cref="QueryOptions.Logger"/>. The ids do not change; the texts may.</summary>
/// <remarks>The events of operations go to the logger of the options of the cache.</remarks>
public static class OfflineFilesEventIds
{
    /// <summary>Debug: a query starts. The event has its text, access path and tags.</summary>
    public const int QueryStarting = 1000;

    /// <summary>Warning: a part of a predicate runs in the caller. The event has the reason. Only with <see cref="ClientEvaluation.Warn"/>.</summary>
    public const int ClientEvaluation = 1001;

    /// <summary>Debug: a query ended, or was left early. The event has the rows read, the results returned and the time it took.</summary>
    public const int QueryFinished = 1002;

    /// <summary>Error: a query failed, or its deadline passed. The event has the exception.</summary>
    public const int QueryFailed = 1003;

    /// <summary>Debug: a query was cancelled by its caller.</summary>
    public const int QueryCancelled = 1004;

    /// <summary>
    /// Debug: a query that goes through the whole cache starts. Questions about all items do, so it is no news in a log that is read every day;
    /// <see cref="QueryOptions.RefuseFullScan"/> refuses these queries where they are mistakes.
    /// </summary>
    public const int FullScan = 1005;

    /// <summary>Debug: an operation starts. The event has the number of paths asked for and the first ten.</summary>
    public const int OperationStarting = 1010;

    /// <summary>Information: an operation ended with a report. The event has the number of outcomes by status, the bytes and the time it took.</summary>
    public const int OperationFinished = 1011;

    /// <summary>
    /// Error: an operation failed as a whole: it threw, or its report has a code or says that open files prevented it. The event has the exception, if
    /// there is one.
    /// </summary>
    public const int OperationFailed = 1012;

    /// <summary>Information: an operation was cancelled by its caller. The event has what was done before.</summary>
    public const int OperationCancelled = 1013;

    /// <summary>Warning: an operation failed for an item. At most a hundred of one operation; then one event says how many more there are.</summary>
    public const int ItemFailed = 1014;

    /// <summary>Warning: an item is in conflict. At most a hundred of one operation; then one event says how many more there are.</summary>
    public const int ItemConflict = 1015;
}
