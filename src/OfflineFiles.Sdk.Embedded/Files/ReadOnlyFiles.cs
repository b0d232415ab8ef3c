using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>The files of a cache that is only looked at: what is cached, as it is cached. No share is asked and nothing is written.</summary>
internal sealed class ReadOnlyFiles(CacheEngine engine) : ICacheFiles
{
    public static OperationNotSupportedException Refusal(string operation) => new(
        operation, "Embedded", "The cache was opened to be read only. Open it with CacheOpenMode.OpenExisting.");

    public Task<CachedFileEntry?> FindAsync(UncPath path, CancellationToken cancellationToken) =>
        RunAsync("Find", path, async token => LocalFiles.Find(await engine.Store.FindAsync(path, token).ConfigureAwait(false)), cancellationToken);

    public async IAsyncEnumerable<CachedFileEntry> EnumerateAsync(UncPath directory, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entries = await RunAsync(
            "Enumerate", directory, token => engine.Store.ReadAsync(connection => List(connection, directory), token), cancellationToken).ConfigureAwait(false);
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    public Task<Stream> OpenReadAsync(UncPath path, CancellationToken cancellationToken) =>
        RunAsync<Stream>("Read", path, async token => new CachedStream(await OpenAsync(path, token).ConfigureAwait(false), path), cancellationToken);

    public Task<CachedFileWriter> OpenWriteAsync(UncPath path, FileWriteMode mode, CancellationToken cancellationToken) =>
        Task.FromException<CachedFileWriter>(Refusal("Write"));

    public Task CreateDirectoryAsync(UncPath path, CancellationToken cancellationToken) => Task.FromException(Refusal("Create directory"));

    public Task DeleteAsync(UncPath path, CancellationToken cancellationToken) => Task.FromException(Refusal("Delete"));

    public Task MoveAsync(UncPath path, UncPath newPath, CancellationToken cancellationToken) => Task.FromException(Refusal("Move"));

    private static List<CachedFileEntry> List(StoreConnection connection, UncPath directory) => connection.Find(directory) switch
    {
        null or { DeletedOffline: true } => throw FileErrors.NotCached(directory),
        { IsContainer: false } => throw FileErrors.IsFile(directory),
        _ => connection.Children(directory).Where(FileEntries.IsAvailable).Select(FileEntries.Of).ToList(),
    };

    private async Task<Stream> OpenAsync(UncPath path, CancellationToken cancellationToken)
    {
        string? gone = null;
        while (true)
        {
            var row = await engine.Store.FindAsync(path, cancellationToken).ConfigureAwait(false);
            if (row is null or { DeletedOffline: true }) throw FileErrors.NotCached(path);
            if (row.IsContainer) throw FileErrors.IsDirectory(path);
            if (row.BlobId is not { } id || id == gone) throw FileErrors.NotAvailable(path);
            // The engine beside us may have put a newer version in its place since the row was read: the row says which.
            if (engine.Content.TryOpenRead(id) is { } stream) return stream;
            gone = id;
        }
    }

    private Task<T> RunAsync<T>(string operation, UncPath path, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        engine.Door.RunAsync(operation, path, work, cancellationToken);
}
