namespace OfflineFiles.Sdk.Benchmarks.Translate;

/// <summary>The predicate of five terms in a query of ours.</summary>
internal static class OurItems
{
    public static IQueryable<OfflineFilesItem> FiveTerms(OfflineFilesCache cache, long size) => cache.Items.Where(i =>
        i.ItemType == OfflineFilesItemType.File && i.PinInfo!.Pinned && i.ItemName.EndsWith(".docx") && i.FileSysInfo!.LocalSize > size && i.Sparse == false);
}
