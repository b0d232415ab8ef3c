namespace OfflineFiles.Sdk;

/// <summary>Whether a file that is opened for writing must, may or must not be there.</summary>
public enum FileWriteMode
{
    /// <summary>Made if it is not there; what was in it is replaced as a whole.</summary>
    CreateOrReplace,

    /// <summary>Must not be there.</summary>
    CreateNew,

    /// <summary>Must be there; what was in it is replaced as a whole.</summary>
    Replace,

    /// <summary>Must be there; the writer begins with what is in it, at position 0.</summary>
    Edit,
}
