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

    /// <summary>Writes what was noted. Waits on the calling thread for the write that is at work, and for nothing else.</summary>
    public void Settle()
    {
        if (_noted.IsEmpty) return;
        var noted = new List<KeyValuePair<long, DateTime>>();
        foreach (var id in _noted.Keys)
            if (_noted.TryRemove(id, out var time)) noted.Add(new(id, time));
        try
        {
            engine.Store.WriteAsync(transaction => noted.ForEach(each => transaction.Touch(each.Key, each.Value)), CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (FailureTranslator.IsItemError(exception) || exception is ObjectDisposedException)
        {
            // A time that is too old is no reason to refuse a query.
        }
    }
}
