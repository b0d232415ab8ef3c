using System.Collections.Concurrent;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Reports;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Files;

/// <summary>
/// When cached files were last read through the cache. Reading only notes it; what was noted is written in one commit before somebody can see the items,
/// and when the cache is closed. It is no change of an item: it is neither told nor synchronised.
/// </summary>
internal sealed class AccessTimes(CacheEngine engine)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, DateTime> _noted = new();

    public void Note(ItemRow row)
    {
        var now = engine.UtcNow;
        if (row.Local is { } local && now - local.LastAccess >= Step) _noted[row.Id] = now;
    }

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsSettled => _noted.IsEmpty;

    /// <summary>Writes what was noted.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (IsSettled) return;
        var noted = Take();
        try
        {
            await engine.Store.WriteAsync(transaction => Write(transaction, noted), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsNoMatter(exception))
        {
        }
        catch (OperationCanceledException)
        {
            foreach (var (id, time) in noted) _noted.TryAdd(id, time);
            throw;
        }
    }

    /// <summary>The same on the calling thread, which waits for the write that is at work.</summary>
    public void Settle()
    {
        if (IsSettled) return;
        var noted = Take();
        try
        {
            engine.Store.WriteHere(transaction => Write(transaction, noted));
        }
        catch (Exception exception) when (IsNoMatter(exception))
        {
        }
    }

    // A time that is too old is no reason to refuse a query.
    private static bool IsNoMatter(Exception exception) => FailureTranslator.IsItemError(exception) || exception is ObjectDisposedException;

    private static void Write(StoreTransaction transaction, List<KeyValuePair<long, DateTime>> noted)
    {
        foreach (var (id, time) in noted) transaction.Touch(id, time);
    }

    private List<KeyValuePair<long, DateTime>> Take()
    {
        var noted = new List<KeyValuePair<long, DateTime>>();
        foreach (var id in _noted.Keys)
            if (_noted.TryRemove(id, out var time)) noted.Add(new(id, time));
        return noted;
    }
}
