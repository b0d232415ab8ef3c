namespace OfflineFiles.Sdk;

/// <summary>Specifies the type of an item of the cache.</summary>
/// <remarks>
/// Numbers of <c>Win32_OfflineFilesItem.ItemType</c> (Microsoft Learn: Win32_OfflineFilesItem). A number without a name here is kept as it came.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<OfflineFilesItemType>))]
public enum OfflineFilesItemType
{
    /// <summary>A file.</summary>
    File = 0,

    /// <summary>A directory below a share.</summary>
    Directory = 1,

    /// <summary>A share. In a DFS name space it may stand for a link target.</summary>
    Share = 2,

    /// <summary>A server.</summary>
    Server = 3,
}
