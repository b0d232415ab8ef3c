namespace OfflineFiles.Sdk.Benchmarks.Embedded;

/// <summary>What each way makes of a row.</summary>
public sealed record Row(string Path, string? Parent, string Name, OfflineFilesItemType Type, bool? Sparse);
