using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Changes;

/// <summary>Says what a committed write means to someone who watches the cache.</summary>
internal static class ChangeTranslator
{
    public static IEnumerable<CacheChange> Translate(StoreTransaction transaction) =>
        transaction.Changes.SelectMany(change => Translate(change, transaction.Scopes)).Select(change => change with { SyncId = transaction.SyncId });

    private static IEnumerable<CacheChange> Translate(StoreChange change, IReadOnlyDictionary<long, ScopeRow> scopes)
    {
        if (change is { OldScope: { } oldScope, NewScope: { } newScope }) return Scope(change, oldScope, newScope);
        var scopeId = change.New?.ScopeId ?? change.Old?.ScopeId;
        var scope = change.ScopeOfRemoved ?? (scopeId is { } id ? scopes.GetValueOrDefault(id) : null);
        var old = change.Old is null ? null : ItemMapper.ToItem(change.Old, scope);
        var current = change.New is null ? null : ItemMapper.ToItem(change.New, scope);
        return Rows(change, old, current).Select(made => made with { Previous = old, Current = current });
    }

    private static IEnumerable<CacheChange> Rows(StoreChange change, OfflineFilesItem? old, OfflineFilesItem? current)
    {
        var row = change.New ?? change.Old!;
        if (old is null) yield return Make(CacheChangeKind.ItemAdded, row);
        else if (current is not null && change.Old!.Path.ToString() != row.Path.ToString())
            yield return Make(CacheChangeKind.ItemRenamed, row) with { OldPath = change.Old.Path };
        if (old is not null && current is not null && Differences(old, current) is var members and not ItemMembers.None)
            yield return Make(CacheChangeKind.ItemModified, row) with { ChangedMembers = members };

        var before = change.Old?.Pins ?? default;
        var after = change.New?.Pins ?? default;
        if (after.Or(before) != before) yield return Make(CacheChangeKind.ItemPinned, row) with { ChangedMembers = ItemMembers.PinInfo };
        else if (current is not null && after != before) yield return Make(CacheChangeKind.ItemUnpinned, row) with { ChangedMembers = ItemMembers.PinInfo };

        if (Conflict(change.Old?.ConflictState, change.New?.ConflictState) is { } kind)
            yield return Make(kind, row) with
            {
                Outcome = new ItemOutcome
                {
                    Path = row.Path,
                    Status = change.New?.ConflictState is null ? OutcomeStatus.Done : OutcomeStatus.Conflict,
                    State = change.New?.ConflictState ?? change.Old?.ConflictState,
                },
            };
        if (current is null) yield return Make(CacheChangeKind.ItemRemoved, row);
    }

    private static IEnumerable<CacheChange> Scope(StoreChange change, ScopeRow oldScope, ScopeRow newScope)
    {
        if (oldScope.ConnectState == newScope.ConnectState && oldScope.OfflineReason == newScope.OfflineReason) yield break;
        var kind = newScope.IsOnline ? CacheChangeKind.ItemReconnected
            : oldScope.IsOnline ? CacheChangeKind.ItemDisconnected
            : CacheChangeKind.ItemModified;
        yield return Make(kind, change.New!) with
        {
            ChangedMembers = ItemMembers.ConnectionInfo,
            Previous = ItemMapper.ToItem(change.Old!, oldScope),
            Current = ItemMapper.ToItem(change.New!, newScope),
        };
    }

    private static CacheChange Make(CacheChangeKind kind, ItemRow row) => new() { Kind = kind, Path = row.Path, ItemType = row.ItemType };

    private static CacheChangeKind? Conflict(SyncState? before, SyncState? after) => (before, after) switch
    {
        (null, not null) => CacheChangeKind.ConflictAdded,
        (not null, null) => CacheChangeKind.ConflictRemoved,
        _ when before != after => CacheChangeKind.ConflictUpdated,
        _ => null,
    };

    private static ItemMembers Differences(OfflineFilesItem old, OfflineFilesItem current)
    {
        var members = ItemMembers.None;
        Add(old.ItemPath == current.ItemPath, ItemMembers.ItemPath);
        Add(old.ParentItemPath == current.ParentItemPath, ItemMembers.ParentItemPath);
        Add(old.ItemName == current.ItemName, ItemMembers.ItemName);
        Add(old.ItemType == current.ItemType, ItemMembers.ItemType);
        Add(old.FileSysInfo == current.FileSysInfo, ItemMembers.FileSysInfo);
        Add(old.PinInfo == current.PinInfo, ItemMembers.PinInfo);
        Add(old.ChangeInfo == current.ChangeInfo, ItemMembers.ChangeInfo);
        Add(old.ConnectionInfo == current.ConnectionInfo, ItemMembers.ConnectionInfo);
        Add(old.SuspendInfo == current.SuspendInfo, ItemMembers.SuspendInfo);
        Add(old.DirtyInfo == current.DirtyInfo, ItemMembers.DirtyInfo);
        Add(old.Encrypted == current.Encrypted, ItemMembers.Encrypted);
        Add(old.Sparse == current.Sparse, ItemMembers.Sparse);
        return members;

        void Add(bool isEqual, ItemMembers member) => members |= isEqual ? ItemMembers.None : member;
    }
}
