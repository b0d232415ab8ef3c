using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Changes;

/// <summary>Says what a committed write means to someone who watches the cache: each item that is another afterwards is told.</summary>
/// <remarks>
/// Enumerate it where it was committed, before the next write: what the transaction did not change itself is read from the store meanwhile.
/// </remarks>
internal static class ChangeTranslator
{
    /// <summary>
    /// In how many items of a share a change of its connection is told item by item. A change waits in the queue of its subscribers with two versions
    /// of its item, about a kilobyte; above this a gap says that they are to be read anew.
    /// </summary>
    public const int MostToldOfScope = 100_000;

    public static IEnumerable<CacheChange> Translate(StoreTransaction transaction, int mostToldOfScope = MostToldOfScope)
    {
        var history = new TransactionHistory(transaction);
        foreach (var change in transaction.Changes)
        {
            history.Enter(change);
            var told = TransactionHistory.IsOfScope(change, out var old, out var current)
                ? OfScope(change.New!, old, current, history, mostToldOfScope)
                : OfRow(change, history);
            foreach (var each in told) yield return each with { SyncId = transaction.SyncId };
            history.Leave(change);
        }
    }

    private static IEnumerable<CacheChange> OfRow(StoreChange change, TransactionHistory history)
    {
        var old = change.Old is null ? null : StoredItemMapper.ToItem(change.Old, history.ScopeOf(change.Old));
        var current = change.New is null ? null : StoredItemMapper.ToItem(change.New, history.ScopeOf(change.New));
        var changes = CacheChanges.Between(old, current);
        if (Conflict(change.Old, change.New) is not { } kind) return changes;
        var conflict = Conflict(kind, change.New ?? change.Old!, change) with { Previous = old, Current = current };
        // What is removed goes last, after its conflict.
        return current is null ? changes.Prepend(conflict) : changes.Append(conflict);
    }

    /// <summary>The share, and then each item in it whose own connection is another.</summary>
    private static IEnumerable<CacheChange> OfScope(ItemRow share, ScopeRow old, ScopeRow current, TransactionHistory history, int mostTold)
    {
        var changes = CacheChanges.Between(StoredItemMapper.ToItem(share, old), StoredItemMapper.ToItem(share, current));
        return old.ConnectState == current.ConnectState && old.OfflineReason == current.OfflineReason
            ? changes
            : changes.Concat(OrGap(OfItemsIn(share, old, current, history, mostTold)));
    }

    private static IEnumerable<CacheChange> OfItemsIn(ItemRow share, ScopeRow old, ScopeRow current, TransactionHistory history, int mostTold) =>
        history.CountIn(share, mostTold + 1L) > mostTold
            ? [Gap()]
            : history.RowsIn(share)
                .Select(row => StoredItemMapper.ToItems(row, old, current))
                .SelectMany(pair => CacheChanges.Between(pair.Old, pair.New));

    // It was committed, so whoever wrote it is not told that the rows could not be read; whoever watches is.
    private static IEnumerable<CacheChange> OrGap(IEnumerable<CacheChange> changes)
    {
        using var rest = changes.GetEnumerator();
        while (true)
        {
            CacheChange? next;
            try
            {
                next = rest.MoveNext() ? rest.Current : null;
            }
            catch (SqliteException)
            {
                next = Gap();
            }

            if (next is null) yield break;
            yield return next;
            if (next.Kind == CacheChangeKind.Gap) yield break;
        }
    }

    private static CacheChange Gap() => new() { Kind = CacheChangeKind.Gap };

    private static CacheChange Conflict(CacheChangeKind kind, ItemRow row, StoreChange change) => new()
    {
        Kind = kind,
        Path = row.Path,
        ItemType = row.ItemType,
        Outcome = new ItemOutcome
        {
            Path = row.Path,
            Status = change.New?.ConflictState is null ? OutcomeStatus.Done : OutcomeStatus.Conflict,
            State = change.New?.ConflictState ?? change.Old?.ConflictState,
        },
    };

    /// <summary>A record is another when it is of another state, or the share's version is another than the one it was made of.</summary>
    private static CacheChangeKind? Conflict(ItemRow? before, ItemRow? after) => (before?.ConflictState, after?.ConflictState) switch
    {
        (null, null) => null,
        (null, not null) => CacheChangeKind.ConflictAdded,
        (not null, null) => CacheChangeKind.ConflictRemoved,
        _ when before?.ConflictState != after?.ConflictState || before?.SeenToken != after?.SeenToken => CacheChangeKind.ConflictUpdated,
        _ => null,
    };
}
