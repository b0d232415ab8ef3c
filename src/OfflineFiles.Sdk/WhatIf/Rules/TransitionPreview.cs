namespace OfflineFiles.Sdk.WhatIf.Rules;

/// <summary>A transition is of a whole share, so that is the one item judged: what is in it need not be read.</summary>
internal abstract class TransitionPreview : PreviewRules
{
    public override PreviewReach Reach => PreviewReach.Item;

    public sealed override PreviewItem Judge(OfflineFilesItem item) => item.ItemType == OfflineFilesItemType.Server
        ? Would(PreviewVerdict.WouldFail, item, "A server has no connection state. Name a share or an item below one.")
        : Judge(item, item.ConnectionInfo ?? new ConnectionInfo());

    protected abstract PreviewItem Judge(OfflineFilesItem item, ConnectionInfo connection);
}
