namespace OfflineFiles.Sdk;

/// <summary>
/// The options of <see cref="OfflineFilesCache.UnpinAsync(UncPath, UnpinOptions?, IProgress{OperationProgress}?, CancellationToken)"/>.
/// Immutable.
/// </summary>
public sealed record UnpinOptions
{
    /// <summary>The default options: remove the user's pin, everything below included.</summary>
    public static UnpinOptions Default { get; } = new();

    /// <summary>The reasons to remove. An item stays pinned as long as it has another reason.</summary>
    /// <value>Default: <see cref="PinControlFlags.ForUser"/>.</value>
    /// <remarks><see cref="PinControlFlags.Fill"/> and <see cref="PinControlFlags.PinLinkTargets"/> have no meaning here and are refused.</remarks>
    public PinControlFlags Flags { get; init; } = PinControlFlags.ForUser;

    /// <summary>True to include everything in subdirectories; false for only the item and the files directly in it.</summary>
    /// <value>Default: true.</value>
    public bool Deep { get; init; } = true;
}
