namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>A rename that refuses to replace, on file systems whose kernel driver does not offer one (most of those over FUSE).</summary>
internal static class RenameFallback
{
    private const string Operation = "Rename without replacing";

    public static void RenameNoReplace(DirectoryHandle from, string name, DirectoryHandle to, string newName)
    {
        var source = from.TryStatus(name) ?? throw DurableIoException.NotFound(Operation, PathOf(from, name));
        if (source.Type == FileType.Directory) MoveOverOwnDirectory(from, name, to, newName);
        else if (from.TryLink(name, to, newName)) from.Unlink(name);
        else MoveOverReservation(from, name, to, newName);
    }

    // rename(2) replaces a directory only while that is empty, so one that somebody fills meanwhile is safe.
    private static void MoveOverOwnDirectory(DirectoryHandle from, string name, DirectoryHandle to, string newName)
    {
        to.CreateDirectory(newName);
        try
        {
            from.RenameReplace(name, to, newName);
        }
        catch (DurableIoException)
        {
            to.Rmdir(newName);
            throw;
        }
    }

    // The exclusive creation is what refuses; the rename then goes over our own empty file, if it still is ours and empty.
    internal static void MoveOverReservation(DirectoryHandle from, string name, DirectoryHandle to, string newName)
    {
        var reserved = Reserve(to, newName);
        try
        {
            RenameOver(from, name, to, newName, reserved);
        }
        catch (DurableIoException)
        {
            Release(to, newName, reserved);
            throw;
        }
    }

    /// <summary>Takes a free name with an empty file that only we know.</summary>
    /// <exception cref="DurableIoException">The name is taken (<see cref="DurableIoFault.AlreadyExists"/>).</exception>
    public static FileStatus Reserve(DirectoryHandle directory, string name)
    {
        using var reservation = directory.CreateFile(name);
        return reservation.Status();
    }

    /// <summary>Renames over a reservation, only while it is what was reserved.</summary>
    /// <exception cref="DurableIoException">Somebody took the name (<see cref="DurableIoFault.AlreadyExists"/>): nothing was done.</exception>
    public static void RenameOver(DirectoryHandle from, string name, DirectoryHandle to, string newName, in FileStatus reserved)
    {
        if (!IsReserved(to, newName, reserved))
            throw new DurableIoException(Operation, PathOf(to, newName), DurableIoFault.AlreadyExists, 0, "somebody else took the name", 0);
        from.RenameReplace(name, to, newName);
    }

    /// <summary>Removes a reservation, and only that; false when something else stands there, or nothing.</summary>
    public static bool Release(DirectoryHandle directory, string name, in FileStatus reserved)
    {
        if (!IsReserved(directory, name, reserved)) return false;
        directory.Unlink(name);
        return true;
    }

    public static bool IsReserved(DirectoryHandle directory, string name, in FileStatus reserved) =>
        directory.TryStatus(name) is { Type: FileType.File, Size: 0 } found
        && found.FileId == reserved.FileId
        && found.Modified == reserved.Modified;

    private static string PathOf(DirectoryHandle directory, string name) => Path.Join(directory.Path, name);
}
