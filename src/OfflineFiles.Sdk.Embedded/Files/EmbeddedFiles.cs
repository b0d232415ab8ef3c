using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>
/// Sends each call to the side that serves the item: the share while the scope is online, the cache while it is offline and for
/// whatever has changes that the share has not.
/// </summary>
internal sealed class EmbeddedFiles(CacheEngine engine, Action ensureOpen) : ICacheFiles
{
    private readonly LocalFiles _local = new(engine);
    private readonly OnlineFiles _online = new(engine);

    public Task<CachedFileEntry?> FindAsync(UncPath path, CancellationToken cancellationToken) => RunAsync("Find", path, async (scope, view) =>
        view.IsLocal ? LocalFiles.Find(view.Row) : await OnlineFiles.FindAsync(scope, path, view.Row, cancellationToken).ConfigureAwait(false), cancellationToken);

    public async IAsyncEnumerable<CachedFileEntry> EnumerateAsync(UncPath directory, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entries = await RunAsync(
            "Enumerate", directory, (scope, view) => new FileListing(engine).ListAsync(scope, directory, view, cancellationToken), cancellationToken).ConfigureAwait(false);
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    public Task<Stream> OpenReadAsync(UncPath path, CancellationToken cancellationToken) => RunAsync("Read", path, (scope, view) =>
        view.IsLocal ? _local.OpenReadAsync(path, cancellationToken) : _online.OpenReadAsync(scope, path, view.Row, cancellationToken), cancellationToken);

    public async Task<CachedFileWriter> OpenWriteAsync(UncPath path, FileWriteMode mode, CancellationToken cancellationToken)
    {
        EnsureBelowShare(path);
        return await RunAsync("Write", path, (scope, view) =>
            view.IsLocal ? _local.OpenWriteAsync(path, mode, cancellationToken) : _online.OpenWriteAsync(scope, path, mode, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public Task CreateDirectoryAsync(UncPath path, CancellationToken cancellationToken) => ChangeAsync("Create directory", path, (scope, view) =>
        view.IsLocal ? _local.CreateDirectoryAsync(path, cancellationToken) : _online.CreateDirectoryAsync(scope, path, cancellationToken), cancellationToken);

    public Task DeleteAsync(UncPath path, CancellationToken cancellationToken) => ChangeAsync("Delete", path, (scope, view) =>
        view.IsLocal ? _local.DeleteAsync(path, cancellationToken) : _online.DeleteAsync(scope, path, cancellationToken), cancellationToken);

    public Task MoveAsync(UncPath path, UncPath newPath, CancellationToken cancellationToken)
    {
        EnsureBelowShare(newPath);
        if (path.ShareRoot != newPath.ShareRoot)
            throw new OperationNotSupportedException(
                "Move", "Embedded", $"'{path}' and '{newPath}' lie in different shares. Copy the content and delete the old item.");
        return ChangeAsync("Move", path, async (scope, view) =>
        {
            var target = await engine.Store.ReadAsync(connection => FileView.Read(connection, scope, newPath), cancellationToken).ConfigureAwait(false);
            if (view.IsLocal || target.IsLocal) await _local.MoveAsync(path, newPath, cancellationToken).ConfigureAwait(false);
            else await new OnlineMove(engine).MoveAsync(scope, path, newPath, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    private async Task ChangeAsync(string operation, UncPath path, Func<ShareScope, FileView, Task> work, CancellationToken cancellationToken)
    {
        EnsureBelowShare(path);
        await RunAsync(
            operation,
            path,
            async (scope, view) =>
            {
                await work(scope, view).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> RunAsync<T>(string operation, UncPath path, Func<ShareScope, FileView, Task<T>> work, CancellationToken cancellationToken)
    {
        ensureOpen();
        if (!NameKey.IsRepresentable(path.ToString()))
            throw new InvalidUncPathException(path.ToString(), "it holds half of a surrogate pair, which no file name can hold");
        var scope = engine.Scopes.Find(path);
        try
        {
            var view = await engine.Store.ReadAsync(connection => FileView.Read(connection, scope, path), cancellationToken).ConfigureAwait(false);
            return await work(scope, view).ConfigureAwait(false);
        }
        catch (ShareUnavailableException)
        {
            await engine.Guard.DisconnectAsync(scope).ConfigureAwait(false);
            throw;
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception) && exception is not OfflineFilesException || exception is ShareConflictException)
        {
            throw FailureTranslator.Translate(exception, operation, path);
        }
    }

    private static void EnsureBelowShare(UncPath path)
    {
        if (path.Depth <= 2) throw FileErrors.IsShare(path);
    }
}
