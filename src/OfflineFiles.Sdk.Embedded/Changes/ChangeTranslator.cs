using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Changes;

/// <summary>Says what a committed write means to someone who watches the cache.</summary>
internal static class ChangeTranslator
{
    public static IEnumerable<CacheChange> Translate(StoreTransaction transaction) =>
        transaction.Changes.SelectMany(change => Translate(change, transaction.Scopes)).Select(change => change with { SyncId = transaction.SyncId });

    private static IEnumerable<CacheChange> Translate(StoreChange change, IReadOnlyDictionary<long, ScopeRow> scopes)
    {
        if (change is { OldScope: { } oldScope, NewScope: { } newScope })
            return CacheChanges.Between(StoredItemMapper.ToItem(change.Old!, oldScope), StoredItemMapper.ToItem(change.New!, newScope));
        var scopeId = change.New?.ScopeId ?? change.Old?.ScopeId;
        var scope = change.ScopeOfRemoved ?? (scopeId is { } id ? scopes.GetValueOrDefault(id) : null);
        var old = change.Old is null ? null : StoredItemMapper.ToItem(change.Old, scope);
        var current = change.New is null ? null : StoredItemMapper.ToItem(change.New, scope);
        var changes = CacheChanges.Between(old, current);
        if (Conflict(change.Old?.ConflictState, change.New?.ConflictState) is not { } kind) return changes;
        var conflict = Conflict(kind, change.New ?? change.Old!, change) with { Previous = old, Current = current };
        // What is removed goes last, after its conflict.
        return current is null ? changes.Prepend(conflict) : changes.Append(conflict);
    }

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

    private static CacheChangeKind? Conflict(SyncState? before, SyncState? after) => (before, after) switch
    {
        (null, not null) => CacheChangeKind.ConflictAdded,
        (not null, null) => CacheChangeKind.ConflictRemoved,
        _ when before != after => CacheChangeKind.ConflictUpdated,
        _ => null,
    };
}
