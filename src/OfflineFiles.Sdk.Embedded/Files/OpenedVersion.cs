using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>What stood under a name when a writer was opened: what it commits over, and nothing else.</summary>
/// <param name="Row">The row of the item; null if it was not in the cache.</param>
/// <param name="IsShares">The writer was opened on the share's version, which the cache may not have.</param>
internal sealed record OpenedVersion(ItemRow? Row, bool IsShares)
{
    /// <summary>What the share had; null if nothing, and for a writer that was opened in the cache.</summary>
    public ShareEntry? Entry { get; init; }

    /// <summary>SHA-256 of the bytes, hexadecimal; null if there were none or they are not known.</summary>
    public string? Hash { get; init; }

    /// <summary>The file that was there in the cache; null if none was.</summary>
    public ItemRow? File => Row is { DeletedOffline: false, IsContainer: false } ? Row : null;

    /// <summary>
    /// Whether a row still stands for what was opened. Only the bytes count: a synchronisation that sent them, or took over times and attributes, has
    /// changed nothing for somebody who writes new ones.
    /// </summary>
    public bool IsStill(ItemRow? now)
    {
        var file = now is { DeletedOffline: false } ? now : null;
        if (file is { IsContainer: true }) return false;
        if (IsShares && Row is null && Entry is { } entry) return file is null || Hash is not null && file.Hash == Hash || file.BaseToken == entry.Token;
        if (file is null || File is not { } opened) return file is null && File is null;
        return file.Generation == opened.Generation && file.Id == opened.Id
            || file.Hash is { } hash && hash == opened.Hash
            || opened.Hash is null && file.BaseToken == opened.BaseToken;
    }
}
