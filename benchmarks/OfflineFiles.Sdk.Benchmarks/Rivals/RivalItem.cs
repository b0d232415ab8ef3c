using OfflineFiles.Sdk.Benchmarks.Embedded;

namespace OfflineFiles.Sdk.Benchmarks.Rivals;

/// <summary>An item as the rivals know it: the columns that the predicates and projections need, flat, which is their best case.</summary>
public sealed class RivalItem
{
    public long Id { get; set; }

    public string ItemPath { get; set; } = "";

    public string PathKey { get; set; } = "";

    public string? ParentItemPath { get; set; }

    public string ItemName { get; set; } = "";

    public OfflineFilesItemType ItemType { get; set; }

    public bool Pinned { get; set; }

    public long LocalSize { get; set; }

    public bool? Sparse { get; set; }

    /// <summary>The predicate of five terms, as a user writes it: with a value of his own.</summary>
    public static IQueryable<RivalItem> FiveTerms(IQueryable<RivalItem> items, long size) => items.Where(i =>
        i.ItemType == OfflineFilesItemType.File && i.Pinned && i.ItemName.EndsWith(".docx") && i.LocalSize > size && i.Sparse == false);

    public static IQueryable<Row> Rows(IQueryable<RivalItem> items, long size) => items
        .Where(i => i.ItemType == OfflineFilesItemType.File && i.Pinned && i.LocalSize > size)
        .Select(i => new Row(i.ItemPath, i.ParentItemPath, i.ItemName, i.ItemType, i.Sparse));

    public static Row? Find(IQueryable<RivalItem> items, string key) => items
        .Where(i => i.PathKey == key)
        .Select(i => new Row(i.ItemPath, i.ParentItemPath, i.ItemName, i.ItemType, i.Sparse))
        .FirstOrDefault();
}
