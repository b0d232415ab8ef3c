using System.Text;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Tests.Backend;
using OfflineFiles.Sdk.Embedded.Tests.Memory;

namespace OfflineFiles.Sdk.Embedded.Tests.Histories;

/// <summary>An engine over a share in memory, with a real database in a temporary place, which disposing removes.</summary>
internal sealed class EngineRig : IAsyncDisposable
{
    public static readonly UncPath ShareRoot = UncPath.Parse(@"\\srv\docs");

    // What is kept in memory is not slowed down by the disk, to which the engine gives everything at once.
    private static readonly string Place = OperatingSystem.IsLinux() && Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private readonly string _root = Path.Join(Place, $"offlinefiles-{Guid.NewGuid():N}");
    private int _caches;

    private EngineRig(MemoryTraits traits, int seed)
    {
        Share = new MemoryFileSystem(traits, Time, seed);
        Directory.CreateDirectory(Path.Join(_root, "share"));
    }

    public VirtualTime Time { get; } = new();

    public MemoryFileSystem Share { get; }

    public EmbeddedBackend Backend { get; private set; } = null!;

    /// <summary>All that the rig keeps on a disk lies in it.</summary>
    public string Root => _root;

    public string CacheDirectory => Path.Join(_root, $"cache{_caches}");

    public ICacheFiles Files => Backend.Files;

    public static async Task<EngineRig> OpenAsync(MemoryTraits traits, int seed, params (string Path, string Content)[] files)
    {
        var rig = new EngineRig(traits, seed);
        foreach (var (path, content) in files) rig.Share.Users.Write(path, content);
        await rig.StartAsync();
        return rig;
    }

    public static UncPath At(string path) => UncPath.Parse($@"\\srv\docs\{path.Replace('/', '\\')}");

    public async Task StartAsync() => Backend = await EmbeddedBackend.OpenAsync(
        new EmbeddedBackendOptions
        {
            CacheDirectory = CacheDirectory,
            Shares = [new ShareMapping(ShareRoot, Path.Join(_root, "share"))],
            TimeProvider = Time,
            UserName = "Alice",
        },
        new EngineSeams
        {
            Share = (mapping, instance) => new DirectoryShare(mapping.Share, mapping.Directory, instance, Share) { Time = Time },
            // How fast the machine is today decides nothing.
            Patience = Timeout.InfiniteTimeSpan,
        },
        CancellationToken.None);

    public async Task RestartAsync()
    {
        await Backend.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Whatever was at work then told nobody how it ended.</summary>
    public bool WasKilled { get; private set; }

    /// <summary>
    /// To be called in the middle of a call of the engine: from here on the share is dead for it, and what it had made durable in its cache is kept
    /// for <see cref="ReviveAsync"/>.
    /// </summary>
    public void Kill()
    {
        WasKilled = true;
        var from = CacheDirectory;
        _caches++;
        CopyDirectory(from, CacheDirectory);
        Share.Remount();
    }

    /// <summary>Starts an engine on what was left when the one before was killed.</summary>
    public async Task ReviveAsync()
    {
        await Backend.DisposeAsync();
        WasKilled = false;
        await StartAsync();
    }

    public Task<OperationReport> SyncAsync(SyncControlFlags? flags = null) => Backend.SynchronizeAsync(
        [ShareRoot], flags is { } given ? new SyncOptions { Flags = given } : SyncOptions.Default, null, CancellationToken.None);

    public Task<OperationReport> PinAsync(string? path = null) =>
        Backend.PinAsync([path is null ? ShareRoot : At(path)], PinOptions.Default, null, CancellationToken.None);

    public Task<OperationReport> UnpinAsync(string? path = null) =>
        Backend.UnpinAsync([path is null ? ShareRoot : At(path)], UnpinOptions.Default, null, CancellationToken.None);

    public Task<OperationReport> DeleteItemsAsync(string path) =>
        Backend.DeleteItemsAsync([At(path)], DeleteOptions.Default, null, CancellationToken.None);

    public Task<OperationReport> OfflineAsync() =>
        Backend.TransitionOfflineAsync(ShareRoot, OfflineTransitionOptions.Default, CancellationToken.None);

    public Task<OperationReport> OnlineAsync() => Backend.TransitionOnlineAsync(ShareRoot, TransitionFlags.None, CancellationToken.None);

    public async Task WriteAsync(string path, string content)
    {
        await using var writer = await Files.OpenWriteAsync(At(path), FileWriteMode.CreateOrReplace, CancellationToken.None);
        await writer.WriteAsync(Encoding.UTF8.GetBytes(content));
        await writer.CommitAsync();
    }

    public Task<string> ReadAsync(UncPath path) => Trees.ReadAsync(Files, path);

    public Task DeleteAsync(string path) => Files.DeleteAsync(At(path), CancellationToken.None);

    public Task MakeDirectoryAsync(string path) => Files.CreateDirectoryAsync(At(path), CancellationToken.None);

    public Task MoveAsync(string path, string to) => Files.MoveAsync(At(path), At(to), CancellationToken.None);

    /// <summary>All that the cache shows at and below a path now, and the bytes of the files; null for a directory.</summary>
    public Task<SortedDictionary<string, string?>> TreeAsync(string? top = null) => Trees.OfAsync(Files, top is null ? ShareRoot : At(top));

    public async ValueTask DisposeAsync()
    {
        Share.OnCall = null;
        await Backend.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private static void CopyDirectory(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            // The index of the log is made anew from the log; the lock is the dead engine's.
            var name = Path.GetFileName(file);
            if (!name.EndsWith("-shm", StringComparison.Ordinal) && name != "engine.lock") CopyFile(file, Path.Join(to, name));
        }

        foreach (var directory in Directory.EnumerateDirectories(from)) CopyDirectory(directory, Path.Join(to, Path.GetFileName(directory)));
    }

    private static void CopyFile(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = File.Create(to);
        source.CopyTo(target);
    }
}
