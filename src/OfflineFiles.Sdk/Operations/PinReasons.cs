namespace OfflineFiles.Sdk.Operations;

/// <summary>The reasons to pin, as flags.</summary>
internal static class PinReasons
{
    public const PinControlFlags All =
        PinControlFlags.ForUser | PinControlFlags.ForUserPolicy | PinControlFlags.ForAll | PinControlFlags.ForRedirection;

    /// <summary>What an item is pinned for.</summary>
    public static PinControlFlags Of(PinInfo? pins) =>
        Flag(pins?.PinnedForUser, PinControlFlags.ForUser) | Flag(pins?.PinnedForUserByPolicy, PinControlFlags.ForUserPolicy)
        | Flag(pins?.PinnedForComputer, PinControlFlags.ForAll) | Flag(pins?.PinnedForFolderRedirection, PinControlFlags.ForRedirection);

    private static PinControlFlags Flag(PinState? state, PinControlFlags flag) =>
        state is null or PinState.NotPinned ? PinControlFlags.None : flag;
}
