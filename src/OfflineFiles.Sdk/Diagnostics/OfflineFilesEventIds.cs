namespace OfflineFiles.Sdk;

/// <summary>The ids of the events that are logged to <see cref="QueryOptions.Logger"/>. The ids do not change; the texts may.</summary>
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

    /// <summary>Information: a query that goes through the whole cache starts. <see cref="QueryOptions.RefuseFullScan"/> refuses these.</summary>
    public const int FullScan = 1005;
}
