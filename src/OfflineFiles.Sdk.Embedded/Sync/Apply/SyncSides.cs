using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>
/// Reads both sides of directories, the share's listing and the rows at the same time, and those of one directory ahead of its turn: while one is decided
/// about, the next is on its way.
/// </summary>
internal sealed class SyncSides(CacheEngine engine, ShareScope scope, ISyncVisitor visitor)
{
    /// <summary>What was read ahead longer ago than this is read anew: what is done follows what is there.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private Ahead? _ahead;

    public async Task<DirectorySides> ReadAsync(UncPath directory, bool isOnShare, CancellationToken cancellationToken)
    {
        if (_ahead is { } ahead)
        {
            _ahead = null;
            await ahead.EndAsync().ConfigureAwait(false);
            if (isOnShare && ahead.Directory == directory && engine.TimeProvider.GetElapsedTime(ahead.BegunAt) < Fresh)
                return await ahead.Sides.ConfigureAwait(false);
        }

        return await BothAsync(directory, isOnShare, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins to read a directory that is on both sides and whose turn is soon.</summary>
    public void Begin(UncPath directory, CancellationToken cancellationToken) =>
        _ahead ??= new Ahead(directory, engine.TimeProvider.GetTimestamp(), BothAsync(directory, isOnShare: true, cancellationToken));

    /// <summary>Waits for what was begun and is not read.</summary>
    public Task EndAsync() => _ahead?.EndAsync() ?? Task.CompletedTask;

    private async Task<DirectorySides> BothAsync(UncPath directory, bool isOnShare, CancellationToken cancellationToken)
    {
        var entries = isOnShare ? visitor.ListAsync(scope, directory, cancellationToken) : null;
        var rows = RowsAsync(directory, cancellationToken);
        // Neither goes on behind the back of whoever has the error of the other.
        if (entries is not null) await ((Task)entries).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var (busy, quiet) = await rows.ConfigureAwait(false);
        return new DirectorySides(engine.Store, directory, busy, quiet, entries is null ? [] : await entries.ConfigureAwait(false));
    }

    private async Task<(List<ItemRow> Busy, List<QuietItem> Quiet)> RowsAsync(UncPath directory, CancellationToken cancellationToken)
    {
        var (busy, quiet) = await engine.Store.ReadAsync(connection => connection.ChildrenAtAGlance(directory), cancellationToken).ConfigureAwait(false);
        // What went away from the cache directory is to come again.
        var (here, lost) = (new List<QuietItem>(quiet.Count), new List<UncPath>());
        foreach (var item in quiet)
        {
            if (engine.Content.Holds(item.BlobId, item.Size)) here.Add(item);
            else lost.Add(item.Path);
        }

        foreach (var path in lost)
            if (await engine.Store.FindAsync(path, cancellationToken).ConfigureAwait(false) is { } row) busy.Add(row);
        return (busy, here);
    }

    private sealed record Ahead(UncPath Directory, long BegunAt, Task<DirectorySides> Sides)
    {
        public async Task EndAsync() => await ((Task)Sides).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
