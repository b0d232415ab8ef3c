namespace OfflineFiles.Sdk;

/// <summary>Specifies what a progress message reports.</summary>
/// <remarks>The first field of the provider's progress messages (Microsoft Learn: Synchronize method of the Win32_OfflineFilesCache class).</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ProgressReason>))]
public enum ProgressReason
{
    /// <summary>The operation starts; reported once.</summary>
    Begin = 0,

    /// <summary>The operation ended; reported once.</summary>
    End = 1,

    /// <summary>Work on an item starts, or goes on: a backend that counts bytes reports it again and again while it moves a large file.</summary>
    ItemBegin = 2,

    /// <summary>Work on an item ended.</summary>
    ItemResult = 3,
}
