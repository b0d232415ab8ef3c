namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>
/// A rename that refuses to replace, on file systems whose kernel driver does not offer one (most of those over FUSE), and the steps it is made of, for who
/// records each before it happens.
/// </summary>
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

    private static void MoveOverOwnDirectory(DirectoryHandle from, string name, DirectoryHandle to, string newName)
    {
        to.CreateDirectory(newName);
        RenameOverOwnDirectory(from, name, to, newName);
    }

    /// <summary>Renames a directory to a name that an empty one of ours keeps. If it fails ours is removed, unless somebody uses it.</summary>
    /// <remarks>A rename replaces a directory only while that is empty, and no file: what somebody puts there meanwhile stays.</remarks>
    public static void RenameOverOwnDirectory(DirectoryHandle from, string name, DirectoryHandle to, string newName)
    {
        try
        {
            from.RenameReplace(name, to, newName);
        }
        catch (DurableIoException)
        {
            // It may have been done although an error came back.
            if (from.TryStatus(name) is null) throw;
            to.Rmdir(newName);
            // Some file systems refuse to replace even an empty directory, each with an error of its own; any other error comes again.
            from.RenameReplace(name, to, newName);
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

    /// <summary>Takes a free name with an empty file.</summary>
    /// <exception cref="DurableIoException">The name is taken (<see cref="DurableIoFault.AlreadyExists"/>).</exception>
    public static ReservedName Reserve(DirectoryHandle directory, string name)
    {
        FileStatus created;
        using (var reservation = directory.CreateFile(name)) created = reservation.Status();
        // Some drivers tell other times, and even another id, once the file was closed: what counts is what will be read again.
        var found = directory.TryStatus(name);
        return found is { Type: FileType.File, Size: 0 }
            ? new ReservedName(found.Value, found.Value.FileId == created.FileId)
            : throw Taken(directory, name);
    }

    /// <summary>Renames over a reservation, only while it is what was reserved.</summary>
    /// <exception cref="DurableIoException">Somebody took the name (<see cref="DurableIoFault.AlreadyExists"/>): nothing was done.</exception>
    public static void RenameOver(DirectoryHandle from, string name, DirectoryHandle to, string newName, in ReservedName reserved)
    {
        if (!IsReserved(to, newName, reserved)) throw Taken(to, newName);
        from.RenameReplace(name, to, newName);
    }

    /// <summary>Removes a reservation, and only that; false when something else stands there, or nothing.</summary>
    public static bool Release(DirectoryHandle directory, string name, in ReservedName reserved)
    {
        if (!IsReserved(directory, name, reserved)) return false;
        directory.Unlink(name);
        return true;
    }

    public static bool IsReserved(DirectoryHandle directory, string name, in ReservedName reserved) =>
        directory.TryStatus(name) is { Type: FileType.File, Size: 0 } found
        && found.Modified == reserved.Status.Modified
        && (!reserved.HasStableId || found.FileId == reserved.Status.FileId);

    private static DurableIoException Taken(DirectoryHandle directory, string name) =>
        new(Operation, PathOf(directory, name), DurableIoFault.AlreadyExists, 0, "somebody else took the name", 0);

    private static string PathOf(DirectoryHandle directory, string name) => Path.Join(directory.Path, name);
}

/// <summary>An empty file of ours that keeps a name, as the directory tells it once it is closed.</summary>
/// <param name="Status">How it is recognised.</param>
/// <param name="HasStableId">Whether the directory tells the same id for it again.</param>
internal readonly record struct ReservedName(FileStatus Status, bool HasStableId);
