using System.Collections.Concurrent;
using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Content;

/// <summary>
/// The bytes of cached files: immutable blobs named by id in directories by the first two digits of it. A row that points to a blob is
/// committed after the blob, and only the collector removes one: when no committed row points to it and nobody is making it.
/// </summary>
internal sealed class ContentStore
{
    private const int IdLength = 32;

    private readonly string _root;
    private readonly string _staging;
    private readonly ConcurrentDictionary<string, bool> _held = new(StringComparer.Ordinal);

    public ContentStore(string cacheDirectory)
    {
        _root = Path.Join(cacheDirectory, "content");
        _staging = Path.Join(_root, "staging");
        CreateIfMissing(_root);
        CreateIfMissing(_staging);
    }

    /// <summary>Told of a blob that nobody holds any more and that perhaps no row points to.</summary>
    public Action<string>? Offered { get; set; }

    public BlobWriter Create()
    {
        var id = Guid.NewGuid().ToString("N");
        _held.TryAdd(id, true);
        return new BlobWriter(this, id, Path.Join(_staging, id));
    }

    /// <summary>Whether someone is making the blob.</summary>
    public bool IsHeld(string id) => _held.ContainsKey(id);

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

    /// <summary>Removes a blob; it may be gone already. For the collector alone.</summary>
    internal void Delete(string id)
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

    internal void LetGo(string id)
    {
        _held.TryRemove(id, out _);
        Offered?.Invoke(id);
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
