namespace OfflineFiles.Sdk;

/// <summary>
/// What <see cref="OfflineFilesCache.SynchronizeAsync(UncPath, SyncOptions?, IProgress{OperationProgress}?, CancellationToken)"/> does.
/// Immutable.
/// </summary>
public sealed record SyncOptions
{
    /// <summary>Both ways; what is new in pinned directories is pinned for the user; conflicts are recorded.</summary>
    public static SyncOptions Default { get; } = new();

    /// <summary>Directions and details.</summary>
    /// <value>Default: in, out, and new files in pinned directories are pinned for the user.</value>
    public SyncControlFlags Flags { get; init; } =
        SyncControlFlags.SyncIn | SyncControlFlags.SyncOut | SyncControlFlags.PinNewFiles | SyncControlFlags.PinForUser;

    /// <summary>What becomes of items that changed on both sides.</summary>
    /// <value>Default: <see cref="SyncConflictPolicy.Log"/>: nothing is overwritten.</value>
    public SyncConflictPolicy ConflictPolicy { get; init; }
}
