namespace OfflineFiles.Sdk;

/// <summary>Specifies whether a file that is opened for writing must, may or must not exist.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileWriteMode>))]
public enum FileWriteMode
{
    /// <summary>The file is created if it does not exist; existing content is replaced as a whole.</summary>
    CreateOrReplace,

    /// <summary>The file must not exist.</summary>
    CreateNew,

    /// <summary>The file must exist; its content is replaced as a whole.</summary>
    Replace,

    /// <summary>The file must exist; the writer starts with its content, at position 0.</summary>
    Edit,
}
