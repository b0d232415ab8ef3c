using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk;

/// <summary>
/// The options of <see cref="OfflineFilesCache.DeleteItemsAsync(UncPath, DeleteOptions?, IProgress{OperationProgress}?, CancellationToken)"/>.
/// A call reads them while it runs: change them before, not meanwhile.
/// </summary>
public sealed record DeleteOptions
{
    /// <summary>The default options: delete cached and pinned items, but no items with unsynchronised changes.</summary>
    public static DeleteOptions Default { get; } = new();

    /// <summary>The items to spare or to include.</summary>
    /// <value>Default: <see cref="DeleteFlags.None"/>.</value>
    public DeleteFlags Flags { get; set => field = Own(value); }

    // The default options are those of everybody.
    private T Own<T>(T value) => OptionFaults.Own(value, this, Default);
}
