namespace OfflineFiles.Sdk;

/// <summary>The numbers of what is logged to <see cref="QueryOptions.Logger"/>. They do not change; the texts may.</summary>
public static class OfflineFilesEventIds
{
    /// <summary>Debug: a query begins to run. With its text, access path and tags.</summary>
    public const int QueryStarting = 1000;

    /// <summary>Warning: a part of a predicate runs in the caller, with the reason. Only under <see cref="ClientEvaluation.Warn"/>.</summary>
    public const int ClientEvaluation = 1001;

    /// <summary>Debug: a query ended, or was left early. With rows read, results returned and the time it took.</summary>
    public const int QueryFinished = 1002;

    /// <summary>Error: a query failed, with the exception; also when its deadline passed.</summary>
    public const int QueryFailed = 1003;

    /// <summary>Debug: a query was cancelled by its caller.</summary>
    public const int QueryCancelled = 1004;

    /// <summary>Information: a query begins to run that goes through the whole cache; <see cref="QueryOptions.RefuseFullScan"/> refuses those.</summary>
    public const int FullScan = 1005;
}
