namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>The four reasons to pin and how far each reaches.</summary>
internal readonly record struct PinSet(PinState User, PinState UserPolicy, PinState Computer, PinState Redirection)
{
    public bool IsPinned => this != default;

    /// <summary>What a new child gets from a container with these pins.</summary>
    public PinSet HandedTo(OfflineFilesItemType child) => new(Handed(User, child), Handed(UserPolicy, child), Handed(Computer, child), Handed(Redirection, child));

    public PinSet With(PinControlFlags reasons, OfflineFilesItemType type)
    {
        var state = Strongest(type);
        return new(
            reasons.HasFlag(PinControlFlags.ForUser) ? state : User,
            reasons.HasFlag(PinControlFlags.ForUserPolicy) ? state : UserPolicy,
            reasons.HasFlag(PinControlFlags.ForAll) ? state : Computer,
            reasons.HasFlag(PinControlFlags.ForRedirection) ? state : Redirection);
    }

    public PinSet Without(PinControlFlags reasons) => new(
        reasons.HasFlag(PinControlFlags.ForUser) ? default : User,
        reasons.HasFlag(PinControlFlags.ForUserPolicy) ? default : UserPolicy,
        reasons.HasFlag(PinControlFlags.ForAll) ? default : Computer,
        reasons.HasFlag(PinControlFlags.ForRedirection) ? default : Redirection);

    public PinSet Or(PinSet other) => new(
        Max(User, other.User), Max(UserPolicy, other.UserPolicy), Max(Computer, other.Computer), Max(Redirection, other.Redirection));

    private static PinState Max(PinState left, PinState right) => left > right ? left : right;

    private static PinState Handed(PinState state, OfflineFilesItemType child) => state == PinState.PinnedInherit ? Strongest(child) : PinState.NotPinned;

    private static PinState Strongest(OfflineFilesItemType type) => type == OfflineFilesItemType.File ? PinState.Pinned : PinState.PinnedInherit;
}
