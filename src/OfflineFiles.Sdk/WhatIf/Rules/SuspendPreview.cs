namespace OfflineFiles.Sdk.WhatIf.Rules;

internal sealed class SuspendPreview(UncPath root, bool suspend) : PreviewRules
{
    private bool _applies;

    public override OfflineFilesOperation Operation => OfflineFilesOperation.SuspendRoot;

    public override IEnumerable<string> Unknown => suspend
        ? ["What applications have open in the tree may stand in the way."]
        : ["Whether the tree is online afterwards depends on its share, and whether one above it is suspended too."];

    public override PreviewItem Judge(OfflineFilesItem item) => item.Path == root ? JudgeRoot(item) : JudgeInside(item);

    /// <summary>Where nothing happens to the root, nothing happens inside. A tree that was suspended by itself inside another stays so.</summary>
    public override IEnumerable<PreviewItem> Settle(IReadOnlyCollection<PreviewItem> items)
    {
        if (!_applies) return items.Where(item => item.Path == root);
        var ownRoots = new HashSet<UncPath>(items.Where(item => item.Verdict == PreviewVerdict.WouldBeSpared).Select(item => item.Path));
        return items.Select(item => item.Verdict == PreviewVerdict.WouldChange && Above(item.Path).Any(ownRoots.Contains)
            ? item with { Verdict = PreviewVerdict.WouldBeSpared, Reason = "It lies in a tree that is suspended by itself." }
            : item);
    }

    private PreviewItem JudgeRoot(OfflineFilesItem item)
    {
        if (item.ItemType is not (OfflineFilesItemType.Share or OfflineFilesItemType.Directory))
            return Would(PreviewVerdict.WouldFail, item, "Only a share or a directory can be suspended.");
        var isRoot = item.SuspendInfo?.SuspendedRoot == true;
        if (suspend && isRoot) return Would(PreviewVerdict.Unchanged, item, "It is suspended already.");
        if (!suspend && !isRoot)
        {
            return item.SuspendInfo?.Suspended == true
                ? Would(PreviewVerdict.Unknown, item, "It is suspended by a directory or share above it. Release that one.")
                : Would(PreviewVerdict.Unchanged, item, "It is not suspended.");
        }

        _applies = true;
        return Would(PreviewVerdict.WouldChange, item);
    }

    private PreviewItem JudgeInside(OfflineFilesItem item) => item.SuspendInfo switch
    {
        { SuspendedRoot: true } => Would(PreviewVerdict.WouldBeSpared, item, "It is suspended by itself."),
        { Suspended: true } when suspend => Would(PreviewVerdict.Unchanged, item, "It is suspended already."),
        _ => Would(PreviewVerdict.WouldChange, item),
    };

    private static IEnumerable<UncPath> Above(UncPath path)
    {
        for (var above = path.Parent; above is not null; above = above.Parent) yield return above;
    }
}
