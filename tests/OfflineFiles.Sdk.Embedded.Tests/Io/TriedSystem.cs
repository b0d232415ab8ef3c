namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>What the system at hand can do, found by trying it: a test that needs it is inconclusive elsewhere.</summary>
internal static class TriedSystem
{
    /// <summary>Windows lets some accounts make no links; an emulation may make none and say nothing.</summary>
    /// <param name="place">Where they have to be; null: where temporary directories are.</param>
    public static void AssumeSymbolicLinks(string? place = null)
    {
        using var directory = new TemporaryDirectory(place);
        try
        {
            File.CreateSymbolicLink(directory["link"], directory["target"]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Assume.That(e, Is.Null, "symbolic links cannot be made here");
        }

        Assume.That(new FileInfo(directory["link"]).LinkTarget, Is.Not.Null, "symbolic links cannot be made here");
    }

    /// <summary>On Windows, and on most servers for it, a backslash parts names.</summary>
    /// <param name="place">Where the names have to be; null: where temporary directories are.</param>
    public static void AssumeBackslashesInNames(string? place = null)
    {
        using var directory = new TemporaryDirectory(place);
        try
        {
            directory.Write(@"back\slash", "");
        }
        catch (IOException)
        {
            // The name does not come up, then.
        }

        Assume.That(directory.Names, Is.EqualTo(new[] { @"back\slash" }), "no name holds a backslash here");
    }

    /// <summary>Windows does so since version 1709 on NTFS; before, the name stays until the last handle is closed.</summary>
    public static void AssumeAnOpenFileLosesItsName()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("a", "");
        using var open = new FileStream(directory["a"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        File.Delete(directory["a"]);
        Assume.That(directory.Names, Is.Empty, "a file that is deleted while it is open keeps its name here");
    }

    public static void AssumeCreationTimes()
    {
        using var directory = new TemporaryDirectory();
        var time = new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc);
        directory.Write("a", "");
        File.SetCreationTimeUtc(directory["a"], time);
        File.SetLastWriteTimeUtc(directory["a"], time.AddDays(1));
        Assume.That(File.GetCreationTimeUtc(directory["a"]), Is.EqualTo(time), "the time of creation cannot be set here");
    }

    public static void AssumeRenamesThatChangeCaseOnly()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("a", "");
        File.Move(directory["a"], directory["A"]);
        Assume.That(directory.Names, Is.EqualTo(new[] { "A" }), "a name cannot change its case only here");
    }
}
