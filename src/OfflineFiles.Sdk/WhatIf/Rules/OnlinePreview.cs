namespace OfflineFiles.Sdk.WhatIf.Rules;

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
