using static OfflineFiles.Sdk.Tests.Support.SampleState;

namespace OfflineFiles.Sdk.Tests.Support;

/// <summary>A cache as an administrator meets it: two servers, five shares, nested directories, and files in every state.</summary>
internal static class SampleCache
{
    /// <summary>The time it is in the cache.</summary>
    public static readonly DateTimeOffset Now = new(2024, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private const string Users = @"\\files\users";
    private const string Projects = @"\\files\projects";
    private const string Hidden = @"\\files\Admin$";
    private const string Archive = @"\\NAS01\archive";
    private const string Media = @"\\NAS01\media";

    public static IReadOnlyList<OfflineFilesItem> All { get; } =
    [
        new(@"\\files", OfflineFilesItemType.Server),
        Container(Users, daysAgo: 0),
        Container($@"{Users}\anna", 1, Pinned),
        Container($@"{Users}\anna\Documents", 1, Pinned),
        File($@"{Users}\anna\Documents\budget.xlsx", 120_000, 1, Pinned | Dirty),
        File($@"{Users}\anna\Documents\Budget (old).xlsx", 118_000, 400, Pinned),
        File($@"{Users}\anna\Documents\letter.docx", 24_000, 2, Pinned | Dirty | New),
        File($@"{Users}\anna\Documents\100% done.txt", 0, 3, Pinned),
        File($@"{Users}\anna\Documents\a_b.txt", 7, 3, Pinned),
        File($@"{Users}\anna\Documents\aXb.txt", 7, 3, Pinned | Concealed),
        File($@"{Users}\anna\Documents\[draft].docx", 31_000, 8, Pinned | Conflict | Dirty),
        File($@"{Users}\anna\Documents\it's.txt", 11, 9, Pinned),
        File($@"{Users}\anna\desktop.ini", 282, 900, Pinned | Concealed),
        Container($@"{Users}\anna\Pictures", 30, Pinned),
        File($@"{Users}\anna\Pictures\Straße.jpg", 2_400_000, 30, Pinned | Sparse),
        File($@"{Users}\anna\Pictures\STRASSE.JPG", 2_400_001, 31, Pinned | Sparse),
        File($@"{Users}\anna\Pictures\été.png", 900_000, 32, Pinned),
        Container($@"{Users}\Bob", 12),
        File($@"{Users}\Bob\todo.txt", 512, 12, Dirty),
        File($@"{Users}\Bob\TODO.TXT.bak", 512, 13),
        File($@"{Users}\Bob\secret.kdbx", 40_960, 14, Encrypted | Pinned),
        File($@"{Users}\Bob\removed.txt", 10, 15, Dirty | Deleted),
        File($@"{Users}\Bob\empty", 0, 16),
        Container(Projects, 0, PolicyPinned),
        Container($@"{Projects}\Alpha", 0, PolicyPinned),
        File($@"{Projects}\Alpha\plan.md", 2_048, 0, PolicyPinned | Dirty),
        File($@"{Projects}\Alpha\plan.md.orig", 2_000, 5, PolicyPinned),
        File($@"{Projects}\Alpha\model.bin", 5_000_000_000, 20, PolicyPinned | Sparse),
        File($@"{Projects}\Alpha\notes.txt", 1_024, 6, PolicyPinned | Conflict | Dirty),
        Container($@"{Projects}\Alpha\src", 0, PolicyPinned),
        File($@"{Projects}\Alpha\src\main.cs", 4_096, 0, PolicyPinned | Dirty | Remote),
        File($@"{Projects}\Alpha\src\Main.Tests.cs", 8_192, 1, PolicyPinned | Remote),
        File($@"{Projects}\Alpha\src\util.cs", 1_500, 45, PolicyPinned),
        Container($@"{Projects}\Alphabet", 60),
        File($@"{Projects}\Alphabet\z.txt", 26, 60),
        Container($@"{Projects}\Beta", 100),
        File($@"{Projects}\Beta\report.pdf", 640_000, 100),
        File($@"{Projects}\Beta\report final.pdf", 650_000, 99, Dirty),
        Container(Hidden, 700),
        File($@"{Hidden}\install.log", 77_000, 700, Concealed | Unsure),
        new(@"\\NAS01", OfflineFilesItemType.Server) { ParentItemPath = "" },
        Container(Archive, 365, Suspended),
        Container($@"{Archive}\2022", 800, Suspended),
        File($@"{Archive}\2022\taxes.zip", 10_000_000, 800, Suspended | Encrypted),
        File($@"{Archive}\2022\photos.zip", 750_000_000, 790, Suspended | Sparse),
        Container($@"{Archive}\2023", 400, Suspended),
        File($@"{Archive}\2023\taxes.zip", 12_000_000, 430, Suspended | Encrypted | Dirty),
        File($@"{Archive}\2023\readme.TXT", 300, 400, Suspended),
        Container(Media, 10, Slow),
        Container($@"{Media}\Music", 10, Slow),
        File($@"{Media}\Music\one.mp3", 4_000_000, 10, Slow | Sparse),
        File($@"{Media}\Music\two.mp3", 5_000_000, 11, Slow | Sparse | Pinned),
        File($@"{Media}\Music\three.flac", 30_000_000, 11, Slow | Pinned),
        File($@"{Media}\Music\Ünïcödé.mp3", 3_000_000, 12, Slow),
        Container($@"{Media}\Video", 20, Slow),
        File($@"{Media}\Video\trailer.mp4", 90_000_000, 20, Slow | Sparse),
        File($@"{Media}\Video\movie.mkv", 8_000_000_000, 21, Slow | Sparse | Remote),
    ];

    private static OfflineFilesItem Container(string path, int daysAgo, SampleState state = Plain)
    {
        var isShare = UncPath.Parse(path).Depth == 2;
        var written = Now.AddDays(-daysAgo);
        return new OfflineFilesItem(path, isShare ? OfflineFilesItemType.Share : OfflineFilesItemType.Directory)
        {
            FileSysInfo = isShare ? null : new FileSysInfo { LocalAttributes = FileAttributes.Directory, LocalLastWriteTime = written, LocalChangeTime = written },
            PinInfo = Pins(state, PinState.PinnedInherit),
            ChangeInfo = new ChangeInfo(),
            ConnectionInfo = Connection(state),
            SuspendInfo = new SuspendInfo { Suspended = state.HasFlag(Suspended), SuspendedRoot = isShare && state.HasFlag(Suspended) },
        };
    }

    private static OfflineFilesItem File(string path, long size, int daysAgo, SampleState state = Plain)
    {
        var (written, isDirty) = (Now.AddDays(-daysAgo).AddTicks(daysAgo), state.HasFlag(Dirty));
        return new OfflineFilesItem(path, OfflineFilesItemType.File)
        {
            FileSysInfo = new FileSysInfo
            {
                LocalAttributes = state.HasFlag(Concealed) ? FileAttributes.Hidden | FileAttributes.System : FileAttributes.Archive,
                LocalSize = size,
                LocalCreationTime = written.AddDays(-1),
                LocalLastWriteTime = written,
                LocalChangeTime = written.AddHours(isDirty ? 1 : 0),
                OriginalSize = isDirty ? size / 2 : size,
                OriginalLastWriteTime = isDirty ? written.AddDays(-7) : written,
                RemoteSize = state.HasFlag(Remote) ? size + 1 : null,
                RemoteLastWriteTime = state.HasFlag(Remote) ? written.AddMinutes(5) : null,
            },
            PinInfo = Pins(state, PinState.Pinned),
            ChangeInfo = new ChangeInfo
            {
                Dirty = isDirty,
                ModifiedData = isDirty && !state.HasFlag(Deleted),
                CreatedOffline = state.HasFlag(New),
                DeletedOffline = state.HasFlag(Deleted),
            },
            ConnectionInfo = Connection(state),
            SuspendInfo = new SuspendInfo { Suspended = state.HasFlag(Suspended) },
            DirtyInfo = new DirtyInfo { LocalDirtyByteCount = isDirty ? size : 0, RemoteDirtyByteCount = state.HasFlag(Sparse) ? size : 0 },
            Encrypted = state.HasFlag(Unsure) ? null : state.HasFlag(Encrypted),
            Sparse = state.HasFlag(Sparse),
            InConflict = state.HasFlag(Conflict),
        };
    }

    private static PinInfo Pins(SampleState state, PinState pinned) => new()
    {
        Pinned = (state & (Pinned | PolicyPinned)) != 0,
        PinnedForUser = state.HasFlag(Pinned) ? pinned : PinState.NotPinned,
        PinnedForUserByPolicy = state.HasFlag(PolicyPinned) ? pinned : PinState.NotPinned,
    };

    private static ConnectionInfo Connection(SampleState state) => state switch
    {
        _ when state.HasFlag(Conflict) => Offline(OfflineReason.NeedToSyncItem),
        _ when state.HasFlag(Suspended) => Offline(OfflineReason.ItemSuspended),
        _ when state.HasFlag(Slow) => Offline(OfflineReason.SlowConnection),
        _ => new ConnectionInfo { ConnectState = ConnectState.Online, OfflineReason = OfflineReason.NotApplicable },
    };

    private static ConnectionInfo Offline(OfflineReason reason) => new() { ConnectState = ConnectState.Offline, OfflineReason = reason };
}
