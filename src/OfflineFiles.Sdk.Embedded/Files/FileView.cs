using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>The row of an item and which side serves it.</summary>
internal readonly record struct FileView(ItemRow? Row, bool IsLocal)
{
    public static FileView Read(StoreConnection connection, Scope scope, UncPath path)
    {
        var row = connection.Find(path);
        return new FileView(row, !scope.IsOnline || HasOwnChanges(connection, row, path));
    }

    /// <summary>The item differs here, or it would be in a directory that does.</summary>
    public static bool IsOwn(ItemRow row) => row.Dirty || row.ConflictState is not null;

    private static bool HasOwnChanges(StoreConnection connection, ItemRow? row, UncPath path)
    {
        if (row is not null) return IsOwn(row);
        for (var above = path.Parent; above is not null; above = above.Parent)
            if (connection.Find(above) is { } container) return container.DeletedOffline || container.CreatedOffline || container.ReplacedOffline;
        return false;
    }
}
