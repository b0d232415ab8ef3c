using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>A share and what is known of it now: where it is, and whether it is used.</summary>
internal sealed class ShareScope(UncPath root, IShare? share, CacheStore store)
{
    private readonly IShare? _share = share;

    public UncPath Root => root;

    public bool IsMapped => _share is not null;

    /// <summary>Null when nothing of the share is in the cache.</summary>
    public ScopeRow? Row => store.FindScope(root);

    public bool IsOnline => IsMapped && (Row?.IsOnline ?? true);

    /// <summary>Offline because somebody asked for it: it stays so until somebody asks for the opposite.</summary>
    public bool IsKeptOffline => Row is { IsOnline: false, OfflineReason: OfflineReason.WorkingOffline };

    /// <summary>What the last look at the share told.</summary>
    public ShareReach Reach { get; } = new();

    /// <summary>The share itself, to be asked for only while the scope is online or about to be.</summary>
    /// <exception cref="ShareUnavailableException">No directory is mapped.</exception>
    public IShare Share => _share ?? throw new ShareUnavailableException(root, "no directory is mapped to it");

    public SharePath At(UncPath path) => SharePath.From(path, root);

    /// <summary>Why nothing can be fetched, as the end of a sentence; null if the scope is online.</summary>
    public string? WhyOffline() => IsOnline ? null
        : !IsMapped ? $"no directory is mapped to '{root}'"
        : !IsKeptOffline && Reach.Reason is { } reason ? reason
        : $"'{root}' is offline ({Row?.OfflineReason})";
}
