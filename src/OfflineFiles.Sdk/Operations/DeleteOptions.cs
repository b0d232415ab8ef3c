namespace OfflineFiles.Sdk;

/// <summary>
/// What <see cref="OfflineFilesCache.DeleteItemsAsync(UncPath, DeleteOptions?, IProgress{OperationProgress}?, CancellationToken)"/> deletes
/// from the cache. Immutable.
/// </summary>
public sealed record DeleteOptions
{
    /// <summary>Cached and pinned items, but none with unsynchronised changes.</summary>
    public static DeleteOptions Default { get; } = new();

    /// <summary>What to spare or to take.</summary>
    /// <value>Default: <see cref="DeleteFlags.None"/>.</value>
    public DeleteFlags Flags { get; init; }
}
