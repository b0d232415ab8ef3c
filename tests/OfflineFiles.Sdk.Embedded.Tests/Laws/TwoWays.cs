namespace OfflineFiles.Sdk.Embedded.Tests.Laws;

/// <summary>One cache, asked in two ways: what the database can make it makes, and of rows alone, so that the caller makes it.</summary>
internal sealed class TwoWays : IAsyncDisposable
{
    private readonly LawCache _directory;
    private readonly EmbeddedBackend _backend;
    private readonly OfflineFilesCache _made;
    private readonly OfflineFilesCache _read;

    private TwoWays(LawCache directory, EmbeddedBackend backend)
    {
        (_directory, _backend) = (directory, backend);
        _made = new OfflineFilesCache(backend, ownsBackend: false);
        _read = new OfflineFilesCache(new RowsOnly(backend));
    }

    public IQueryable<OfflineFilesItem> Made => _made.Items;

    public IQueryable<OfflineFilesItem> Read => _read.Items;

    public static async Task<TwoWays> OpenAsync()
    {
        var directory = await LawCache.CreateAsync();
        return new TwoWays(directory, await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions { CacheDirectory = directory.Directory }));
    }

    public async ValueTask DisposeAsync()
    {
        await _read.DisposeAsync();
        await _made.DisposeAsync();
        await _backend.DisposeAsync();
        _directory.Dispose();
    }
}
