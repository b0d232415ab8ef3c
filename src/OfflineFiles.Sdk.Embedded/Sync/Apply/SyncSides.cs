using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>
/// Reads both sides of directories, the share's listing and the rows at the same time, and those of a few directories ahead of their turn: while one is
/// decided about, the next are on their way.
/// </summary>
internal sealed class SyncSides(CacheEngine engine, ShareScope scope, ISyncVisitor visitor, BlobLook blobs)
{
    /// <summary>Fewer than the calls to a share that may hang before nobody asks it any more whether it answers.</summary>
    private const int MostAhead = 2;

    /// <summary>What was read ahead longer ago than this is read anew: what is done follows what is there.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly List<Ahead> _ahead = [];

    public async Task<DirectorySides> ReadAsync(UncPath directory, bool isOnShare, CancellationToken cancellationToken)
    {
        foreach (var old in _ahead.FindAll(ahead => !IsFresh(ahead))) await EndAsync(old).ConfigureAwait(false);
        if (_ahead.Find(ahead => ahead.Directory == directory) is { } own)
        {
            await EndAsync(own).ConfigureAwait(false);
            if (isOnShare && IsFresh(own)) return await own.Sides.ConfigureAwait(false);
        }

        return await BothAsync(directory, isOnShare, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins to read directories that are on both sides and whose turn is next.</summary>
    public void Begin(SyncOrder order, CancellationToken cancellationToken)
    {
        var most = MostAhead + 1;
        foreach (var directory in order.Directories().Take(MostAhead))
        {
            var isBegun = _ahead.Exists(ahead => ahead.Directory == directory);
            if (!isBegun && _ahead.Count >= most) return;
            if (!isBegun) _ahead.Add(new Ahead(directory, engine.TimeProvider.GetTimestamp(), BothAsync(directory, isOnShare: true, cancellationToken)));
            // Only the very next may be one more than those that were begun and have their turn later.
            most = MostAhead;
        }
    }

    /// <summary>Waits for what was begun and is not read.</summary>
    public async Task EndAsync()
    {
        while (_ahead.Count > 0) await EndAsync(_ahead[0]).ConfigureAwait(false);
    }

    private bool IsFresh(Ahead ahead) => engine.TimeProvider.GetElapsedTime(ahead.BegunAt) < Fresh;

    private async Task EndAsync(Ahead ahead)
    {
        _ahead.Remove(ahead);
        await ((Task)ahead.Sides).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<DirectorySides> BothAsync(UncPath directory, bool isOnShare, CancellationToken cancellationToken)
    {
        var entries = isOnShare ? visitor.ListAsync(scope, directory, cancellationToken) : null;
        var rows = RowsAsync(directory, cancellationToken);
        // Neither goes on behind the back of whoever has the error of the other.
        if (entries is not null) await ((Task)entries).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var here = await rows.ConfigureAwait(false);
        return new DirectorySides(engine.Store, here, entries is null ? [] : await entries.ConfigureAwait(false));
    }

    // What went away from the cache directory is to come again.
    private Task<Glance> RowsAsync(UncPath directory, CancellationToken cancellationToken) =>
        engine.Store.ReadAsync(connection => connection.ChildrenAtAGlance(directory, blobs.Holds), cancellationToken);

    private sealed record Ahead(UncPath Directory, long BegunAt, Task<DirectorySides> Sides);
}
