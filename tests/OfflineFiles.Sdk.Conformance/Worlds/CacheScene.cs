using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Embedded;

namespace OfflineFiles.Sdk.Conformance.Worlds;

/// <summary>
/// One open cache over a share that is a real directory: \\srv\docs with plans\2024.txt, plans\2025.txt and readme.txt. Nothing is cached at
/// first. Disposing removes everything.
/// </summary>
public sealed class CacheScene : IAsyncDisposable
{
    private readonly string _root;
    private readonly EmbeddedBackend _engine;

    private CacheScene(string root, EmbeddedBackend engine, ICacheBackend backend)
    {
        _root = root;
        _engine = engine;
        Backend = backend;
        Cache = new OfflineFilesCache(backend);
    }

    public static UncPath Server { get; } = UncPath.Parse(@"\\srv");

    public static UncPath Share { get; } = UncPath.Parse(@"\\srv\docs");

    public static UncPath Readme { get; } = At("readme.txt");

    public static UncPath Plans { get; } = At("plans");

    public static UncPath Plan2024 { get; } = At(@"plans\2024.txt");

    public static UncPath Gone { get; } = At(@"plans\gone.txt");

    public OfflineFilesCache Cache { get; }

    public ICacheBackend Backend { get; }

    public static UncPath At(string relative) => UncPath.Parse($@"{Share}\{relative}");

    public static async Task<CacheScene> OpenAsync(Func<EmbeddedBackend, ICacheBackend> backend)
    {
        var root = Directory.CreateTempSubdirectory("offlinefiles-").FullName;
        try
        {
            var share = Path.Join(root, "share");
            Directory.CreateDirectory(Path.Join(share, "plans"));
            await File.WriteAllTextAsync(Path.Join(share, "readme.txt"), "read me");
            await File.WriteAllTextAsync(Path.Join(share, "plans", "2024.txt"), "plan of 2024");
            await File.WriteAllTextAsync(Path.Join(share, "plans", "2025.txt"), "plan of 2025");
            var engine = await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions
            {
                CacheDirectory = Path.Join(root, "cache"),
                Shares = [new ShareMapping(Share, share)],
            });
            return new CacheScene(root, engine, backend(engine));
        }
        catch
        {
            Directory.Delete(root, recursive: true);
            throw;
        }
    }

    /// <summary>Writes to the share behind the cache's back, as another user would.</summary>
    public Task WriteOnShareAsync(UncPath path, string text) => File.WriteAllTextAsync(OnShare(path), text);

    /// <summary>As <see cref="WriteOnShareAsync"/>, with the directories above it.</summary>
    public Task AddOnShareAsync(UncPath path, string text)
    {
        Directory.CreateDirectory(OnShare(path.Parent!));
        return WriteOnShareAsync(path, text);
    }

    /// <summary>Deletes on the share behind the cache's back.</summary>
    public Task DeleteOnShareAsync(UncPath path)
    {
        File.Delete(OnShare(path));
        return Task.CompletedTask;
    }

    /// <summary>The share is not there any more, and the cache finds out by using it.</summary>
    public async Task LoseShareAsync()
    {
        Directory.Move(Path.Join(_root, "share"), Path.Join(_root, "away"));
        await Cache.SynchronizeAsync(Share);
    }

    /// <summary>The share is where it was.</summary>
    public Task FindShareAsync()
    {
        Directory.Move(Path.Join(_root, "away"), Path.Join(_root, "share"));
        return Task.CompletedTask;
    }

    public Task<string> ReadOnShareAsync(UncPath path) => File.ReadAllTextAsync(OnShare(path));

    public bool IsOnShare(UncPath path) => File.Exists(OnShare(path));

    /// <summary>Writes through the cache, as an application does that has the UNC path open.</summary>
    public async Task WriteLocallyAsync(UncPath path, string text)
    {
        await using var writer = await _engine.Files.OpenWriteAsync(path, FileWriteMode.CreateOrReplace, CancellationToken.None);
        await writer.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text));
        await writer.CommitAsync();
    }

    /// <summary>Deletes through the cache, as an application does.</summary>
    public Task DeleteLocallyAsync(UncPath path) => _engine.Files.DeleteAsync(path, CancellationToken.None);

    /// <summary>Moves through the cache, as an application does.</summary>
    public Task MoveLocallyAsync(UncPath path, UncPath newPath) => _engine.Files.MoveAsync(path, newPath, CancellationToken.None);

    public async Task<string> ReadLocallyAsync(UncPath path)
    {
        await using var stream = await _engine.Files.OpenReadAsync(path, CancellationToken.None);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    public async Task<OfflineFilesItem> FindAsync(UncPath path) =>
        await Cache.FindAsync(path) ?? throw new AssertionException($"{path} is not in the cache.");

    public async ValueTask DisposeAsync()
    {
        await Cache.DisposeAsync();
        await _engine.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private string OnShare(UncPath path) => Path.Join([_root, "share", .. path.RelativeToShare!.Split('\\')]);
}
