namespace OfflineFiles.Sdk.Cim;

/// <summary>What the methods of <c>Win32_OfflineFilesCache</c> are called on.</summary>
public enum CimMethodTarget
{
    /// <summary>On the class: all of them are static (Microsoft Learn: Win32_OfflineFilesCache).</summary>
    Class = 0,

    /// <summary>On the one instance, for servers that declare them so.</summary>
    Instance = 1,
}
