namespace OfflineFiles.Sdk;

/// <summary>
/// How <see cref="OfflineFilesCache.PinAsync(UncPath, PinOptions?, IProgress{OperationProgress}?, CancellationToken)"/> pins. Immutable.
/// </summary>
public sealed record PinOptions
{
    /// <summary>Pins for the user, everything below included, and fetches the content.</summary>
    public static PinOptions Default { get; } = new();

    /// <summary>The reasons to pin for, and what to do beside.</summary>
    /// <value>Default: <see cref="PinControlFlags.ForUser"/> and <see cref="PinControlFlags.Fill"/>.</value>
    public PinControlFlags Flags { get; init; } = PinControlFlags.ForUser | PinControlFlags.Fill;

    /// <summary>Pin everything below a directory or share now; otherwise only itself, and its children at the next synchronisation.</summary>
    /// <value>Default: true.</value>
    public bool Deep { get; init; } = true;
}
