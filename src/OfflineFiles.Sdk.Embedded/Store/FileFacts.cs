namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>Attributes, size and times (UTC) of one side of an item. Plain values, so that two sides can be compared.</summary>
internal readonly record struct FileFacts(
    FileAttributes Attributes, long Size, DateTime Creation, DateTime LastWrite, DateTime Change, DateTime LastAccess);
