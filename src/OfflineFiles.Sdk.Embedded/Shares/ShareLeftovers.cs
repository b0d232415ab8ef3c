using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>Marked files of this engine that no operation under way needs: somebody renamed the directory they were in, say, and the journal looked elsewhere.</summary>
internal static class ShareLeftovers
{
    private const int MostShown = 1000;

    /// <summary>
    /// Takes away what the journal knows nothing of, and was being written. Whoever set a version aside, or took it away as ours, has to tell what becomes of
    /// it; nobody does, so it is shown.
    /// </summary>
    public static void Discard(DirectoryHandle directory, MarkedNames names)
    {
        directory.TryRemove(names.Written);
        Show(directory, names.Taken);
        Show(directory, names.Aside);
        directory.Fsync();
    }

    /// <summary>Empties a directory in which nothing stands but what was being written; false if there is something else.</summary>
    public static bool Clear(ShareLocation location, uint instance, Func<string, bool> isInUse)
    {
        using var directory = location.Parent.OpenDirectory(location.Name);
        var names = directory.ListNames(CancellationToken.None);
        var own = names.Select(name => name.Text).Where(name => !isInUse(name) && IsUnfinished(name, instance)).ToList();
        if (own.Count == 0 || own.Count != names.Count) return false;
        foreach (var name in own) directory.Unlink(name);
        return true;
    }

    private static bool IsUnfinished(string name, uint instance) =>
        TemporaryName.TryParse(name, out var marked)
        && marked.Value.Instance == instance
        && marked is { Role: TemporaryRole.Written or TemporaryRole.Probe };

    private static void Show(DirectoryHandle directory, string marked)
    {
        for (var number = 1; number <= MostShown && directory.TryStatus(marked) is not null; number++)
        {
            try
            {
                directory.RenameNoReplace(marked, directory, RecoveredName.Make("file", number));
            }
            catch (DurableIoException e) when (e.Fault == DurableIoFault.AlreadyExists)
            {
                // That number is taken.
            }
        }
    }
}
