namespace OfflineFiles.Sdk.Wql;

/// <summary>What a <see cref="WqlObjectPath"/> leads to.</summary>
public enum WqlObjectPathKind
{
    /// <summary>A class: <c>Win32_OfflineFilesItem</c>.</summary>
    Class,

    /// <summary>The one instance of a class: <c>Win32_OfflineFilesCache=@</c>.</summary>
    Singleton,

    /// <summary>An instance, by its key: <c>Win32_OfflineFilesItem.ItemPath="..."</c>.</summary>
    Instance,
}
