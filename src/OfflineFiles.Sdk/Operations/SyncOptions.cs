using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk;

/// <summary>
/// The options of <see cref="OfflineFilesCache.SynchronizeAsync(UncPath, SyncOptions?, IProgress{OperationProgress}?, CancellationToken)"/>.
/// A call reads them while it runs: change them before, not meanwhile.
/// </summary>
public sealed record SyncOptions
{
    /// <summary>The default options: both directions; new items in pinned directories are pinned for the user; conflicts are recorded.</summary>
    public static SyncOptions Default { get; } = new();

    /// <summary>The directions and details.</summary>
    /// <value>Default: in, out, and new files in pinned directories are pinned for the user.</value>
    public SyncControlFlags Flags { get; set => field = Own(value); } =
        SyncControlFlags.SyncIn | SyncControlFlags.SyncOut | SyncControlFlags.PinNewFiles | SyncControlFlags.PinForUser;

    /// <summary>The policy for items that changed on both sides.</summary>
    /// <value>Default: <see cref="SyncConflictPolicy.Log"/>: nothing is overwritten.</value>
    public SyncConflictPolicy ConflictPolicy { get; set => field = Own(value); }

    // The default options are those of everybody.
    private T Own<T>(T value) => OptionFaults.Own(value, this, Default);
}
