using OfflineFiles.Sdk.Tests.Support;
using static OfflineFiles.Sdk.Tests.Acceptance.AcceptanceCase;

namespace OfflineFiles.Sdk.Tests.Acceptance;

/// <summary>What administrators ask of a cache.</summary>
internal static class AdministrationQueries
{
    private const long Megabyte = 1 << 20;
    private static readonly DateTimeOffset Now = SampleCache.Now;
    private static readonly string[] Executables = [".exe", ".msi", ".cs"];

    public static IReadOnlyList<AcceptanceCase> All { get; } =
    [
        // What is not there although it should be.
        Case(items => items.Where(i => i.PinInfo!.Pinned && i.Sparse == true)),
        Case(items => items.Where(i => i.PinInfo!.Pinned && i.Sparse == true).Select(i => new { i.ItemPath, Missing = i.DirtyInfo!.RemoteDirtyByteCount })),
        Case(items => items.Where(i => i.ItemType == OfflineFilesItemType.File && i.Sparse != true).Count()),
        Case(items => items.Count(i => i.Sparse == true && i.ConnectionInfo!.ConnectState == ConnectState.Offline)),
        Case(items => items.Any(i => i.Sparse == true && i.PinInfo!.PinnedForUserByPolicy != PinState.NotPinned)),
        Case(items => items.Where(i => i.Sparse == true && !i.PinInfo!.Pinned).OrderByDescending(i => i.FileSysInfo!.LocalSize).Select(i => i.ItemName).Take(3)),

        // What waits for a synchronisation.
        Case(items => items.Where(i => i.ChangeInfo!.Dirty)),
        Case(items => items.Where(i => i.ChangeInfo!.Dirty && i.DirtyInfo!.LocalDirtyByteCount > Megabyte)),
        Case(items => items.Where(i => i.ChangeInfo!.Dirty).OrderBy(i => i.FileSysInfo!.LocalLastWriteTime).Select(i => i.ItemPath).First()),
        Case(items => items.Where(i => i.ChangeInfo!.CreatedOffline || i.ChangeInfo.DeletedOffline).Select(i => i.ItemName)),
        Case(items => items.Where(i => i.ChangeInfo!.Dirty && !i.ChangeInfo.ModifiedData)),
        Case(items => items.Where(i => i.ChangeInfo!.Dirty && i.SuspendInfo!.Suspended)),
        Case(items => items.Count(i => i.ChangeInfo!.Dirty && i.ConnectionInfo!.ConnectState == ConnectState.Online)),
        Case(items => items.Where(i => i.FileSysInfo!.LocalSize != i.FileSysInfo.OriginalSize).Select(i => new { i.ItemName, Grown = i.FileSysInfo!.LocalSize - i.FileSysInfo.OriginalSize })),
        Case(items => items.Where(i => i.FileSysInfo!.LocalLastWriteTime > i.FileSysInfo.OriginalLastWriteTime && i.ItemType == OfflineFilesItemType.File)),
        Case(items => items.Where(i => i.FileSysInfo!.RemoteLastWriteTime > i.FileSysInfo.LocalLastWriteTime && i.ChangeInfo!.Dirty).Select(i => i.ItemName).Single()),

        // Conflicts, and why items are offline.
        Case(items => items.Where(i => i.ConnectionInfo!.ConnectState == ConnectState.Offline && i.ConnectionInfo.OfflineReason == OfflineReason.NeedToSyncItem)),
        Case(items => items.Where(i => i.InConflict == true)),
        Case(items => items.Where(i => i.InConflict == true && i.ItemType == OfflineFilesItemType.File).Select(i => new { i.ItemName, i.InConflict })),
        Case(items => items.Count(i => i.InConflict != true)),
        Case(items => items.Where(i => i.ConnectionInfo!.ConnectState == ConnectState.Offline && i.ConnectionInfo.OfflineReason == OfflineReason.SlowConnection && i.ItemType == OfflineFilesItemType.Share)),
        Case(items => items.Where(i => i.ConnectionInfo!.ConnectState != ConnectState.Online)),
        Case(items => items.Where(i => i.ItemType == OfflineFilesItemType.Share).Select(i => new { i.ItemName, i.ConnectionInfo!.ConnectState, i.ConnectionInfo.OfflineReason })),
        Case(items => items.Any(i => i.ConnectionInfo!.OfflineReason == OfflineReason.WorkingOffline)),
        Case(items => items.Where(i => i.ItemType == OfflineFilesItemType.Share).All(i => i.ConnectionInfo!.ConnectState == ConnectState.Online)),

        // Suspended trees.
        Case(items => items.Where(i => i.SuspendInfo!.SuspendedRoot)),
        Case(items => items.Where(i => i.SuspendInfo!.SuspendedRoot).Select(i => i.ItemPath).Single()),
        Case(items => items.Where(i => i.SuspendInfo!.Suspended && !i.SuspendInfo.SuspendedRoot && i.ItemType == OfflineFilesItemType.File).Count()),
        Case(items => items.LongCount(i => !i.SuspendInfo!.Suspended)),

        // What is pinned, by whom.
        Case(items => items.Where(i => i.PinInfo!.PinnedForUser == PinState.PinnedInherit)),
        Case(items => items.Where(i => i.PinInfo!.PinnedForUserByPolicy >= PinState.Pinned && i.ItemType != OfflineFilesItemType.File)),
        Case(items => items.Where(i => i.PinInfo!.Pinned && i.PinInfo.PinnedForUser == PinState.NotPinned && i.ItemType == OfflineFilesItemType.Share)),
        Case(items => items.Where(i => !i.PinInfo!.Pinned && i.ItemType == OfflineFilesItemType.File).OrderBy(i => i.ItemPath).Select(i => i.ItemPath)),
        Case(items => items.Where(i => i.PinInfo!.PinnedForComputer != PinState.NotPinned || i.PinInfo.PinnedForFolderRedirection != PinState.NotPinned)),

        // Recently changed, and long untouched.
        Case(items => items.Where(i => i.FileSysInfo!.LocalLastWriteTime >= Now.AddDays(-7))),
        Case(items => items.Where(i => i.ItemType == OfflineFilesItemType.File && i.FileSysInfo!.LocalLastWriteTime < Now.AddYears(-1)).OrderBy(i => i.FileSysInfo!.LocalLastWriteTime).Select(i => i.ItemName)),
        Case(items => items.OrderByDescending(i => i.FileSysInfo!.LocalChangeTime).ThenBy(i => i.ItemPath).Select(i => i.ItemName).Take(5)),
        Case(items => items.Where(i => i.FileSysInfo!.LocalLastWriteTime > Now.AddDays(-2) && i.FileSysInfo.LocalLastWriteTime <= Now)),

        // Below a path, and by kind of file.
        Case(items => items.Where(i => i.IsUnder(@"\\files\projects"))),
        Case(items => items.Where(i => i.IsUnder(@"\\FILES\Projects\alpha") && i.ItemType == OfflineFilesItemType.File).Select(i => i.ItemName)),
        Case(items => items.Where(i => i.IsUnder(@"\\NAS01\media") && i.ItemName.EndsWith(".mp3")).OrderBy(i => i.ItemName).Select(i => i.ItemName)),
        Case(items => items.Where(i => i.ItemName.EndsWith(".zip") || i.ItemName.EndsWith(".bak"))),
        Case(items => items.Where(i => Executables.Any(extension => i.ItemName.EndsWith(extension)))),
        Case(items => items.Where(i => i.ParentItemPath == @"\\files\users")),
        Case(items => items.Where(i => i.ParentItemPath == null || i.ParentItemPath == "")),
        Case(items => items.Where(i => i.ItemType == OfflineFilesItemType.Share && i.ItemName.EndsWith("$"))),

        // The largest, and counts.
        Case(items => items.OrderByDescending(i => i.FileSysInfo!.LocalSize).Select(i => new { i.ItemName, i.FileSysInfo!.LocalSize }).Take(10)),
        Case(items => items.Where(i => i.IsUnder(@"\\files\users\anna")).OrderByDescending(i => i.FileSysInfo!.LocalSize).Select(i => i.ItemName).First()),
        Case(items => items.Count(i => i.ItemType == OfflineFilesItemType.File)),
        Case(items => items.Count(i => i.ItemType == OfflineFilesItemType.Directory)),
        Case(items => items.Count(i => i.ItemType >= OfflineFilesItemType.Share)),
        Case(items => items.Where(i => i.ItemType == OfflineFilesItemType.File && i.FileSysInfo!.LocalSize == 0).Select(i => i.ItemPath)),
        Case(items => items.Where(i => i.Encrypted == true && i.ChangeInfo!.Dirty).Select(i => i.ItemPath).SingleOrDefault()),
        Case(items => items.Where(i => i.Encrypted == null && i.ItemType == OfflineFilesItemType.File)),
        Case(items => items.Where(i => i.FileSysInfo!.LocalAttributes.HasFlag(FileAttributes.Hidden | FileAttributes.System)).Select(i => i.ItemName)),
    ];
}
