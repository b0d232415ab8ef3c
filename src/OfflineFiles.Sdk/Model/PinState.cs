namespace OfflineFiles.Sdk;

/// <summary>Specifies whether one reason pins an item, and whether the pin extends to new items below it.</summary>
/// <remarks>Numbers of the <c>PinnedFor*</c> properties (Microsoft Learn: Win32_OfflineFilesPinInfo).</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PinState>))]
public enum PinState
{
    /// <summary>This reason does not pin the item.</summary>
    NotPinned = 0,

    /// <summary>The item is pinned; items that appear below it later are not.</summary>
    Pinned = 1,

    /// <summary>The item is pinned, and items that appear below it later are pinned too.</summary>
    PinnedInherit = 2,
}
