namespace OfflineFiles.Sdk.Embedded.Sync;

/// <summary>What the planner says about one item.</summary>
/// <param name="State">The documented number and name.</param>
/// <param name="Action">What to do now.</param>
/// <param name="Withheld">What would have to be done but the flags forbid; <see cref="SyncAction.None"/> when they forbid nothing.</param>
/// <param name="Resolutions">What a conflict handler may choose.</param>
/// <param name="NeedsComparison">The bytes of both sides were not compared and decide: compare and ask again before acting.</param>
internal readonly record struct SyncDecision(
    SyncState State,
    SyncAction Action,
    SyncAction Withheld = SyncAction.None,
    SyncResolutions Resolutions = SyncResolutions.None,
    bool NeedsComparison = false)
{
    /// <summary>The item stays as it is, and dirty or out of date, because the flags do not allow the direction.</summary>
    public bool IsPending => Withheld != SyncAction.None;
}
