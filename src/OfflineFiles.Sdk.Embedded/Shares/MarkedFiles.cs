using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>The marked names of one operation.</summary>
internal readonly record struct MarkedNames(uint Instance, uint Operation)
{
    /// <summary>The new version being written: never anything but our own.</summary>
    public string Written => Name(TemporaryRole.Written);

    /// <summary>The version that stood under the name.</summary>
    public string Aside => Name(TemporaryRole.Aside);

    /// <summary>What was taken from the name to be removed, because it looked like ours.</summary>
    public string Taken => Name(TemporaryRole.Taken);

    private string Name(TemporaryRole role) => new TemporaryName(Instance, Operation, role).ToString();
}

internal static class MarkedFiles
{
    /// <summary>Removes a marked file of our own if it is there; what cannot be removed now is found by its name later.</summary>
    public static void TryRemove(this DirectoryHandle directory, string name)
    {
        try
        {
            if (directory.TryStatus(name) is { Type: FileType.File }) directory.Unlink(name);
        }
        catch (DurableIoException)
        {
        }
    }

    /// <summary>
    /// Sees that a file of ours is on the share, after it was closed and before it is renamed: some drivers send it only then, to the name that it had
    /// when they began, whatever it is called meanwhile. Who reads it waits for that; there is no other way to. Of an empty file there is nothing to read.
    /// </summary>
    public static void ReadBack(this DirectoryHandle directory, string name, long length)
    {
        if (length == 0) return;
        using var file = directory.OpenRead(name);
        _ = file.Read(new byte[1], length - 1);
    }

    /// <summary>Removes a directory of ours that keeps a name; false when somebody uses it: it is his now.</summary>
    public static bool TryRmdir(this DirectoryHandle directory, string name)
    {
        try
        {
            directory.Rmdir(name);
            return true;
        }
        catch (DurableIoException e) when (e.Fault is DurableIoFault.NotEmpty or DurableIoFault.NotADirectory or DurableIoFault.NotFound)
        {
            return false;
        }
    }

    /// <summary>Renames what stands under a user's name to a marked name, which nobody but us takes.</summary>
    public static void RenameToOwn(this DirectoryHandle directory, string name, string marked, ShareTraits traits)
    {
        if (traits.UsesRenameFlags && directory.TryRenameNoReplace(name, directory, marked)) return;
        if (directory.TryStatus(marked) is not null)
            throw new DurableIoException(
                "Set aside", $"{directory.Path}/{name}", DurableIoFault.AlreadyExists, 0, "an earlier change was not cleaned up yet", 0);
        directory.RenameReplace(name, directory, marked);
    }
}
