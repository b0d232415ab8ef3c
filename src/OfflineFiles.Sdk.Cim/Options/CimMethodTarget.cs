namespace OfflineFiles.Sdk.Cim;

/// <summary>What the methods of <c>Win32_OfflineFilesCache</c> are called on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CimMethodTarget>))]
public enum CimMethodTarget
{
    /// <summary>The class: all its methods are static (Microsoft Learn: Win32_OfflineFilesCache).</summary>
    Class = 0,

    /// <summary>The one instance of the class, for servers that declare the methods without <c>static</c>.</summary>
    Instance = 1,
}
