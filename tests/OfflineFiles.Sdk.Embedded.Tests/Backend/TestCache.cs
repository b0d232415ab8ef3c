using Microsoft.Extensions.Time.Testing;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Embedded.Tests.Crash;
using OfflineFiles.Sdk.Embedded.Tests.Io;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>A real cache over real directories in a temporary place, which disposing removes. The share is \\srv\docs.</summary>
internal sealed class TestCache : IAsyncDisposable
{
    public static readonly UncPath Share = UncPath.Parse(@"\\srv\docs");

    private readonly TestCache? _owner;

    private TestCache(string root, TestCache? owner = null)
    {
        _owner = owner;
        Root = root;
        ShareDirectory = owner?.ShareDirectory ?? CrashWorker.ShareOf(root);
        CacheDirectory = Path.Join(root, "cache");
        Directory.CreateDirectory(ShareDirectory);
    }

    public string Root { get; }

    public string ShareDirectory { get; }

    public string CacheDirectory { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public EmbeddedBackend Backend { get; private set; } = null!;

    public EmbeddedBackendOptions Options => new()
    {
        CacheDirectory = CacheDirectory,
        Shares = [new ShareMapping(Share, ShareDirectory)],
        TimeProvider = Time,
        UserName = "Alice",
    };

    public static async Task<TestCache> OpenAsync(params (string Path, string Content)[] files)
    {
        var test = new TestCache(Directory.CreateTempSubdirectory("offlinefiles-").FullName);
        foreach (var (path, content) in files) test.Put(path, content);
        await test.StartAsync();
        return test;
    }

    /// <summary>Another cache of the same share, to be disposed before this one.</summary>
    public async Task<TestCache> OpenBesideAsync()
    {
        var test = new TestCache(Directory.CreateTempSubdirectory("offlinefiles-").FullName, this);
        await test.StartAsync();
        return test;
    }

    public static UncPath At(string relative) => UncPath.Parse($@"\\srv\docs\{relative}");

    public async Task StartAsync(EmbeddedBackendOptions? options = null) => Backend = await EmbeddedBackend.OpenAsync(options ?? Options);

    public async Task RestartAsync(EmbeddedBackendOptions? options = null)
    {
        await Backend.DisposeAsync();
        await StartAsync(options);
    }

    /// <summary>Writes to the share behind the cache's back, as another user would.</summary>
    public void Put(string relative, string content)
    {
        var file = OnShare(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    /// <summary>The share's directory goes away, as a mount does.</summary>
    public void LoseShare() => Directory.Move(ShareDirectory, ShareDirectory + "-gone");

    public void BringShareBack() => Directory.Move(ShareDirectory + "-gone", ShareDirectory);

    public string OnShare(string relative) => Path.Join(ShareDirectory, relative.Replace('\\', Path.DirectorySeparatorChar));

    public string? ReadShare(string relative) => File.Exists(OnShare(relative)) ? File.ReadAllText(OnShare(relative)) : null;

    public async Task<OfflineFilesItem> ItemAsync(string relative) =>
        await Backend.FindItemAsync(At(relative), CancellationToken.None) ?? throw new AssertionException($"{relative} is not in the cache.");

    public async Task<bool> HasAsync(string relative) => await Backend.FindItemAsync(At(relative), CancellationToken.None) is not null;

    public async Task<List<OfflineFilesItem>> QueryAsync(string wql)
    {
        var items = new List<OfflineFilesItem>();
        await foreach (var item in Backend.QueryItemsAsync((WqlSelectQuery)WqlQuery.Parse(wql), CancellationToken.None)) items.Add(item);
        return items;
    }

    public Task<OperationReport> OfflineAsync() => Backend.TransitionOfflineAsync(Share, OfflineTransitionOptions.Default, CancellationToken.None);

    public Task<OperationReport> OnlineAsync() => Backend.TransitionOnlineAsync(Share, TransitionFlags.None, CancellationToken.None);

    public Task<OperationReport> PinAsync(string? relative = null, PinOptions? options = null) =>
        Backend.PinAsync([relative is null ? Share : At(relative)], options ?? PinOptions.Default, null, CancellationToken.None);

    public Task<OperationReport> SyncAsync(SyncControlFlags? flags = null, string? relative = null) => Backend.SynchronizeAsync(
        [relative is null ? Share : At(relative)],
        flags is { } given ? new SyncOptions { Flags = given } : SyncOptions.Default,
        null,
        CancellationToken.None);

    public ICacheFiles Files => Backend.Files;

    public Task<string> ReadAsync(string relative) => Trees.ReadAsync(Files, At(relative));

    public async Task WriteAsync(string relative, string content, FileWriteMode mode = FileWriteMode.CreateOrReplace)
    {
        await using var writer = await Files.OpenWriteAsync(At(relative), mode, CancellationToken.None);
        await writer.WriteAsync(System.Text.Encoding.UTF8.GetBytes(content));
        await writer.CommitAsync();
    }

    public Task MakeDirectoryAsync(string relative) => Files.CreateDirectoryAsync(At(relative), CancellationToken.None);

    public Task DeleteAsync(string relative) => Files.DeleteAsync(At(relative), CancellationToken.None);

    public Task MoveAsync(string relative, string to) => Files.MoveAsync(At(relative), At(to), CancellationToken.None);

    public async Task<string[]> ListAsync(string? relative = null)
    {
        var names = new List<string>();
        await foreach (var entry in Files.EnumerateAsync(relative is null ? Share : At(relative), CancellationToken.None)) names.Add(entry.Path.Name);
        names.Sort(StringComparer.Ordinal);
        return [.. names];
    }

    public async ValueTask DisposeAsync()
    {
        await Backend.DisposeAsync();
        if (_owner is null && Directory.Exists(ShareDirectory)) TemporaryDirectory.Remove(new DirectoryInfo(ShareDirectory));
        Directory.Delete(Root, recursive: true);
    }
}
