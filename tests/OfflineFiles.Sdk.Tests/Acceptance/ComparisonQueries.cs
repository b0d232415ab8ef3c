using OfflineFiles.Sdk.Tests.Support;
using static OfflineFiles.Sdk.Tests.Acceptance.AcceptanceCase;

namespace OfflineFiles.Sdk.Tests.Acceptance;

/// <summary>Comparisons, conditions and NULL, as they stand in whole queries.</summary>
internal static class ComparisonQueries
{
    private static readonly bool? Unknown = Array.Empty<bool?>().FirstOrDefault();
    private static readonly long? NoSize = Array.Empty<long?>().FirstOrDefault();
    private static readonly DateTimeOffset Now = SampleCache.Now;

    public static IReadOnlyList<AcceptanceCase> All { get; } =
    [
        // A bool that is null counts as false.
        Case(items => items.Count(i => i.PinInfo!.Pinned)),
        Case(items => items.Count(i => !i.PinInfo!.Pinned)),
        Case(items => items.Count(i => i.PinInfo!.Pinned == false)),
        Case(items => items.Count(i => i.PinInfo!.Pinned != true)),
        Case(items => items.Count(i => i.PinInfo!.Pinned ^ i.ChangeInfo!.Dirty)),
        Case(items => items.Count(i => i.PinInfo!.Pinned == i.ChangeInfo!.Dirty)),
        Case(items => items.Count(i => i.PinInfo!.Pinned & !i.ChangeInfo!.Dirty)),
        Case(items => items.Count(i => i.PinInfo!.Pinned | i.ChangeInfo!.Dirty)),

        // A bool that may be null by its type.
        Case(items => items.Count(i => i.Encrypted == true)),
        Case(items => items.Count(i => i.Encrypted != true)),
        Case(items => items.Count(i => i.Encrypted == false)),
        Case(items => items.Count(i => i.Encrypted != false)),
        Case(items => items.Count(i => i.Encrypted == null)),
        Case(items => items.Count(i => i.Encrypted != null)),
        Case(items => items.Count(i => i.Encrypted == Unknown)),
        Case(items => items.Count(i => i.Encrypted != Unknown)),
        Case(items => items.Count(i => i.Encrypted!.Value)),
        Case(items => items.Count(i => !i.Encrypted!.Value)),
        Case(items => items.Count(i => i.Encrypted.HasValue && !i.Encrypted.Value)),
        Case(items => items.Count(i => i.Encrypted ?? true)),
        Case(items => items.Count(i => !(i.Encrypted ?? true))),
        Case(items => items.Count(i => i.Encrypted ?? i.Sparse ?? true)),
        Case(items => items.Count(i => i.Encrypted.GetValueOrDefault())),
        Case(items => items.Count(i => i.Encrypted.GetValueOrDefault(true))),
        Case(items => items.Count(i => i.Encrypted == i.Sparse)),
        Case(items => items.Count(i => (i.Encrypted & i.Sparse) == false)),
        Case(items => items.Count(i => (i.Encrypted | i.Sparse) == null)),

        // Numbers, enums and points of time that are null are neither less nor greater.
        Case(items => items.Count(i => i.FileSysInfo!.LocalSize > 1000)),
        Case(items => items.Count(i => !(i.FileSysInfo!.LocalSize > 1000))),
        Case(items => items.Count(i => i.FileSysInfo!.LocalSize <= 1000)),
        Case(items => items.Count(i => 1000 >= i.FileSysInfo!.LocalSize)),
        Case(items => items.Count(i => i.FileSysInfo!.LocalSize != 7)),
        Case(items => items.Count(i => i.FileSysInfo!.LocalSize == NoSize)),
        Case(items => items.Count(i => i.FileSysInfo!.LocalSize > NoSize)),
        Case(items => items.Count(i => i.FileSysInfo!.RemoteSize > i.FileSysInfo.LocalSize)),
        Case(items => items.Count(i => i.FileSysInfo!.RemoteSize == null)),
        Case(items => items.Count(i => i.FileSysInfo!.RemoteSize.HasValue)),
        Case(items => items.Count(i => (i.FileSysInfo!.RemoteSize ?? i.FileSysInfo.LocalSize) >= 0)),
        Case(items => items.Count(i => i.FileSysInfo!.RemoteSize.GetValueOrDefault() == 0)),
        Case(items => items.Count(i => i.DirtyInfo!.LocalDirtyByteCount == i.FileSysInfo!.LocalSize)),
        Case(items => items.Count(i => i.FileSysInfo!.LocalSize % 2 == 1)),
        Case(items => items.Count(i => i.FileSysInfo!.LocalSize / 1024.0 > 1.5)),
        Case(items => items.Count(i => i.PinInfo!.PinnedForUser == PinState.NotPinned)),
        Case(items => items.Count(i => i.PinInfo!.PinnedForUser != PinState.NotPinned)),
        Case(items => items.Count(i => i.PinInfo!.PinnedForUser < PinState.PinnedInherit)),
        Case(items => items.Count(i => i.ConnectionInfo!.ConnectState.Equals(ConnectState.Online))),
        Case(items => items.Count(i => i.FileSysInfo!.LocalLastWriteTime < Now)),
        Case(items => items.Count(i => !(i.FileSysInfo!.LocalLastWriteTime < Now))),
        Case(items => items.Count(i => i.FileSysInfo!.RemoteLastWriteTime == null && i.ItemType == OfflineFilesItemType.File)),
        Case(items => items.Count(i => (i.FileSysInfo!.LocalAttributes & FileAttributes.Hidden) != 0)),
        Case(items => items.Count(i => (i.FileSysInfo!.LocalAttributes & FileAttributes.Hidden) == 0)),

        // Info objects.
        Case(items => items.Where(i => i.PinInfo == null)),
        Case(items => items.Count(i => i.FileSysInfo != null)),
        Case(items => items.Count(i => i.DirtyInfo == null || i.DirtyInfo.LocalDirtyByteCount == 0)),
        Case(items => items.Count(i => i.FileSysInfo != null && i.FileSysInfo.LocalSize < 10)),
        Case(items => items.Count(i => !(i.FileSysInfo != null && i.FileSysInfo.LocalSize < 10))),

        // Shapes.
        Case(items => items.Count(i => !(i.ItemType == OfflineFilesItemType.File && i.PinInfo!.Pinned))),
        Case(items => items.Count(i => !(i.ItemType == OfflineFilesItemType.File || i.PinInfo!.Pinned))),
        Case(items => items.Count(i => i.ItemType == OfflineFilesItemType.File ? i.ChangeInfo!.Dirty : i.PinInfo!.Pinned)),
        Case(items => items.Count(i => (i.PinInfo!.Pinned ? i.FileSysInfo!.LocalSize : i.FileSysInfo!.OriginalSize) > 1000)),
        Case(items => items.Count(i => i.ItemType == OfflineFilesItemType.File == i.PinInfo!.Pinned)),
        Case(items => items.Where(_ => true).Count()),
        Case(items => items.Where(_ => false).Count()),
        Case(items => items.Where(i => i.ItemType == OfflineFilesItemType.Server && i.PinInfo!.Pinned).Count()),
    ];
}
