namespace OfflineFiles.Sdk.Cim.Tests;

/// <summary>A small cache with one item of each type and everything the provider leaves NULL left null.</summary>
internal static class SampleItems
{
    public static DateTimeOffset Written { get; } = new(2024, 3, 1, 12, 30, 0, TimeSpan.Zero);

    public static OfflineFilesItem Server { get; } = new(@"\\srv", OfflineFilesItemType.Server);

    public static OfflineFilesItem Share { get; } = new(@"\\srv\docs", OfflineFilesItemType.Share)
    {
        PinInfo = new PinInfo(),
        ChangeInfo = new ChangeInfo(),
        ConnectionInfo = new ConnectionInfo { ConnectState = ConnectState.Online, OfflineReason = OfflineReason.NotApplicable },
        SuspendInfo = new SuspendInfo(),
    };

    public static OfflineFilesItem Directory { get; } = new(@"\\srv\docs\plans", OfflineFilesItemType.Directory)
    {
        FileSysInfo = new FileSysInfo { LocalAttributes = FileAttributes.Directory, OriginalAttributes = FileAttributes.Directory },
        PinInfo = new PinInfo { Pinned = true, PinnedForUser = PinState.PinnedInherit },
        ChangeInfo = new ChangeInfo(),
        ConnectionInfo = new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.SlowConnection },
        SuspendInfo = new SuspendInfo(),
    };

    public static OfflineFilesItem File { get; } = new(@"\\srv\docs\plans\2024.xlsx", OfflineFilesItemType.File)
    {
        FileSysInfo = new FileSysInfo
        {
            LocalAttributes = FileAttributes.Archive,
            LocalSize = 5_000_000_000,
            LocalLastWriteTime = Written,
            OriginalSize = 7,
            RemoteLastWriteTime = Written.AddDays(1),
        },
        PinInfo = new PinInfo { Pinned = true, PinnedForUser = PinState.Pinned },
        ChangeInfo = new ChangeInfo { Dirty = true, ModifiedData = true },
        ConnectionInfo = new ConnectionInfo { ConnectState = ConnectState.Offline, OfflineReason = OfflineReason.SlowConnection },
        SuspendInfo = new SuspendInfo { Suspended = true },
        DirtyInfo = new DirtyInfo { LocalDirtyByteCount = 42 },
        Encrypted = false,
        Sparse = true,
    };

    public static OfflineFilesItem[] All { get; } = [Server, Share, Directory, File];
}
