namespace OfflineFiles.Sdk;

/// <summary>Specifies how to encrypt or decrypt the cache.</summary>
/// <remarks>Values of <c>Win32_OfflineFilesCache.Encrypt</c> (Microsoft Learn: Encrypt method of the Win32_OfflineFilesCache class).</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<EncryptionControlFlags>))]
[Flags]
public enum EncryptionControlFlags : uint
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>Reserved. <c>OfflineFilesEncryptionControlFlagLowPriority</c>.</summary>
    LowPriority = 0x200,

    /// <summary>Progress is reported in parallel to the work, not between steps. <c>OfflineFilesEncryptionControlFlagAsyncProgress</c>.</summary>
    AsyncProgress = 0x400,

    /// <summary>The provider may show a window. <c>OfflineFilesEncryptionControlFlagInteractive</c>.</summary>
    Interactive = 0x800,

    /// <summary>With <see cref="Interactive"/>: uses the console instead of a window. <c>OfflineFilesEncryptionControlFlagConsole</c>.</summary>
    Console = 0x1000,

    /// <summary>Yields to applications. <c>OfflineFilesEncryptionControlFlagBackground</c>.</summary>
    Background = 0x10000,
}
