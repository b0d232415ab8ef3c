namespace OfflineFiles.Sdk;

/// <summary>Specifies how to pin or unpin: the reason, and what else to do.</summary>
/// <remarks>
/// Values of <c>Win32_OfflineFilesCache.Pin</c> and <c>Unpin</c> (Microsoft Learn: Pin method of the Win32_OfflineFilesCache class).
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<PinControlFlags>))]
[Flags]
public enum PinControlFlags : uint
{
    /// <summary>No flag: the provider's default reason.</summary>
    None = 0,

    /// <summary>
    /// Fetches the content during the call. Without it the item is pinned and stays sparse until a synchronisation or a background fill.
    /// <c>OfflineFilesPinControlFlagFill</c>, Pin only.
    /// </summary>
    Fill = 0x1,

    /// <summary>Pins the files that pinned shortcuts point to as well. <c>OfflineFilesPinControlFlagPinLinkTargets</c>, Pin only.</summary>
    PinLinkTargets = 0x10,

    /// <summary>The reason is a user: the ordinary "Always available offline". <c>OfflineFilesPinControlFlagForUser</c>.</summary>
    ForUser = 0x20,

    /// <summary>The reason is a policy for the user. <c>OfflineFilesPinControlFlagForUser_Policy</c>.</summary>
    ForUserPolicy = 0x40,

    /// <summary>The reason is the computer: pinned for everyone. <c>OfflineFilesPinControlFlagForAll</c>.</summary>
    ForAll = 0x80,

    /// <summary>The reason is folder redirection. Documented for COM only. <c>OFFLINEFILES_PIN_CONTROL_FLAG_FORREDIR</c>.</summary>
    ForRedirection = 0x100,

    /// <summary>Reserved. <c>OfflineFilesPinControlFlagLowPriority</c>.</summary>
    LowPriority = 0x200,

    /// <summary>Progress is reported in parallel to the work, not between steps. <c>OfflineFilesPinControlFlagAsyncProgress</c>.</summary>
    AsyncProgress = 0x400,

    /// <summary>The provider may show a window, for example for credentials. <c>OfflineFilesPinControlFlagInteractive</c>.</summary>
    Interactive = 0x800,

    /// <summary>With <see cref="Interactive"/>: uses the console instead of a window. <c>OfflineFilesPinControlFlagConsole</c>.</summary>
    Console = 0x1000,

    /// <summary>Yields to applications: a file that they need stays unfinished. <c>OfflineFilesPinControlFlagBackground</c>.</summary>
    Background = 0x10000,
}
