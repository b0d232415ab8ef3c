namespace OfflineFiles.Sdk.WhatIf.Rules;

internal sealed class RenamePreview(OfflineFilesOperation operation, UncPath originalPath, UncPath newPath, bool isTaken) : PreviewRules
{
    public override OfflineFilesOperation Operation => operation;

    public override PreviewReach Reach => isTaken ? PreviewReach.Item : PreviewReach.Subtree;

    /// <summary>RenameItem is noted and done at the next restart.</summary>
    public override bool? RestartRequired => operation == OfflineFilesOperation.RenameItem ? true : null;

    public override IEnumerable<string> Unknown => operation == OfflineFilesOperation.RenameItem
        ? ["Whether the caller is an administrator, and what the cache holds at the next restart, is known then."]
        : ["It fails while the item or anything in it is open, or without access to it: that is known when it is tried."];

    public override PreviewItem Judge(OfflineFilesItem item) => isTaken
        ? Would(PreviewVerdict.WouldFail, item, $"{newPath} is in the cache already.")
        : Would(PreviewVerdict.WouldChange, item, $"It would be {newPath}{item.ItemPath.Substring(originalPath.ToString().Length)}.");
}
