using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Benchmarks.Cim;

/// <summary>Rows as the provider delivers them: files that carry all six objects, whose values differ from one to the next.</summary>
internal static class SampleRows
{
    private static readonly DateTimeOffset Written = new(2024, 3, 1, 12, 30, 0, TimeSpan.Zero);

    public static CimRow[] Make(int count, bool asTexts)
    {
        var rows = new ProviderRows(new ProviderDoubleOptions { ValuesAsStrings = asTexts });
        return [.. Enumerable.Range(0, count).Select(number => rows.Item(File(number)))];
    }

    private static OfflineFilesItem File(int number) => new(UncPath.Parse($@"\\srv\docs\folder {number % 50}\report {number}.docx"), OfflineFilesItemType.File)
    {
        FileSysInfo = new FileSysInfo
        {
            LocalAttributes = FileAttributes.Archive,
            LocalSize = number * 1000L,
            LocalCreationTime = Written.AddSeconds(number),
            LocalLastWriteTime = Written.AddSeconds(2 * number),
            LocalChangeTime = Written.AddSeconds(3 * number),
            LocalLastAccessTime = Written.AddSeconds(4 * number),
            OriginalAttributes = FileAttributes.Archive,
            OriginalSize = number * 1000L,
            OriginalCreationTime = Written.AddSeconds(number),
            OriginalLastWriteTime = Written.AddSeconds(2 * number),
            OriginalChangeTime = Written.AddSeconds(3 * number),
            OriginalLastAccessTime = Written.AddSeconds(4 * number),
        },
        PinInfo = new PinInfo { Pinned = number % 3 == 0, PinnedForUser = (PinState)(number % 3) },
        ChangeInfo = new ChangeInfo { Dirty = number % 7 == 0, ModifiedData = number % 7 == 0 },
        ConnectionInfo = new ConnectionInfo { ConnectState = ConnectState.Online, OfflineReason = OfflineReason.NotApplicable },
        SuspendInfo = new SuspendInfo(),
        DirtyInfo = new DirtyInfo { LocalDirtyByteCount = number % 7 },
        Encrypted = false,
        Sparse = number % 2 == 0,
    };
}
