namespace OfflineFiles.Sdk;

/// <summary>What became of one path in an operation.</summary>
public enum OutcomeStatus
{
    /// <summary>It was carried out.</summary>
    Done = 0,

    /// <summary>There was nothing to do.</summary>
    Unchanged = 1,

    /// <summary>Both sides changed; recorded, nothing overwritten.</summary>
    Conflict = 2,

    /// <summary>Left alone on purpose: an option or a rule spared it; the message says which.</summary>
    Skipped = 3,

    /// <summary>It failed; the message says why. Nothing of it is half done.</summary>
    Failed = 4,

    /// <summary>The operation was cancelled before its turn.</summary>
    Cancelled = 5,
}
