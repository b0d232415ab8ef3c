namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>What <see cref="IShare.RecoverAsync"/> found. The engine classifies the path anew in every case.</summary>
internal enum ShareRecovery
{
    /// <summary>No temporary file was left.</summary>
    NothingLeft,

    /// <summary>Leftovers were removed; the path was not touched.</summary>
    Cleaned,

    /// <summary>The version that stood there before (or one that came in between) was put back.</summary>
    PutBack,

    /// <summary>Two versions claim the path; the one that was set aside has a visible name of its own now (<see cref="RecoveredName"/>).</summary>
    KeptBeside,
}
