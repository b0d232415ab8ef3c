namespace OfflineFiles.Sdk.WhatIf.Rules;

internal sealed class DeletePreview(DeleteOptions options) : PreviewRules
{
    public override OfflineFilesOperation Operation => OfflineFilesOperation.DeleteItems;

    public override IEnumerable<string> Unknown
    {
        get
        {
            yield return "A file that an application has open may stay, and what holds it too.";
            yield return "Whether a server whose last share is deleted stays in the cache is the backend's to say.";
            if (options.Flags.HasFlag(DeleteFlags.Admin))
                yield return "Items of other users, which are not visible here, would be deleted too, if the caller is an administrator.";
        }
    }

    public override PreviewItem Judge(OfflineFilesItem item)
    {
        var reason = WhySpared(item);
        return Would(reason is null ? PreviewVerdict.WouldChange : PreviewVerdict.WouldBeSpared, item, reason);
    }

    /// <summary>A container that keeps something stays itself.</summary>
    public override IEnumerable<PreviewItem> Settle(IReadOnlyCollection<PreviewItem> items)
    {
        var kept = new HashSet<UncPath>();
        foreach (var item in items)
        {
            if (item.Verdict != PreviewVerdict.WouldBeSpared) continue;
            for (var above = item.Path.Parent; above is not null && kept.Add(above); above = above.Parent)
            {
            }
        }

        return items.Select(item => item.Verdict == PreviewVerdict.WouldChange && kept.Contains(item.Path)
            ? item with { Verdict = PreviewVerdict.WouldBeSpared, Reason = "Something in it stays in the cache." }
            : item);
    }

    // Only what is in a share or server decides about it, and only its own pin keeps an empty directory.
    private string? WhySpared(OfflineFilesItem item)
    {
        if (item.ChangeInfo?.Dirty == true && !options.Flags.HasFlag(DeleteFlags.DeleteModified))
            return "It has changes that are not synchronised, and only DeleteModified takes those.";
        if (item.ItemType is OfflineFilesItemType.Share or OfflineFilesItemType.Server) return null;
        var isPinned = item.PinInfo?.Pinned == true;
        if (isPinned && options.Flags.HasFlag(DeleteFlags.NoPinned)) return "It is pinned, and NoPinned spares pinned items.";
        return !isPinned && item.ItemType == OfflineFilesItemType.File && options.Flags.HasFlag(DeleteFlags.NoAutoCached)
            ? "It is not pinned, and NoAutoCached spares such items."
            : null;
    }
}
