namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>What to set beside the bytes; null leaves what is there. Times are UTC; what a side cannot hold is left out.</summary>
internal readonly record struct FileMetadata(
    FileAttributes? Attributes = null,
    DateTime? CreationTimeUtc = null,
    DateTime? LastWriteTimeUtc = null,
    DateTime? LastAccessTimeUtc = null);
