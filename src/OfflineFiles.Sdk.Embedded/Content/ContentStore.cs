using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Content;

/// <summary>
/// The bytes of cached files: immutable blobs named by id in directories by the first two digits of it. A row that points to a blob is
/// committed after the blob, and a blob goes after the row that pointed to it: what no row points to is garbage, never the reverse.
/// </summary>
internal sealed class ContentStore
{
    private const int IdLength = 32;

    private readonly string _root;
    private readonly string _staging;

    public ContentStore(string cacheDirectory)
    {
        _root = Path.Join(cacheDirectory, "content");
        _staging = Path.Join(_root, "staging");
        CreateIfMissing(_root);
        CreateIfMissing(_staging);
    }

    public BlobWriter Create() => new(this, Path.Join(_staging, Guid.NewGuid().ToString("N")));

    /// <summary>Opens a blob; null if it is gone. Whoever has it open keeps reading after it was deleted.</summary>
    public FileStream? TryOpenRead(string id)
    {
        try
        {
            return new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 65536, useAsync: true);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removes a blob no row points to any more; it may be gone already.</summary>
    public void Delete(string id)
    {
        try
        {
            DurableIo.Unlink(PathOf(id));
        }
        catch (DurableIoException exception) when (exception.Fault is DurableIoFault.NotFound or DurableIoFault.InUse)
        {
            // In use: only Windows says so. The next open collects it.
        }
    }

    /// <summary>Removes what a crash left: temporary files, and blobs that no row points to. Foreign files stay.</summary>
    /// <returns>How many blobs were removed.</returns>
    public int Collect(IReadOnlySet<string> referenced)
    {
        foreach (var file in Directory.EnumerateFiles(_staging))
            if (IsId(Path.GetFileName(file))) DurableIo.Unlink(file);
        var removed = 0;
        foreach (var shard in Directory.EnumerateDirectories(_root))
        {
            if (Path.GetFileName(shard).Length != 2) continue;
            foreach (var file in Directory.EnumerateFiles(shard))
            {
                var id = Path.GetFileName(file);
                if (!IsId(id) || referenced.Contains(id)) continue;
                DurableIo.Unlink(file);
                removed++;
            }
        }

        return removed;
    }

    internal void Adopt(string temporary, string id)
    {
        var shard = Path.Join(_root, id[..2]);
        CreateIfMissing(shard);
        DurableIo.RenameNoReplace(temporary, Path.Join(shard, id));
        DurableIo.FsyncDirectory(shard);
    }

    private static void CreateIfMissing(string directory)
    {
        if (Directory.Exists(directory)) return;
        try
        {
            DurableIo.CreateDirectory(directory);
        }
        catch (DurableIoException exception) when (exception.Fault == DurableIoFault.AlreadyExists)
        {
            // Another writer made the same shard.
        }
    }

    private static bool IsId(string name) => name.Length == IdLength && Guid.TryParseExact(name, "N", out _);

    private string PathOf(string id) => Path.Join(_root, id[..2], id);
}
