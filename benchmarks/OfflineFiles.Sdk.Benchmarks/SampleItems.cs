using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Benchmarks;

/// <summary>The items and the predicate the benchmarks share.</summary>
internal static class SampleItems
{
    private static readonly string[] Words =
        ["Report", "budget", "Minutes of the meeting", "plan", "Angebot", "Übersicht", "IMG", "scan", "draft", "Invoice", "contract", "notes"];

    private static readonly string[] Extensions = [".docx", ".DOCX", ".Docx", ".xlsx", ".pdf", ".txt", ".jpg", ".doc", ".pptx", ""];

    public static WqlSelectQuery FiveTerms { get; } = (WqlSelectQuery)WqlQuery.Parse(
        "SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0 AND PinInfo.Pinned = TRUE AND ItemName LIKE '%.docx' "
        + "AND FileSysInfo.LocalSize > 4096 AND ConnectionInfo.ConnectState <> 1");

    /// <summary>Items as a cache holds them: servers, shares, directories and files, whose names, sizes and states differ from one to the next.</summary>
    public static OfflineFilesItem[] Make(int count)
    {
        var random = new Random(42);
        var items = new OfflineFilesItem[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = random.Next(1000) switch
            {
                0 => new OfflineFilesItem(UncPath.Parse($@"\\srv{i}"), OfflineFilesItemType.Server),
                < 5 => Item($@"\\srv\share{i}", OfflineFilesItemType.Share, random),
                < 150 => Item($@"\\srv\share{i % 7}\{Words[random.Next(Words.Length)]} {i}", OfflineFilesItemType.Directory, random),
                _ => Item(
                    $@"\\srv\share{i % 7}\dir{i % 97}\{Words[random.Next(Words.Length)]} {i}{Extensions[random.Next(Extensions.Length)]}",
                    OfflineFilesItemType.File,
                    random),
            };
        }

        return items;
    }

    private static OfflineFilesItem Item(string path, OfflineFilesItemType type, Random random) => new(UncPath.Parse(path), type)
    {
        PinInfo = new PinInfo { Pinned = random.Next(3) != 0 },
        FileSysInfo = type == OfflineFilesItemType.Share ? null : new FileSysInfo { LocalSize = random.Next(20_000) },
        ConnectionInfo = new ConnectionInfo { ConnectState = random.Next(4) == 0 ? ConnectState.Offline : ConnectState.Online },
    };
}
