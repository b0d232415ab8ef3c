using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>
/// Sends each call to the side that serves the item: the share while the scope is online, the cache while it is offline and for
/// whatever has changes that the share has not. A share that goes in the middle of a call is offline, and the cache answers the call.
/// </summary>
internal sealed class EmbeddedFiles : ICacheFiles
{
    private readonly CacheEngine _engine;
    private readonly LocalFiles _local;
    private readonly OnlineFiles _online;

    public EmbeddedFiles(CacheEngine engine, AccessTimes accesses)
    {
        _engine = engine;
        _local = new LocalFiles(engine, accesses);
        _online = new OnlineFiles(engine, accesses);
    }

    public Task<CachedFileEntry?> FindAsync(UncPath path, CancellationToken cancellationToken) => RunAsync("Find", path, async (scope, view, token) =>
        view.IsLocal ? LocalFiles.Find(view.Row) : await OnlineFiles.FindAsync(scope, path, view.Row, token).ConfigureAwait(false), cancellationToken);

    public async IAsyncEnumerable<CachedFileEntry> EnumerateAsync(UncPath directory, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entries = await RunAsync(
            "Enumerate", directory, (scope, view, token) => new FileListing(_engine).ListAsync(scope, directory, view, token), cancellationToken).ConfigureAwait(false);
        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    public async Task<Stream> OpenReadAsync(UncPath path, CancellationToken cancellationToken) => new CachedStream(
        await RunAsync("Read", path, (scope, view, token) => view.IsLocal
            ? _local.OpenReadAsync(scope, path, token)
            : _online.OpenReadAsync(scope, path, view.Row, token), cancellationToken).ConfigureAwait(false),
        path);

    public async Task<CachedFileWriter> OpenWriteAsync(UncPath path, FileWriteMode mode, CancellationToken cancellationToken)
    {
        FileNames.RequireFree(path);
        var blob = (BlobWriter?)null;
        try
        {
            var opened = await RunAsync(
                "Write",
                path,
                (scope, view, token) =>
                {
                    // What a share that went away in the middle left in it is no beginning.
                    blob?.Dispose();
                    blob = _engine.Content.Create();
                    return view.IsLocal
                        ? _local.OpenWriteAsync(scope, path, mode, blob, token)
                        : _online.OpenWriteAsync(scope, path, view.Row, mode, blob, token);
                },
                cancellationToken).ConfigureAwait(false);
            return new FileWriter(blob!, path, (staged, token) => CommitAsync(path, opened, staged, token));
        }
        catch
        {
            blob?.Dispose();
            throw;
        }
    }

    public Task CreateDirectoryAsync(UncPath path, CancellationToken cancellationToken)
    {
        FileNames.RequireFree(path);
        return ChangeAsync("Create directory", path, (scope, view, token) =>
            view.IsLocal ? _local.CreateDirectoryAsync(path, token) : _online.CreateDirectoryAsync(scope, path, token), cancellationToken);
    }

    public Task DeleteAsync(UncPath path, CancellationToken cancellationToken) => ChangeAsync("Delete", path, (scope, view, token) =>
        view.IsLocal ? _local.DeleteAsync(path, token) : _online.DeleteAsync(scope, path, token), cancellationToken);

    public Task MoveAsync(UncPath path, UncPath newPath, CancellationToken cancellationToken)
    {
        FileNames.RequireFree(newPath);
        FileNames.RequireRepresentable(newPath);
        if (path.ShareRoot != newPath.ShareRoot)
            throw new OperationNotSupportedException(
                "Move", "Embedded", $"'{path}' and '{newPath}' lie in different shares. Copy the content and delete the old item.");
        return ChangeAsync("Move", path, async (scope, view, token) =>
        {
            var target = await _engine.Store.ReadAsync(connection => FileView.Read(connection, scope, newPath), token).ConfigureAwait(false);
            if (view.IsLocal || target.IsLocal) await _local.MoveAsync(path, newPath, token).ConfigureAwait(false);
            else await new OnlineMove(_engine).MoveAsync(scope, path, newPath, token).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>A writer was opened on one side; by the time of its commit the other one may serve the item.</summary>
    private Task CommitAsync(UncPath path, OpenedVersion opened, BlobWriter staged, CancellationToken cancellationToken) => ChangeAsync(
        "Write",
        path,
        async (scope, view, token) =>
        {
            var blob = await staged.SealAsync(token).ConfigureAwait(false);
            if (opened.IsShares && !view.IsLocal) await _online.CommitAsync(scope, path, opened, blob, token).ConfigureAwait(false);
            else await _local.CommitAsync(scope, path, opened, blob).ConfigureAwait(false);
        },
        cancellationToken);

    private async Task ChangeAsync(string operation, UncPath path, Func<ShareScope, FileView, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        FileNames.RequireBelowShare(path);
        await RunAsync(
            operation,
            path,
            async (scope, view, token) =>
            {
                await work(scope, view, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private Task<T> RunAsync<T>(
        string operation, UncPath path, Func<ShareScope, FileView, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => _engine.Door.RunAsync(
        operation,
        path,
        async token =>
        {
            FileNames.RequireRepresentable(path);
            var scope = _engine.Scopes.Find(path);
            try
            {
                return await RunAsync(scope, path, work, token).ConfigureAwait(false);
            }
            catch (ShareConflictException exception)
            {
                throw FileErrors.ChangedOnShare(path, operation, exception);
            }
            catch (UnsettledFileException exception)
            {
                throw FileErrors.Unsettled(path, operation, exception);
            }
        },
        cancellationToken);

    private async Task<T> RunAsync<T>(
        ShareScope scope, UncPath path, Func<ShareScope, FileView, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var isReached = await _engine.Guard.TryReachSoonAsync(scope, cancellationToken).ConfigureAwait(false);
        // The cache has nothing of it to answer with.
        if (!isReached && scope.Row is null) throw new ShareUnavailableException(scope.Root, scope.Reach.Reason ?? "it is being looked for");
        try
        {
            return await ServeAsync(scope, path, isLost: false, work, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ShareUnavailableException or IOException)
        {
            if (!await _engine.Guard.IsLostAsync(scope, exception).ConfigureAwait(false)) throw;
        }

        return await ServeAsync(scope, path, isLost: true, work, cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> ServeAsync<T>(
        ShareScope scope, UncPath path, bool isLost, Func<ShareScope, FileView, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var view = await _engine.Store.ReadAsync(connection => FileView.Read(connection, scope, path), cancellationToken).ConfigureAwait(false);
        return await work(scope, isLost ? view with { IsLocal = true } : view, cancellationToken).ConfigureAwait(false);
    }
}
