using System.Runtime.CompilerServices;
using System.Text;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Operations.Observe;

namespace OfflineFiles.Sdk;

/// <summary>
/// Reads and writes files through the cache: <see cref="OfflineFilesCache.Files"/>. Online, a change goes to the server and the cache;
/// offline, it stays in the cache and the item is dirty. Safe to use from several threads.
/// </summary>
public sealed class CachedFiles
{
    private readonly ICacheFiles _files;
    private readonly OperationTelemetry _telemetry;

    internal CachedFiles(ICacheFiles files, OperationTelemetry telemetry)
    {
        _files = files;
        _telemetry = telemetry;
    }

    /// <summary>Finds the file or directory at a path.</summary>
    /// <param name="path">The path of a share, or a path below a share.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The entry; null if the path does not exist, or is not available offline while its scope is offline.</returns>
    public Task<CachedFileEntry?> FindAsync(UncPath path, CancellationToken cancellationToken = default) =>
        WatchAsync("Find", path, () => _files.FindAsync(path, cancellationToken));

    /// <summary>Enumerates the files and directories directly in a directory, in no particular order.</summary>
    /// <param name="directory">The path of a share or directory.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    public IAsyncEnumerable<CachedFileEntry> EnumerateAsync(UncPath directory, CancellationToken cancellationToken = default) =>
        _files.EnumerateAsync(Guard.NotNull(directory), cancellationToken);

    /// <summary>Enumerates everything below a directory, parents before their children.</summary>
    /// <param name="directory">The path of a share or directory.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    public async IAsyncEnumerable<CachedFileEntry> EnumerateDescendantsAsync(
        UncPath directory, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Guard.NotNull(directory);
        var pending = new Stack<UncPath>();
        pending.Push(directory);
        while (pending.Count > 0)
        {
            await foreach (var entry in _files.EnumerateAsync(pending.Pop(), cancellationToken).ConfigureAwait(false))
            {
                yield return entry;
                if (entry.ItemType == OfflineFilesItemType.Directory) pending.Push(entry.Path);
            }
        }
    }

    /// <summary>Opens a file for reading. The stream keeps the version that was opened; dispose it.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ItemNotFoundException">The file does not exist, or is not available offline.</exception>
    public Task<Stream> OpenReadAsync(UncPath path, CancellationToken cancellationToken = default) =>
        WatchAsync("OpenRead", path, () => _files.OpenReadAsync(path, cancellationToken));

    /// <summary>Opens a file for writing. Nothing is visible before <see cref="CachedFileWriter.CommitAsync"/>; dispose the writer.</summary>
    /// <param name="path">The path of the file; its directory must exist.</param>
    /// <param name="mode">Specifies whether the file must, may or must not exist.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ItemNotFoundException">The directory does not exist, or the file does not exist and the mode requires it.</exception>
    public Task<CachedFileWriter> OpenWriteAsync(
        UncPath path, FileWriteMode mode = FileWriteMode.CreateOrReplace, CancellationToken cancellationToken = default) =>
        WatchAsync("OpenWrite", path, () => _files.OpenWriteAsync(path, mode, cancellationToken));

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task<byte[]> ReadAllBytesAsync(UncPath path, CancellationToken cancellationToken = default)
    {
        using var stream = await OpenReadAsync(path, cancellationToken).ConfigureAwait(false);
        using var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer, 81920, cancellationToken).ConfigureAwait(false);
        return buffer.ToArray();
    }

    /// <summary>Reads a whole file as UTF-8 text. If the file has a byte order mark, it determines the encoding and is dropped.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task<string> ReadAllTextAsync(UncPath path, CancellationToken cancellationToken = default)
    {
        using var reader = new StreamReader(new MemoryStream(await ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false)));
        return await reader.ReadToEndAsync(
#if NET
            cancellationToken
#endif
            ).ConfigureAwait(false);
    }

    /// <summary>Writes a whole file from a stream and commits it.</summary>
    /// <param name="path">The path of the file; its directory must exist.</param>
    /// <param name="content">The content; it is read to its end and not disposed.</param>
    /// <param name="mode">
    /// Specifies whether the file must, may or must not exist; <see cref="FileWriteMode.Edit"/> overwrites from the start and keeps the
    /// content beyond.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the operation before the commit takes effect.</param>
    public Task WriteAsync(
        UncPath path, Stream content, FileWriteMode mode = FileWriteMode.CreateOrReplace, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(content);
        return WatchAsync("Write", path, async () =>
        {
            using var writer = await _files.OpenWriteAsync(path, mode, cancellationToken).ConfigureAwait(false);
            await content.CopyToAsync(writer, 81920, cancellationToken).ConfigureAwait(false);
            await writer.CommitAsync(cancellationToken).ConfigureAwait(false);
        });
    }

    /// <summary>Writes a whole file and commits it.</summary>
    /// <param name="path">The path of the file; its directory must exist.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="mode">Specifies whether the file must, may or must not exist.</param>
    /// <param name="cancellationToken">A token to cancel the operation before the commit takes effect.</param>
    public async Task WriteAllBytesAsync(
        UncPath path, byte[] content, FileWriteMode mode = FileWriteMode.CreateOrReplace, CancellationToken cancellationToken = default)
    {
        using var stream = new MemoryStream(Guard.NotNull(content), writable: false);
        await WriteAsync(path, stream, mode, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a whole file as UTF-8 text without a byte order mark and commits it.</summary>
    /// <param name="path">The path of the file; its directory must exist.</param>
    /// <param name="content">The text.</param>
    /// <param name="mode">Specifies whether the file must, may or must not exist.</param>
    /// <param name="cancellationToken">A token to cancel the operation before the commit takes effect.</param>
    public Task WriteAllTextAsync(
        UncPath path, string content, FileWriteMode mode = FileWriteMode.CreateOrReplace, CancellationToken cancellationToken = default) =>
        WriteAllBytesAsync(path, Encoding.UTF8.GetBytes(Guard.NotNull(content)), mode, cancellationToken);

    /// <summary>Creates a directory; its parent must exist. A directory that exists already stays as it is.</summary>
    /// <param name="path">The path of the directory.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public Task CreateDirectoryAsync(UncPath path, CancellationToken cancellationToken = default) =>
        WatchAsync("CreateDirectory", path, () => _files.CreateDirectoryAsync(path, cancellationToken));

    /// <summary>Deletes a file, or an empty directory.</summary>
    /// <param name="path">The path of the file or directory.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public Task DeleteAsync(UncPath path, CancellationToken cancellationToken = default) =>
        WatchAsync("Delete", path, () => _files.DeleteAsync(path, cancellationToken));

    /// <summary>Moves or renames a file or directory within its share. The new path must not exist.</summary>
    /// <param name="path">The current path.</param>
    /// <param name="newPath">The new path, in the same share.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public Task MoveAsync(UncPath path, UncPath newPath, CancellationToken cancellationToken = default)
    {
        Guard.NotNull(newPath);
        return WatchAsync("Move", path, () => _files.MoveAsync(path, newPath, cancellationToken));
    }

    private Task<T> WatchAsync<T>(string call, UncPath path, Func<Task<T>> work) => _telemetry.WatchAsync($"Files.{call}", Guard.NotNull(path), work);

    private Task<bool> WatchAsync(string call, UncPath path, Func<Task> work) => WatchAsync(call, path, async () =>
    {
        await work().ConfigureAwait(false);
        return true;
    });
}
