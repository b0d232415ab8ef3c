namespace OfflineFiles.Sdk.WhatIf;

/// <summary>What one operation with its options would do to an item, by nothing but the item as it is in the cache.</summary>
internal abstract class PreviewRules
{
    public abstract OfflineFilesOperation Operation { get; }

    /// <summary>What is touched besides the paths asked for.</summary>
    public virtual PreviewReach Reach => PreviewReach.Subtree;

    public virtual bool? RestartRequired => null;

    /// <summary>What cannot be known before, whatever the items are.</summary>
    public abstract IEnumerable<string> Unknown { get; }

    public abstract PreviewItem Judge(OfflineFilesItem item);

    /// <summary>A path that is not in the cache.</summary>
    public virtual PreviewItem Missing(UncPath path) => new() { Path = path, Verdict = PreviewVerdict.WouldFail, Reason = "It is not in the cache." };

    /// <summary>Whether the directory that an item is in is touched for its sake, if it is such an item itself.</summary>
    public virtual bool ReachesAbove(OfflineFilesItem item) => false;

    /// <summary>A directory that is touched for the sake of an item in it.</summary>
    public virtual PreviewItem JudgeAbove(OfflineFilesItem item) => Judge(item);

    /// <summary>Judges the items once more, now that all are known.</summary>
    public virtual IEnumerable<PreviewItem> Settle(IReadOnlyCollection<PreviewItem> items) => items;

    protected static PreviewItem Would(PreviewVerdict verdict, OfflineFilesItem item, string? reason = null) =>
        new() { Path = item.Path, ItemType = item.ItemType, Verdict = verdict, Reason = reason };
}

/// <summary>How far an operation on a container goes.</summary>
internal enum PreviewReach
{
    /// <summary>Itself.</summary>
    Item,

    /// <summary>Itself and the files directly in it.</summary>
    ItemAndFiles,

    /// <summary>Itself and all that lies below.</summary>
    Subtree,
}
