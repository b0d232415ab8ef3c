using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.RawQueries;

/// <summary>Reads what an item carries as rows, in the same way.</summary>
internal static class InfoRows
{
    public static ModelRowClass<FileSysInfo> FileSysInfo { get; } = new(OfflineFilesSchema.FileSysInfo, (info, name) => name switch
    {
        "LocalAttributes" => (uint)info.LocalAttributes,
        "LocalSize" => info.LocalSize,
        "LocalCreationTime" => info.LocalCreationTime,
        "LocalLastWriteTime" => info.LocalLastWriteTime,
        "LocalChangeTime" => info.LocalChangeTime,
        "LocalLastAccessTime" => info.LocalLastAccessTime,
        "OriginalAttributes" => (uint)info.OriginalAttributes,
        "OriginalSize" => info.OriginalSize,
        "OriginalCreationTime" => info.OriginalCreationTime,
        "OriginalLastWriteTime" => info.OriginalLastWriteTime,
        "OriginalChangeTime" => info.OriginalChangeTime,
        "OriginalLastAccessTime" => info.OriginalLastAccessTime,
        "RemoteAttributes" => (uint?)info.RemoteAttributes,
        "RemoteSize" => info.RemoteSize,
        "RemoteCreationTime" => info.RemoteCreationTime,
        "RemoteLastWriteTime" => info.RemoteLastWriteTime,
        "RemoteChangeTime" => info.RemoteChangeTime,
        "RemoteLastAccessTime" => info.RemoteLastAccessTime,
        _ => throw ModelRows.NoReader(name),
    });

    public static ModelRowClass<PinInfo> PinInfo { get; } = new(OfflineFilesSchema.PinInfo, (info, name) => name switch
    {
        "Pinned" => info.Pinned,
        "PinnedForUser" => (uint)info.PinnedForUser,
        "PinnedForUserByPolicy" => (uint)info.PinnedForUserByPolicy,
        "PinnedForComputer" => (uint)info.PinnedForComputer,
        "PinnedForFolderRedirection" => (uint)info.PinnedForFolderRedirection,
        _ => throw ModelRows.NoReader(name),
    });

    public static ModelRowClass<ChangeInfo> ChangeInfo { get; } = new(OfflineFilesSchema.ChangeInfo, (info, name) => name switch
    {
        "Dirty" => info.Dirty,
        "DeletedOffline" => info.DeletedOffline,
        "CreatedOffline" => info.CreatedOffline,
        "ModifiedData" => info.ModifiedData,
        "ModifiedAttributes" => info.ModifiedAttributes,
        "ModifiedTime" => info.ModifiedTime,
        _ => throw ModelRows.NoReader(name),
    });

    public static ModelRowClass<ConnectionInfo> ConnectionInfo { get; } = new(OfflineFilesSchema.ConnectionInfo, (info, name) => name switch
    {
        "ConnectState" => (uint)info.ConnectState,
        "OfflineReason" => (uint)info.OfflineReason,
        _ => throw ModelRows.NoReader(name),
    });

    public static ModelRowClass<SuspendInfo> SuspendInfo { get; } = new(OfflineFilesSchema.SuspendInfo, (info, name) => name switch
    {
        "Suspended" => info.Suspended,
        "SuspendedRoot" => info.SuspendedRoot,
        _ => throw ModelRows.NoReader(name),
    });

    public static ModelRowClass<DirtyInfo> DirtyInfo { get; } = new(OfflineFilesSchema.DirtyInfo, (info, name) => name switch
    {
        "LocalDirtyByteCount" => info.LocalDirtyByteCount,
        "RemoteDirtyByteCount" => info.RemoteDirtyByteCount,
        _ => throw ModelRows.NoReader(name),
    });

    public static WqlRow? Of<TModel>(ModelRowClass<TModel> rowClass, TModel? model)
        where TModel : class =>
        model is null ? null : new WqlRow(rowClass, model);
}
