using System.Text;
using OfflineFiles.Sdk;

namespace Quickstart;

/// <summary>The directories the tour plays in: a share with a folder of sample files, and an empty cache beside it.</summary>
internal sealed class Stage : IDisposable
{
    public const string FolderName = "OfflineFiles Quickstart";

    public static readonly UncPath Share = UncPath.Parse(@"\\fileserver\projects");

    private readonly List<string> _remove = [];

    private Stage(string shareDirectory, string cacheDirectory, bool isOwnShare)
    {
        ShareDirectory = shareDirectory;
        CacheDirectory = cacheDirectory;
        Pinned = isOwnShare ? Folder : Share;
    }

    /// <summary>The directory that stands for the share.</summary>
    public string ShareDirectory { get; }

    /// <summary>The directory of the cache.</summary>
    public string CacheDirectory { get; }

    /// <summary>The folder on the share that the tour may change.</summary>
    public static UncPath Folder => Share.Append(FolderName);

    /// <summary>What the tour pins.</summary>
    public UncPath Pinned { get; }

    public static Stage Prepare(TourOptions options)
    {
        if (options.Share is { } given && !Directory.Exists(given)) throw new TourFailedException($"--share {given}: there is no such directory.");
        if (options.Keep is { } kept && Directory.Exists(kept) && Directory.EnumerateFileSystemEntries(kept).Any())
            throw new TourFailedException($"--keep {kept}: the directory is not empty. Name one that is, or that is not there.");

        var home = options.Keep ?? Directory.CreateTempSubdirectory("offlinefiles-quickstart-").FullName;
        var stage = new Stage(options.Share ?? Path.Combine(home, "share"), Path.Combine(home, "cache"), isOwnShare: options.Share is null);
        try
        {
            // Only what the tour made itself is ever removed.
            if (options.Keep is null) stage._remove.Add(home);
            var folder = Path.Combine(stage.ShareDirectory, FolderName);
            if (Path.Exists(folder)) throw new TourFailedException($"{folder} is there already. Remove or rename it: the tour wants a folder of that name for itself.");
            if (options.Keep is null) stage._remove.Add(folder);
            Directory.CreateDirectory(stage.CacheDirectory);
            WriteSampleFiles(folder);
            if (options.Share is null) WriteFile(Path.Combine(stage.ShareDirectory, "Archive", "2019.zip"), new string('z', 4096));
            return stage;
        }
        catch
        {
            stage.Dispose();
            throw;
        }
    }

    /// <summary>The real file behind a path on the share.</summary>
    public string OnShare(UncPath path) => Path.Combine([ShareDirectory, .. path.RelativeToShare!.Split('\\')]);

    public void Dispose()
    {
        foreach (var directory in _remove)
            if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
    }

    private static void WriteSampleFiles(string folder)
    {
        WriteFile(Path.Combine(folder, "Readme.txt"), "Start here.\n");
        WriteFile(Path.Combine(folder, "Budget", "2025.csv"), "month;amount\n1;100\n2;120\n");
        WriteFile(Path.Combine(folder, "Budget", "2026.csv"), "month;amount\n1;130\n");
        WriteFile(Path.Combine(folder, "Budget", "Draft_100%.csv"), "month;amount\n");
        WriteFile(Path.Combine(folder, "Plans", "Roadmap.md"), "# Roadmap\n\n- ship it\n");
        WriteFile(Path.Combine(folder, "Plans", "Old idea.md"), "# An idea whose time has passed\n");
        WriteFile(Path.Combine(folder, "Plans", "Übersicht.md"), "# Übersicht\n");
        for (var i = 1; i <= 4; i++)
        {
            var photo = new byte[3 << 20];
            new Random(i).NextBytes(photo);
            WriteFile(Path.Combine(folder, "Photos", $"Site {i}.raw"), photo);
        }
    }

    private static void WriteFile(string path, string text) => WriteFile(path, Encoding.UTF8.GetBytes(text));

    private static void WriteFile(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
