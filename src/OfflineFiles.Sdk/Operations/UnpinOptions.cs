using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk;

/// <summary>
/// The options of <see cref="OfflineFilesCache.UnpinAsync(UncPath, UnpinOptions?, IProgress{OperationProgress}?, CancellationToken)"/>.
/// A call reads them while it runs: change them before, not meanwhile.
/// </summary>
public sealed record UnpinOptions
{
    /// <summary>The default options: remove the user's pin, everything below included.</summary>
    public static UnpinOptions Default { get; } = new();

    /// <summary>
    /// Options that remove every pin, whatever its reason: the reasons that are set are read first, and those are removed. Everything below is included.
    /// </summary>
    public static UnpinOptions WhateverReason { get; } = new() { AnyReason = true };

    /// <summary>
    /// True to remove whatever pins the items: the cache reads which reasons are set, and asks the backend to remove those. The reasons in
    /// <see cref="Flags"/> are not used then. The outcome of an item says why it was pinned.
    /// </summary>
    /// <value>Default: false.</value>
    /// <remarks>
    /// Reading costs what the preview of the operation costs, a look-up or a query for each path. Windows may refuse to remove the pins of a policy, or
    /// those for everyone on the computer, unless the caller is an administrator; and Group Policy sets its pins again when it is applied.
    /// </remarks>
    public bool AnyReason { get; set => field = Own(value); }

    /// <summary>The reasons to remove. An item stays pinned as long as it has another reason.</summary>
    /// <value>Default: <see cref="PinControlFlags.ForUser"/>.</value>
    /// <remarks><see cref="PinControlFlags.Fill"/> and <see cref="PinControlFlags.PinLinkTargets"/> have no meaning here and are refused.</remarks>
    public PinControlFlags Flags { get; set => field = Own(value); } = PinControlFlags.ForUser;

    /// <summary>True to include everything in subdirectories; false for only the item and the files directly in it.</summary>
    /// <value>Default: true.</value>
    public bool Deep { get; set => field = Own(value); } = true;

    // The options that have a name are those of everybody.
    private T Own<T>(T value) => OptionFaults.Own(value, this, Default, WhateverReason);
}
