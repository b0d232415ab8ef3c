namespace OfflineFiles.Sdk;

/// <summary>
/// Which pin <see cref="OfflineFilesCache.UnpinAsync(UncPath, UnpinOptions?, IProgress{OperationProgress}?, CancellationToken)"/> removes.
/// Immutable.
/// </summary>
public sealed record UnpinOptions
{
    /// <summary>Removes the user's pin, everything below included.</summary>
    public static UnpinOptions Default { get; } = new();

    /// <summary>The reasons to remove. An item stays pinned while another reason is left.</summary>
    /// <value>Default: <see cref="PinControlFlags.ForUser"/>.</value>
    /// <remarks><see cref="PinControlFlags.Fill"/> and <see cref="PinControlFlags.PinLinkTargets"/> mean nothing here and are refused.</remarks>
    public PinControlFlags Flags { get; init; } = PinControlFlags.ForUser;

    /// <summary>Also everything in subdirectories; otherwise the item and the files directly in it.</summary>
    /// <value>Default: true.</value>
    public bool Deep { get; init; } = true;
}
