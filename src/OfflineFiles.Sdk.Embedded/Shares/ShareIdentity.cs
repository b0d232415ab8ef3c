namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Which directory the root really is. Device and file id may change when a network file system is mounted anew.</summary>
internal readonly record struct ShareIdentity(ulong Device, UInt128 FileId, string FileSystem);
