using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk;

/// <summary>
/// The options of <see cref="OfflineFilesCache.PinAsync(UncPath, PinOptions?, IProgress{OperationProgress}?, CancellationToken)"/>.
/// A call reads them while it runs: change them before, not meanwhile.
/// </summary>
public sealed record PinOptions
{
    /// <summary>The default options: pin for the user, everything below included, and fetch the content.</summary>
    public static PinOptions Default { get; } = new();

    /// <summary>The reasons to pin for, and what else to do.</summary>
    /// <value>Default: <see cref="PinControlFlags.ForUser"/> and <see cref="PinControlFlags.Fill"/>.</value>
    public PinControlFlags Flags { get; set => field = Own(value); } = PinControlFlags.ForUser | PinControlFlags.Fill;

    /// <summary>
    /// True to pin everything below a directory or share now; false to pin only the item itself, and its children at the next synchronisation.
    /// </summary>
    /// <value>Default: true.</value>
    public bool Deep { get; set => field = Own(value); } = true;

    // The default options are those of everybody.
    private T Own<T>(T value) => OptionFaults.Own(value, this, Default);
}
