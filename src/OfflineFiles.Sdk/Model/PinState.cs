namespace OfflineFiles.Sdk;

/// <summary>Whether, and how far, one reason pins an item.</summary>
/// <remarks>Numbers of the <c>PinnedFor*</c> properties (Microsoft Learn: Win32_OfflineFilesPinInfo).</remarks>
public enum PinState
{
    /// <summary>This reason does not pin the item.</summary>
    NotPinned = 0,

    /// <summary>Pinned; what appears below later is not.</summary>
    Pinned = 1,

    /// <summary>Pinned, and what appears below later is pinned too.</summary>
    PinnedInherit = 2,
}
