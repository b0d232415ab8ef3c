namespace OfflineFiles.Sdk;

/// <summary>Specifies the result of the last synchronisation attempt in a health report.</summary>
/// <remarks>Numbers declared for <c>Win32_FolderRedirectionHealth.LastSyncStatus</c>; that <c>Win32_OfflineFilesHealth</c> shares them is an assumption.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<HealthSyncStatus>))]
public enum HealthSyncStatus : byte
{
    /// <summary>The attempt succeeded.</summary>
    Success = 0,

    /// <summary>The attempt met conflicts.</summary>
    Conflict = 1,

    /// <summary>The attempt ended with warnings.</summary>
    Warning = 2,

    /// <summary>The attempt failed.</summary>
    Error = 3,
}
