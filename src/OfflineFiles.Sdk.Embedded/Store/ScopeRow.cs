namespace OfflineFiles.Sdk.Embedded.Store;

/// <summary>A share in the cache: whether it is used, and which directory it was when it came into the cache.</summary>
internal sealed record ScopeRow
{
    /// <summary>0 until the row is stored.</summary>
    public long Id { get; init; }

    public required UncPath Path { get; init; }

    public ConnectState ConnectState { get; init; } = ConnectState.Online;

    public OfflineReason OfflineReason { get; init; } = OfflineReason.NotApplicable;

    /// <summary>The root's file id, as text; null until the share was seen.</summary>
    public string? RootFileId { get; init; }

    public string? RootFileSystem { get; init; }

    /// <summary>Which root of which volume it is; null until it was seen.</summary>
    public string? RootKey { get; init; }

    /// <summary>What the share's stamps are worth, as text; null until it was probed.</summary>
    public string? Traits { get; init; }

    /// <summary>Someone agreed that the next synchronisation deletes much.</summary>
    public bool AllowsMassDeletion { get; init; }

    public bool IsOnline => ConnectState == ConnectState.Online;
}
