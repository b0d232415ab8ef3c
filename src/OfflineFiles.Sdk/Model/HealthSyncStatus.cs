namespace OfflineFiles.Sdk;

/// <summary>The result of the last synchronisation attempt as a health report tells it.</summary>
/// <remarks>Numbers declared for <c>Win32_FolderRedirectionHealth.LastSyncStatus</c>; that <c>Win32_OfflineFilesHealth</c> shares them is an assumption.</remarks>
public enum HealthSyncStatus : byte
{
    /// <summary>It went through.</summary>
    Success = 0,

    /// <summary>It met conflicts.</summary>
    Conflict = 1,

    /// <summary>It ended with warnings.</summary>
    Warning = 2,

    /// <summary>It failed.</summary>
    Error = 3,
}
