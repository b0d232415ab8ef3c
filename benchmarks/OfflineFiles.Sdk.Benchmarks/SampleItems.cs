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

    /// <summary>Items as a backend delivers them: shares, directories and files, whose names, sizes and states differ from one to the next.</summary>
    public static OfflineFilesItem[] Make(int count)
    {
        var random = new Random(42);
        var directories = Enumerable.Range(0, 500).Select(i => $@"\\srv\share{i % 7}\dir{i}").ToArray();
        var items = new OfflineFilesItem[count];
        for (var i = 0; i < count; i++)
        {
            var name = $"{Words[random.Next(Words.Length)]} {i}";
            items[i] = random.Next(1000) switch
            {
                < 5 => Make(@"\\srv", $"share{i}", OfflineFilesItemType.Share, random),
                < 150 => Make(directories[i % directories.Length], name, OfflineFilesItemType.Directory, random),
                _ => Make(directories[i % directories.Length], name + Extensions[random.Next(Extensions.Length)], OfflineFilesItemType.File, random),
            };
        }

        return items;
    }

    private static OfflineFilesItem Make(string parent, string name, OfflineFilesItemType type, Random random) => new($@"{parent}\{name}")
    {
        ParentItemPath = parent,
        ItemName = name,
        ItemType = type,
        PinInfo = new PinInfo { Pinned = random.Next(3) != 0 },
        FileSysInfo = type == OfflineFilesItemType.Share ? null : new FileSysInfo { LocalSize = random.Next(20_000) },
        ConnectionInfo = new ConnectionInfo { ConnectState = random.Next(4) == 0 ? ConnectState.Offline : ConnectState.Online },
    };
}
