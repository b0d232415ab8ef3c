namespace OfflineFiles.Sdk.Benchmarks.Evaluate;

/// <summary>One, five and fifty terms in WQL and in C#. The fifty are ten times the five, joined by OR, of a name and a size that differ.</summary>
internal static class HandWritten
{
    private const int Groups = 10;

    public static string Wql(int terms) => terms switch
    {
        1 => "ItemType = 0",
        5 => SampleItems.FiveTerms.Where!.ToString(),
        _ => string.Join(" OR ", Enumerable.Range(0, Groups).Select(group =>
            $"ItemType = 0 AND PinInfo.Pinned = TRUE AND ItemName LIKE '%{group}.docx' AND FileSysInfo.LocalSize > {group * 1000} "
            + "AND ConnectionInfo.ConnectState <> 1")),
    };

    public static bool One(OfflineFilesItem item) => item.ItemType == OfflineFilesItemType.File;

    public static bool Five(OfflineFilesItem item) =>
        item.ItemType == OfflineFilesItemType.File
        && item.PinInfo is { Pinned: true }
        && item.ItemName.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
        && item.FileSysInfo is { LocalSize: > 4096 }
        && item.ConnectionInfo is { ConnectState: not ConnectState.Offline };

    public static bool Fifty(OfflineFilesItem item) =>
        Group(item, "0.docx", 0) || Group(item, "1.docx", 1000) || Group(item, "2.docx", 2000) || Group(item, "3.docx", 3000)
        || Group(item, "4.docx", 4000) || Group(item, "5.docx", 5000) || Group(item, "6.docx", 6000) || Group(item, "7.docx", 7000)
        || Group(item, "8.docx", 8000) || Group(item, "9.docx", 9000);

    public static int CountOne(OfflineFilesItem[] items)
    {
        var found = 0;
        foreach (var item in items)
            if (item.ItemType == OfflineFilesItemType.File) found++;
        return found;
    }

    public static int CountFive(OfflineFilesItem[] items)
    {
        var found = 0;
        foreach (var item in items)
        {
            if (item.ItemType == OfflineFilesItemType.File
                && item.PinInfo is { Pinned: true }
                && item.ItemName.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
                && item.FileSysInfo is { LocalSize: > 4096 }
                && item.ConnectionInfo is { ConnectState: not ConnectState.Offline })
                found++;
        }

        return found;
    }

    public static int CountFifty(OfflineFilesItem[] items)
    {
        var found = 0;
        foreach (var item in items)
            if (Fifty(item)) found++;
        return found;
    }

    private static bool Group(OfflineFilesItem item, string ending, long size) =>
        item.ItemType == OfflineFilesItemType.File
        && item.PinInfo is { Pinned: true }
        && item.ItemName.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
        && item.FileSysInfo is { } info && info.LocalSize > size
        && item.ConnectionInfo is { ConnectState: not ConnectState.Offline };
}
