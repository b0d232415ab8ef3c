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

internal sealed class OfflinePreview(OfflineTransitionOptions options) : TransitionPreview
{
    public override OfflineFilesOperation Operation => OfflineFilesOperation.TransitionOffline;

    public override IEnumerable<string> Unknown => options.Force
        ? ["Files that are open and not cached would be closed, and applications may lose data: which, is known when it is tried."]
        : ["Files that are open and not cached prevent it: whether there are any is known when it is tried."];

    protected override PreviewItem Judge(OfflineFilesItem item, ConnectionInfo connection) => connection switch
    {
        { ConnectState: ConnectState.Unknown } => Would(PreviewVerdict.Unknown, item, "Its state is not known."),
        not { ConnectState: ConnectState.Offline } => Would(PreviewVerdict.WouldChange, item, "The whole share would go offline."),
        { OfflineReason: OfflineReason.WorkingOffline } => Would(PreviewVerdict.Unchanged, item, "It is offline because it was asked to be."),
        _ => Would(
            PreviewVerdict.Unknown, item, $"It is offline already ({connection.OfflineReason}). Whether it then stays offline is not documented."),
    };
}

internal sealed class OnlinePreview : TransitionPreview
{
    public override OfflineFilesOperation Operation => OfflineFilesOperation.TransitionOnline;

    public override IEnumerable<string> Unknown =>
    [
        "Whether the server can be reached is known when it is tried.",
        "Items of the share that are suspended, or have a conflict, stay offline.",
    ];

    protected override PreviewItem Judge(OfflineFilesItem item, ConnectionInfo connection) => connection switch
    {
        { ConnectState: ConnectState.Unknown } => Would(PreviewVerdict.Unknown, item, "Its state is not known."),
        not { ConnectState: ConnectState.Offline } => Would(PreviewVerdict.Unchanged, item, "It is online."),
        { OfflineReason: OfflineReason.ItemSuspended } => Would(PreviewVerdict.WouldBeSpared, item, "It is suspended. Resume it."),
        { OfflineReason: OfflineReason.NeedToSyncItem } => Would(PreviewVerdict.WouldBeSpared, item, "A conflict keeps it offline. Settle it."),
        { OfflineReason: OfflineReason.WorkingOffline or OfflineReason.SlowConnection } =>
            Would(PreviewVerdict.WouldChange, item, "The whole share would go online, if its server can be reached."),
        _ => Would(PreviewVerdict.Unknown, item, "Its server could not be reached. It goes online by itself when that ends."),
    };
}
