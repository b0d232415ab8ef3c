using OfflineFiles.Sdk.Operations;

namespace OfflineFiles.Sdk.WhatIf.Rules;

internal sealed class UnpinPreview(UnpinOptions options) : PreviewRules
{
    private readonly PinControlFlags _reasons = options.AnyReason ? PinReasons.All : options.Flags & PinReasons.All;

    public override OfflineFilesOperation Operation => OfflineFilesOperation.Unpin;

    public override PreviewReach Reach => options.Deep ? PreviewReach.Subtree : PreviewReach.ItemAndFiles;

    public override IEnumerable<string> Unknown => ["When an item that nothing keeps any more is evicted from the cache is the cache's to say."];

    public override PreviewItem Judge(OfflineFilesItem item)
    {
        if (item.ItemType == OfflineFilesItemType.Server)
            return Would(PreviewVerdict.Unknown, item, "A server has no pin of its own; its shares have.");
        var held = PinReasons.Of(item.PinInfo);
        if ((held & _reasons) == 0) return Would(PreviewVerdict.Unchanged, item, options.AnyReason ? "It is not pinned." : "It is not pinned for that.");
        var left = held & ~_reasons;
        var effect = left != 0 ? $"It stays pinned: {left}."
            : item.ChangeInfo?.Dirty == true ? "It may be evicted once its changes are synchronised."
            : "It may be evicted at any time.";
        return Would(PreviewVerdict.WouldChange, item, options.AnyReason ? $"It is {ItemWords.Pins(item.PinInfo)}. {effect}" : effect);
    }
}
