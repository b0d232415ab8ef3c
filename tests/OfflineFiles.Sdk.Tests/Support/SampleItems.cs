namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>A small cache with every kind of item and every kind of NULL.</summary>
internal static class SampleItems
{
    public static readonly DateTimeOffset Monday = new(2024, 1, 1, 8, 30, 0, TimeSpan.Zero);

    public static IReadOnlyList<OfflineFilesItem> All { get; } =
    [
        new(@"\\srv", OfflineFilesItemType.Server),
        new(@"\\Other", OfflineFilesItemType.Server) { ParentItemPath = "" },
        Container(@"\\srv\data", OfflineFilesItemType.Share, offline: true),
        Container(@"\\srv\data2", OfflineFilesItemType.Share),
        Container(@"\\srv\data\Reports", OfflineFilesItemType.Directory, pinned: true, day: 1),
        Container(@"\\srv\data\empty_dir", OfflineFilesItemType.Directory, day: 2),
        File(@"\\srv\data\Reports\q1.xlsx", size: 100, pinned: true, dirty: true, day: 3),
        File(@"\\srv\data\Reports\Q2.XLSX", size: 200, day: 4, encrypted: true),
        File(@"\\srv\data\Reports\100%_done[x].txt", size: 0, day: 5, sparse: true, hidden: true),
        File(@"\\srv\data\a_b.txt", size: 5_000_000_000, dirty: true, day: 6, remote: true),
        File(@"\\srv\data\axb.txt", size: 7, day: 7, hidden: true, encrypted: null),
        File(@"\\srv\data2\Straße.doc", size: 7, day: 0, pinned: true, ticks: 5),
    ];

    private static OfflineFilesItem Container(string path, OfflineFilesItemType type, bool pinned = false, bool offline = false, int day = 0) => new(path, type)
    {
        FileSysInfo = type == OfflineFilesItemType.Directory
            ? new FileSysInfo { LocalAttributes = FileAttributes.Directory, LocalLastWriteTime = Monday.AddDays(day) }
            : null,
        PinInfo = new PinInfo { Pinned = pinned, PinnedForUser = pinned ? PinState.PinnedInherit : PinState.NotPinned },
        ChangeInfo = new ChangeInfo(),
        ConnectionInfo = new ConnectionInfo
        {
            ConnectState = offline ? ConnectState.Offline : ConnectState.Online,
            OfflineReason = offline ? OfflineReason.SlowConnection : OfflineReason.NotApplicable,
        },
        SuspendInfo = new SuspendInfo { Suspended = offline },
    };

    private static OfflineFilesItem File(
        string path, long size, int day, bool pinned = false, bool dirty = false, bool? encrypted = false, bool sparse = false, bool hidden = false, bool remote = false, int ticks = 0) =>
        new(path, OfflineFilesItemType.File)
        {
            FileSysInfo = new FileSysInfo
            {
                LocalAttributes = hidden ? FileAttributes.Hidden | FileAttributes.ReadOnly : FileAttributes.Normal,
                LocalSize = size,
                LocalLastWriteTime = Monday.AddDays(day).AddTicks(ticks),
                RemoteSize = remote ? size + 1 : null,
                RemoteLastWriteTime = remote ? Monday.AddDays(day + 1) : null,
            },
            PinInfo = new PinInfo { Pinned = pinned, PinnedForUser = pinned ? PinState.Pinned : PinState.NotPinned },
            ChangeInfo = new ChangeInfo { Dirty = dirty, ModifiedData = dirty },
            ConnectionInfo = new ConnectionInfo { ConnectState = ConnectState.Online, OfflineReason = OfflineReason.NotApplicable },
            SuspendInfo = new SuspendInfo(),
            DirtyInfo = new DirtyInfo { LocalDirtyByteCount = dirty ? size : 0 },
            Encrypted = encrypted,
            Sparse = sparse,
        };
}
