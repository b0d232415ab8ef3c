using OfflineFiles.Sdk.Embedded.Shares;

namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>A write to, or deletion from, the share that is about to be done: what was there, and the hash of what comes (null: nothing).</summary>
internal sealed record Intent(UncPath Path, ShareToken? Expected, string? NewHash)
{
    public uint Id { get; init; }
}
