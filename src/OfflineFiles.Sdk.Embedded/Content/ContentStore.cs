using System.Buffers;
using System.Collections.Concurrent;
using OfflineFiles.Sdk.Embedded.Io;

namespace OfflineFiles.Sdk.Embedded.Content;

/// <summary>
/// The bytes of cached files: immutable blobs named by id in directories by the first two digits of it. A row that points to a blob is
/// committed after the blob, and only the collector removes one: when no committed row points to it and nobody is making it.
/// </summary>
internal sealed class ContentStore
{
    public const string Name = "content";

    private const string Staging = "staging";
    internal const int IdLength = 32;
    internal const int ShardLength = 2;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly string _root;
    private readonly string _staging;
    private readonly ConcurrentDictionary<string, bool> _held = new(StringComparer.Ordinal);

    public ContentStore(string cacheDirectory)
        : this(cacheDirectory, isReadOnly: false)
    {
    }

    private ContentStore(string cacheDirectory, bool isReadOnly)
    {
        _root = Path.Join(cacheDirectory, Name);
        _staging = Path.Join(_root, Staging);
        if (isReadOnly) return;
        CreateIfMissing(_root);
        CreateIfMissing(_staging);
    }

    /// <summary>Told of a blob that nobody holds any more and that perhaps no row points to.</summary>
    public Action<string>? Offered { get; set; }

    /// <summary>The directories that it consists of, as they are there.</summary>
    public static IEnumerable<string> DirectoriesIn(string cacheDirectory)
    {
        var root = Path.Join(cacheDirectory, Name);
        if (PrivateFiles.Inspect(root) is not { } status) return [];
        if (status.Type != FileType.Directory) return [root];
        return Directory.EnumerateFileSystemEntries(root).Where(entry => IsPart(Path.GetFileName(entry))).Prepend(root);
    }

    /// <summary>To read from, without any effect on the directory.</summary>
    public static ContentStore OpenReadOnly(string cacheDirectory) => new(cacheDirectory, isReadOnly: true);

    /// <summary>All blobs in a cache directory, whatever the database says; none if it has no content.</summary>
    public static IEnumerable<string> BlobsIn(string cacheDirectory) => ShardsIn(Path.Join(cacheDirectory, Name)).SelectMany(shard => shard.Blobs);

    /// <summary>All blobs, by the beginning that the ids of a directory have in common: what is kept of them at a time is a small part.</summary>
    public IEnumerable<(string Prefix, IEnumerable<string> Blobs)> Shards() => ShardsIn(_root);

    /// <summary>How many bytes its volume has left for it.</summary>
    public long FreeSpace() => new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(_staging)! : _staging).AvailableFreeSpace;

    /// <summary>A new blob. Of what comes in large pieces, or in one, nothing is gained by a buffer.</summary>
    public BlobWriter Create(bool isBuffered = true)
    {
        var id = Guid.NewGuid().ToString("N");
        _held.TryAdd(id, false);
        try
        {
            return new BlobWriter(this, id, Path.Join(_staging, id), isBuffered);
        }
        catch
        {
            _held.TryRemove(id, out _);
            throw;
        }
    }

    /// <summary>To make many blobs durable at once; null where each is to be synced.</summary>
    public FileSystemSync? TryOpenSync() => FileSystemSync.TryOpen(_staging);

    /// <summary>Whether someone is making the blob. If so it is offered once more when that has ended.</summary>
    public bool IsHeld(string id) => _held.TryUpdate(id, true, false) || _held.ContainsKey(id);

    /// <summary>
    /// Opens a blob; null if it is gone, or if what is there is not a blob: an id that only somebody else can have written into the database, or a link
    /// or a file of another account in its place. Whoever has it open keeps reading after it was deleted.
    /// </summary>
    public FileStream? TryOpenRead(string id)
    {
        if (!IsId(id)) return null;
        try
        {
            var file = PrivateFiles.Open(PathOf(id), FileAccess.Read);
            return new FileStream(file, FileAccess.Read, bufferSize: 65536, isAsync: file.IsAsync);
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException or DurableIoException
        {
            Fault: DurableIoFault.NotFound or DurableIoFault.NotADirectory or DurableIoFault.NotAFile or DurableIoFault.Link or DurableIoFault.ForeignOwner,
        })
        {
            return null;
        }
    }

    /// <summary>Whether a blob is there and has all its bytes, as far as its directory tells.</summary>
    public bool Holds(string id, long length)
    {
        try
        {
            return IsId(id) && IsWhole(PrivateFiles.Inspect(PathOf(id)), length);
        }
        catch (DurableIoException exception) when (exception.Fault == DurableIoFault.NotADirectory)
        {
            return false;
        }
    }

    /// <summary>The same for many.</summary>
    public BlobLook Look() => new(_root);

    internal static bool IsWhole(in PrivateStatus? found, long length) => found is { Type: FileType.File, IsOurs: true } status && status.Length == length;

    /// <summary>Removes a blob; it may be gone already. For the collector alone.</summary>
    internal void Delete(string id)
    {
        if (!IsId(id)) return;
        try
        {
            DurableIo.Unlink(PathOf(id));
        }
        catch (DurableIoException exception) when (exception.Fault is DurableIoFault.NotFound or DurableIoFault.InUse)
        {
            // In use: only Windows says so. The next open collects it.
        }
    }

    /// <summary>The temporary files that a crash left. For the collector alone.</summary>
    internal IEnumerable<string> Abandoned() => Directory.EnumerateFiles(_staging).Where(file => IsId(Path.GetFileName(file)) && !IsHeld(Path.GetFileName(file)));

    /// <summary>Removes a temporary file. What cannot be removed stays until the cache is opened again.</summary>
    internal static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nobody waits for it.
        }
    }

    /// <summary>Whoever made it is done with it.</summary>
    /// <param name="id">The blob.</param>
    /// <param name="mayGo">Whether it is a blob that perhaps no row points to.</param>
    internal void LetGo(string id, bool mayGo)
    {
        _held.TryRemove(id, out var wasOffered);
        if (mayGo || wasOffered) Offered?.Invoke(id);
    }

    /// <summary>Gives a finished temporary file its name.</summary>
    /// <returns>The directory that holds it, whose names must be synced.</returns>
    internal string Adopt(string temporary, string id)
    {
        var shard = Path.Join(_root, id[..ShardLength]);
        var path = Path.Join(shard, id);
        try
        {
            DurableIo.RenameNoReplace(temporary, path);
        }
        // Of hundreds that are given a name together few are the first of their shard.
        catch (DurableIoException exception) when (exception.Fault == DurableIoFault.NotFound && !Directory.Exists(shard))
        {
            CreateIfMissing(shard);
            DurableIo.RenameNoReplace(temporary, path);
        }

        return shard;
    }

    private static void CreateIfMissing(string directory)
    {
        if (Directory.Exists(directory)) return;
        try
        {
            PrivateFiles.CreateDirectory(directory);
        }
        catch (DurableIoException exception) when (exception.Fault == DurableIoFault.AlreadyExists)
        {
            // Another writer made the same shard.
        }
    }

    private static IEnumerable<(string Prefix, IEnumerable<string> Blobs)> ShardsIn(string root) => !Directory.Exists(root)
        ? []
        : Directory.EnumerateDirectories(root)
            .Where(shard => Path.GetFileName(shard).Length == ShardLength)
            .Select(shard => (Path.GetFileName(shard), Directory.EnumerateFiles(shard).Select(file => Path.GetFileName(file)).Where(IsId)));

    private static bool IsPart(string name) => name == Staging || name.Length == ShardLength && name.All(char.IsAsciiHexDigitLower);

    private static bool IsId(string name) => name.Length == IdLength && !name.AsSpan().ContainsAnyExcept(HexDigits);

    private string PathOf(string id) => Path.Join(_root, id[..ShardLength], id);
}
