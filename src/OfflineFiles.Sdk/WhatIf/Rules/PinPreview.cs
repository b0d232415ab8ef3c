using OfflineFiles.Sdk.Operations;

namespace OfflineFiles.Sdk.WhatIf.Rules;

internal sealed class PinPreview(PinOptions options) : PreviewRules
{
    private readonly PinControlFlags _reasons = options.Flags & PinReasons.All;

    public override OfflineFilesOperation Operation => OfflineFilesOperation.Pin;

    public override PreviewReach Reach => options.Deep ? PreviewReach.Subtree : PreviewReach.Item;

    public override IEnumerable<string> Unknown
    {
        get
        {
            if (options.Deep)
                yield return "What the server has and the cache has not would be pinned too, "
                    + "and what the server has no more would not: only the server knows.";
            if (options.Flags.HasFlag(PinControlFlags.Fill))
                yield return "Content can only be fetched while the share is online, and as far as the cache has room.";
            if (options.Flags.HasFlag(PinControlFlags.PinLinkTargets))
                yield return "The files that shortcuts point to would be pinned too: only the shortcuts know which.";
        }
    }

    public override PreviewItem Missing(UncPath path) => new()
    {
        Path = path,
        Verdict = PreviewVerdict.Unknown,
        Reason = "It is not in the cache. It would be pinned if its share is online and the server has it, and fail otherwise.",
    };

    public override PreviewItem Judge(OfflineFilesItem item)
    {
        if (item.ItemType == OfflineFilesItemType.Server)
            return Would(PreviewVerdict.Unknown, item, "A server has no pin of its own; its shares have.");
        if (item.ChangeInfo?.DeletedOffline == true)
            return Would(PreviewVerdict.WouldBeSpared, item, "It was deleted here; the deletion waits for a synchronisation.");
        if ((_reasons & ~PinReasons.Of(item.PinInfo)) != 0) return Would(PreviewVerdict.WouldChange, item);
        return item.Sparse == true && options.Flags.HasFlag(PinControlFlags.Fill) && item.ConnectionInfo?.ConnectState != ConnectState.Offline
            ? Would(PreviewVerdict.WouldChange, item, "It is pinned already; its content would be fetched.")
            : Would(PreviewVerdict.Unchanged, item, "It is pinned for that already.");
    }
}
