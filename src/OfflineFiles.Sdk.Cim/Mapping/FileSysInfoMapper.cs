using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim.Mapping;

/// <summary>Makes the sizes, attributes and times of a row. The server's copy is reserved: what the provider leaves NULL stays null.</summary>
internal static class FileSysInfoMapper
{
    // The properties by their positions in the schema.
    private const int LocalAttributes = 0, LocalSize = 1, LocalCreationTime = 2, LocalLastWriteTime = 3, LocalChangeTime = 4, LocalLastAccessTime = 5,
        OriginalAttributes = 6, OriginalSize = 7, OriginalCreationTime = 8, OriginalLastWriteTime = 9, OriginalChangeTime = 10,
        OriginalLastAccessTime = 11,
        RemoteAttributes = 12, RemoteSize = 13, RemoteCreationTime = 14, RemoteLastWriteTime = 15, RemoteChangeTime = 16, RemoteLastAccessTime = 17;

    public static FileSysInfo Map(CimRow row, CimRow item)
    {
        var reader = new RowReader(OfflineFilesSchema.FileSysInfo, row, item);
        return new()
        {
            LocalAttributes = (FileAttributes)(reader.Number(LocalAttributes) ?? 0),
            LocalSize = reader.Integer(LocalSize) ?? 0,
            LocalCreationTime = reader.Time(LocalCreationTime) ?? default,
            LocalLastWriteTime = reader.Time(LocalLastWriteTime) ?? default,
            LocalChangeTime = reader.Time(LocalChangeTime) ?? default,
            LocalLastAccessTime = reader.Time(LocalLastAccessTime) ?? default,
            OriginalAttributes = (FileAttributes)(reader.Number(OriginalAttributes) ?? 0),
            OriginalSize = reader.Integer(OriginalSize) ?? 0,
            OriginalCreationTime = reader.Time(OriginalCreationTime) ?? default,
            OriginalLastWriteTime = reader.Time(OriginalLastWriteTime) ?? default,
            OriginalChangeTime = reader.Time(OriginalChangeTime) ?? default,
            OriginalLastAccessTime = reader.Time(OriginalLastAccessTime) ?? default,
            RemoteAttributes = (FileAttributes?)reader.Number(RemoteAttributes),
            RemoteSize = reader.Integer(RemoteSize),
            RemoteCreationTime = reader.Time(RemoteCreationTime),
            RemoteLastWriteTime = reader.Time(RemoteLastWriteTime),
            RemoteChangeTime = reader.Time(RemoteChangeTime),
            RemoteLastAccessTime = reader.Time(RemoteLastAccessTime),
        };
    }
}
