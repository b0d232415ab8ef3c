using LINQPad;
using OfflineFiles.Sdk.Display;

namespace OfflineFiles.Sdk;

/// <content>What a display shows of an item: what people look for first, as far as the row holds it. The info objects hold the rest.</content>
public sealed partial class OfflineFilesItem : ICustomMemberProvider
{
    private static readonly MemberTable<OfflineFilesItem> Columns = new MemberTable<OfflineFilesItem>()
        .Text(nameof(ItemPath), item => item._itemPath)
        .Value(nameof(ItemType), item => item._itemType, item => item.Has(ItemMembers.ItemType))
        .Value(nameof(FileSysInfo.LocalSize), item => item._fileSysInfo?.LocalSize, item => item.Has(ItemMembers.FileSysInfo))
        .Value(nameof(FileSysInfo.LocalLastWriteTime), item => item._fileSysInfo?.LocalLastWriteTime, item => item.Has(ItemMembers.FileSysInfo))
        .Value(nameof(PinInfo.Pinned), item => item._pinInfo?.Pinned, item => item.Has(ItemMembers.PinInfo))
        .Value(nameof(ChangeInfo.Dirty), item => item._changeInfo?.Dirty, item => item.Has(ItemMembers.ChangeInfo))
        .Value(nameof(ConnectionInfo.ConnectState), item => item._connectionInfo?.ConnectState, item => item.Has(ItemMembers.ConnectionInfo))
        .Value(nameof(ConnectionInfo.OfflineReason), item => item._connectionInfo?.OfflineReason, item => item.Has(ItemMembers.ConnectionInfo))
        .Value(nameof(InConflict), item => item._inConflict, item => item.Has(ItemMembers.InConflict))
        .Value(nameof(Sparse), item => item._sparse, item => item.Has(ItemMembers.Sparse))
        .Value(nameof(Encrypted), item => item._encrypted, item => item.Has(ItemMembers.Encrypted))
        .Text(nameof(PinInfo), item => item._pinInfo, item => item.Has(ItemMembers.PinInfo))
        .Text(nameof(ChangeInfo), item => item._changeInfo, item => item.Has(ItemMembers.ChangeInfo))
        .Text(nameof(SuspendInfo), item => item._suspendInfo, item => item.Has(ItemMembers.SuspendInfo))
        .Text(nameof(DirtyInfo), item => item._dirtyInfo, item => item.Has(ItemMembers.DirtyInfo));

    IEnumerable<string> ICustomMemberProvider.GetNames() => Columns.NamesOf(this);

    IEnumerable<Type> ICustomMemberProvider.GetTypes() => Columns.TypesOf(this);

    IEnumerable<object?> ICustomMemberProvider.GetValues() => Columns.ValuesOf(this);
}
