namespace OfflineFiles.Sdk.Embedded.Tests.Io;

/// <summary>A real directory for one test, removed with all that is in it.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    /// <param name="place">The directory that it lies in; null: where temporary directories are.</param>
    public TemporaryDirectory(string? place = null) => Path = place is null
        ? Directory.CreateTempSubdirectory("offlinefiles-").FullName
        : Directory.CreateDirectory(System.IO.Path.Join(place, $"offlinefiles-{Guid.NewGuid():N}")).FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string[] Names => [.. Directory.EnumerateFileSystemEntries(Path).Select(e => System.IO.Path.GetFileName(e)).Order(StringComparer.Ordinal)];

    public void Write(string name, string text) => File.WriteAllText(this[name], text);

    public string Read(string name) => File.ReadAllText(this[name]);

    public void Dispose() => Remove(new DirectoryInfo(Path));

    /// <summary>Removes a directory with all that is in it, read-only files too.</summary>
    public static void Remove(DirectoryInfo directory)
    {
        foreach (var entry in directory.EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo { LinkTarget: null } below) Remove(below);
            else Delete(entry);
        }

        directory.Delete();
    }

    private static void Delete(FileSystemInfo entry)
    {
        // Windows deletes no read-only file.
        if (OperatingSystem.IsWindows()) entry.Attributes &= ~FileAttributes.ReadOnly;
        entry.Delete();
    }
}
