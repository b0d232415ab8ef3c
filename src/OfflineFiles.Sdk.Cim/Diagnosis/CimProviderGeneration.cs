namespace OfflineFiles.Sdk.Cim;

/// <summary>The versions of Windows that have an Offline Files provider with the same classes and methods.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CimProviderGeneration>))]
public enum CimProviderGeneration
{
    /// <summary>The classes match no known version of Windows.</summary>
    Unknown = 0,

    /// <summary>Windows Vista: no TransitionOnline and TransitionOffline.</summary>
    Vista = 1,

    /// <summary>Windows Vista SP1, Windows Server 2008, Windows 7 or Windows Server 2008 R2: no RenameItemEx.</summary>
    VistaServicePack1 = 2,

    /// <summary>Windows 7 SP1 or Windows Server 2008 R2 SP1: no configuration classes.</summary>
    Windows7ServicePack1 = 3,

    /// <summary>Windows 8, Windows Server 2012 or later, Windows 10 and 11 among them: all classes and methods.</summary>
    Windows8 = 4,
}
