using OfflineFiles.Sdk;
using OfflineFiles.Sdk.Embedded;

namespace Contoso.Catalogue;

/// <summary>A share with two files in a temporary directory, and a cache that has them pinned.</summary>
internal sealed class CachedShare : IAsyncDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("offlinefiles-").FullName;

    private CachedShare()
    {
    }

    public static UncPath Share { get; } = UncPath.Parse(@"\\srv\docs");

    public OfflineFilesCache Cache { get; private set; } = null!;

    public static async Task<CachedShare> OpenAsync()
    {
        var share = new CachedShare();
        var directory = Path.Join(share._root, "share");
        Directory.CreateDirectory(Path.Join(directory, "plans"));
        await File.WriteAllTextAsync(Path.Join(directory, "readme.txt"), "read me");
        await File.WriteAllTextAsync(Path.Join(directory, "plans", "2024.txt"), "plan of 2024");
        share.Cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions
        {
            CacheDirectory = Path.Join(share._root, "cache"),
            Shares = [new ShareMapping(Share, directory)],
        }));
        (await share.Cache.PinAsync(Share)).ThrowIfFailed();
        return share;
    }

    public async ValueTask DisposeAsync()
    {
        await Cache.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
