namespace OfflineFiles.Sdk;

/// <summary>Specifies the outcome of an operation for one path.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OutcomeStatus>))]
public enum OutcomeStatus
{
    /// <summary>The operation was carried out.</summary>
    Done = 0,

    /// <summary>There was nothing to do.</summary>
    Unchanged = 1,

    /// <summary>Both sides changed; the conflict was recorded and nothing was overwritten.</summary>
    Conflict = 2,

    /// <summary>The item was left alone on purpose: an option or a rule spares it; the message says which.</summary>
    Skipped = 3,

    /// <summary>The operation failed for the path; the message says why. Nothing is half done.</summary>
    Failed = 4,

    /// <summary>The operation was cancelled before it reached the path.</summary>
    Cancelled = 5,
}
