namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>The bytes of one whole version and what they must turn out to be. The stream is read from where it stands; its owner disposes it.</summary>
internal readonly record struct ShareContent(Stream Data, long Length, ReadOnlyMemory<byte> Sha256);
