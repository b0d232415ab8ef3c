using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks;

/// <summary>The items and the predicate the benchmarks share.</summary>
internal static class SampleItems
{
    public static WqlSelectQuery FiveTerms { get; } = (WqlSelectQuery)WqlQuery.Parse(
        "SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0 AND PinInfo.Pinned = TRUE AND ItemName LIKE '%.docx' "
        + "AND FileSysInfo.LocalSize > 4096 AND ConnectionInfo.ConnectState <> 1");

    public static OfflineFilesItem[] Make(int count)
    {
        var random = new Random(42);
        var items = new OfflineFilesItem[count];
        for (var i = 0; i < count; i++)
        {
            var path = UncPath.Parse($@"\\srv\share\dir{i % 97}\file{i}.{(i % 3 == 0 ? "DOCX" : "txt")}");
            items[i] = new OfflineFilesItem(path, OfflineFilesItemType.File)
            {
                PinInfo = new PinInfo { Pinned = random.Next(2) == 0 },
                FileSysInfo = new FileSysInfo { LocalSize = random.Next(10_000) },
                ConnectionInfo = new ConnectionInfo { ConnectState = random.Next(4) == 0 ? ConnectState.Offline : ConnectState.Online },
            };
        }

        return items;
    }
}
