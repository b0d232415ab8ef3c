namespace OfflineFiles.Sdk.WhatIf.Rules;

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
