using CsCheck;

namespace OfflineFiles.Sdk.Testing.Laws;

/// <summary>Random information about an item.</summary>
internal static class InfoGen
{
    private static readonly Gen<DateTimeOffset?> Time = Pick.Of<DateTimeOffset?>([null, .. LawValues.Times]);
    private static readonly Gen<PinState> Pin = Pick.Of(LawValues.Of<PinState>());

    public static readonly Gen<FileSysInfo> FileSysInfo = Gen.Select(
        Gen.Select(Pick.Of(LawValues.Attributes), Pick.Of(LawValues.Attributes), Pick.Of<FileAttributes?>([null, .. LawValues.Attributes])),
        Gen.Select(Pick.Of(LawValues.Numbers), Pick.Of(LawValues.Numbers), Pick.Of<long?>([null, .. LawValues.Numbers])),
        Gen.Select(Time, Time, Time),
        Gen.Select(Time, Time, Time),
        Gen.Select(Time, Time, Time),
        Gen.Select(Time, Time, Time),
        (attributes, sizes, creations, writes, changes, reads) => new FileSysInfo
        {
            LocalAttributes = attributes.Item1,
            OriginalAttributes = attributes.Item2,
            RemoteAttributes = attributes.Item3,
            LocalSize = sizes.Item1,
            OriginalSize = sizes.Item2,
            RemoteSize = sizes.Item3,
            LocalCreationTime = creations.Item1,
            OriginalCreationTime = creations.Item2,
            RemoteCreationTime = creations.Item3,
            LocalLastWriteTime = writes.Item1,
            OriginalLastWriteTime = writes.Item2,
            RemoteLastWriteTime = writes.Item3,
            LocalChangeTime = changes.Item1,
            OriginalChangeTime = changes.Item2,
            RemoteChangeTime = changes.Item3,
            LocalLastAccessTime = reads.Item1,
            OriginalLastAccessTime = reads.Item2,
            RemoteLastAccessTime = reads.Item3,
        });

    public static readonly Gen<PinInfo> PinInfo = Gen.Select(Gen.Bool, Pin, Pin, Pin, Pin, (pinned, user, policy, computer, redirection) => new PinInfo
    {
        Pinned = pinned,
        PinnedForUser = user,
        PinnedForUserByPolicy = policy,
        PinnedForComputer = computer,
        PinnedForFolderRedirection = redirection,
    });

    public static readonly Gen<ChangeInfo> ChangeInfo = Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, (dirty, deleted, created, data, attributes, time) =>
        new ChangeInfo { Dirty = dirty, DeletedOffline = deleted, CreatedOffline = created, ModifiedData = data, ModifiedAttributes = attributes, ModifiedTime = time });

    public static readonly Gen<ConnectionInfo> ConnectionInfo = Gen.Select(Pick.Of(LawValues.Of<ConnectState>()), Pick.Of(LawValues.Of<OfflineReason>()), (state, reason) =>
        new ConnectionInfo { ConnectState = state, OfflineReason = reason });

    public static readonly Gen<SuspendInfo> SuspendInfo = Gen.Select(Gen.Bool, Gen.Bool, (suspended, root) => new SuspendInfo { Suspended = suspended, SuspendedRoot = root });

    public static readonly Gen<DirtyInfo> DirtyInfo = Gen.Select(Pick.Of(LawValues.Numbers), Pick.Of(LawValues.Numbers), (local, remote) =>
        new DirtyInfo { LocalDirtyByteCount = local, RemoteDirtyByteCount = remote });

    /// <summary>An item without a path that holds all the information there is.</summary>
    public static readonly Gen<OfflineFilesItem> Whole = Gen.Select(
        Gen.Select(FileSysInfo, PinInfo, ChangeInfo), Gen.Select(ConnectionInfo, SuspendInfo, DirtyInfo), Gen.Bool, Gen.Bool, (first, second, encrypted, sparse) =>
            new OfflineFilesItem("")
            {
                FileSysInfo = first.Item1,
                PinInfo = first.Item2,
                ChangeInfo = first.Item3,
                ConnectionInfo = second.Item1,
                SuspendInfo = second.Item2,
                DirtyInfo = second.Item3,
                Encrypted = encrypted,
                Sparse = sparse,
            });
}
