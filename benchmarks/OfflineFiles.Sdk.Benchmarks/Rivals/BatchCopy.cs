using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OfflineFiles.Sdk.Benchmarks.Rivals;

/// <summary>
/// The floor for a copy that survives a power cut: temporary files, one sync of the file system, renames, a sync of each directory. Linux only; nothing is
/// compared, noted or hashed.
/// </summary>
internal static partial class BatchCopy
{
    public static void Run(string source, string target)
    {
        if (!OperatingSystem.IsLinux()) throw new ProgramMissingException("the call is Linux'.");
        Directory.CreateDirectory(target);
        foreach (var directory in Directory.EnumerateDirectories(source, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(target, Path.GetRelativePath(source, directory)));
        var written = new List<(string Temporary, string Final)>();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var final = Path.Combine(target, Path.GetRelativePath(source, file));
            written.Add((final + ".tmp", final));
            File.Copy(file, final + ".tmp");
        }

        using (var root = File.OpenHandle(written[0].Temporary))
            if (SyncFileSystem(root) != 0) throw new IOException("syncfs failed.");
        foreach (var (temporary, final) in written) File.Move(temporary, final);
        foreach (var directory in Directory.EnumerateDirectories(target, "*", SearchOption.AllDirectories).Prepend(target)) Sync(directory);
    }

    private static void Sync(string directory)
    {
        using var handle = new SafeFileHandle(Open(directory, 0x10000), ownsHandle: true);
        if (handle.IsInvalid || SyncFile(handle) != 0) throw new IOException($"fsync of '{directory}' failed.");
    }

    [LibraryImport("libc", EntryPoint = "syncfs")]
    private static partial int SyncFileSystem(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int SyncFile(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
