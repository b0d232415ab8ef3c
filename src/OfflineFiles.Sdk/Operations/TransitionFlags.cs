namespace OfflineFiles.Sdk;

/// <summary>Specifies how to go online or offline.</summary>
/// <remarks>
/// Values of <c>Win32_OfflineFilesCache.TransitionOnline</c> and <c>TransitionOffline</c> (Microsoft Learn: TransitionOffline method of the
/// Win32_OfflineFilesCache class).
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<TransitionFlags>))]
[Flags]
public enum TransitionFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>The provider may show a window. <c>OfflineFilesTransitionFlagInteractive</c>.</summary>
    Interactive = 0x1,

    /// <summary>With <see cref="Interactive"/>: uses the console instead of a window. <c>OfflineFilesTransitionFlagConsole</c>.</summary>
    Console = 0x2,
}
