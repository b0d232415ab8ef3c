namespace OfflineFiles.Sdk.Embedded.Io;

/// <summary>
/// A rename that refuses to replace, on file systems whose kernel driver does not offer one (most of those over FUSE), and the steps it is made of, for who
/// records each before it happens.
/// </summary>
/// <remarks>
/// An empty directory of ours takes the name: it is made only where nothing is, nobody writes into it by mistake, and it goes only while it is empty. An
/// empty file would do less: some drivers send a file some time after it was closed, and put it in the place of what was renamed over it meanwhile.
/// </remarks>
internal static class RenameFallback
{
    private const string Operation = "Rename without replacing";

    public static void RenameNoReplace(DirectoryHandle from, string name, DirectoryHandle to, string newName)
    {
        var source = from.TryStatus(name) ?? throw DurableIoException.NotFound(Operation, PathOf(from, name));
        if (source.Type != FileType.Directory && from.TryLink(name, to, newName)) from.Unlink(name);
        else MoveOverReservation(from, name, to, newName, source.Type);
    }

    // The creation is what refuses.
    internal static void MoveOverReservation(DirectoryHandle from, string name, DirectoryHandle to, string newName, FileType type)
    {
        to.CreateDirectory(newName);
        RenameOverReservation(from, name, to, newName, type);
    }

    /// <summary>Renames to a name that an empty directory of ours keeps. If it fails ours is removed, unless somebody uses it.</summary>
    /// <exception cref="DurableIoException">Somebody took the name (<see cref="DurableIoFault.AlreadyExists"/>): nothing was done.</exception>
    public static void RenameOverReservation(DirectoryHandle from, string name, DirectoryHandle to, string newName, FileType type)
    {
        if (type == FileType.Directory) RenameOverOwnDirectory(from, name, to, newName);
        else
        {
            GiveUp(to, newName);
            from.RenameReplace(name, to, newName);
        }
    }

    /// <remarks>A rename replaces a directory only while that is empty, and no file: what somebody puts there meanwhile stays.</remarks>
    private static void RenameOverOwnDirectory(DirectoryHandle from, string name, DirectoryHandle to, string newName)
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

    /// <summary>No rename of a file replaces a directory.</summary>
    private static void GiveUp(DirectoryHandle directory, string name)
    {
        try
        {
            directory.Rmdir(name);
        }
        catch (DurableIoException e) when (e.Fault is DurableIoFault.NotEmpty or DurableIoFault.NotADirectory or DurableIoFault.NotFound)
        {
            throw new DurableIoException(
                Operation, PathOf(directory, name), DurableIoFault.AlreadyExists, e.NativeError, "somebody else took the name", e.HResult);
        }
    }

    private static string PathOf(DirectoryHandle directory, string name) => Path.Join(directory.Path, name);
}
