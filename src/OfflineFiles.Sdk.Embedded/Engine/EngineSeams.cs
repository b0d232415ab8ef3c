using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Engine;

/// <summary>What tests put in the place of the machine under an engine.</summary>
internal sealed record EngineSeams
{
    /// <summary>Makes the share of a mapping; null: the directory that it names. The number marks the engine's own temporary files.</summary>
    public Func<ShareMapping, uint, IShare>? Share { get; init; }

    /// <summary>How long opening waits for the shares; null: no longer than a person would.</summary>
    public TimeSpan? Patience { get; init; }

    public StoreSeams Store { get; init; } = new();
}
