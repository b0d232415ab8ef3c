using System.Diagnostics.CodeAnalysis;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Changes;

/// <summary>
/// The scopes and rows that a transaction changed, as they were at each of its changes: begun before the first, and taken on by one change after the
/// other. What it did not change is in the store as it was throughout.
/// </summary>
internal sealed class TransactionHistory
{
    private readonly StoreTransaction _transaction;
    private readonly Dictionary<long, ScopeRow> _scopes;
    private readonly Dictionary<long, ItemRow?> _rows = [];
    private readonly Dictionary<StoreChange, ScopeRow> _made = new(ReferenceEqualityComparer.Instance);

    public TransactionHistory(StoreTransaction transaction)
    {
        _transaction = transaction;
        _scopes = new Dictionary<long, ScopeRow>(transaction.Scopes);
        // Backwards from what was committed, so that the first change of each has the last word.
        foreach (var change in transaction.Changes.Reverse())
        {
            if (IsOfScope(change, out var old, out _)) _scopes[old.Id] = old;
            else _rows[IdOf(change)] = change.Old;
            // The number of a scope that went may be that of one that came after it.
            if (change is { Old: null, New: { ItemType: OfflineFilesItemType.Share } share } && ScopeOf(share) is { } made) _made[change] = made;
            if (change.ScopeOfRemoved is { } removed) _scopes[removed.Id] = removed;
        }
    }

    /// <summary>Whether a change is one of a scope and not of a row.</summary>
    public static bool IsOfScope(StoreChange change, [NotNullWhen(true)] out ScopeRow? old, [NotNullWhen(true)] out ScopeRow? current)
    {
        (old, current) = (change.OldScope, change.NewScope);
        return old is not null && current is not null;
    }

    public ScopeRow? ScopeOf(ItemRow row) => row.ScopeId is { } id ? _scopes.GetValueOrDefault(id) : null;

    /// <summary>How many items lie in a share, of those that were there at the end; no more than a number are counted.</summary>
    public long CountIn(ItemRow share, long most) => _transaction.CountBelow(share.Path, most);

    /// <summary>The items in a share as they are at this point, streamed from the store.</summary>
    public IEnumerable<ItemRow> RowsIn(ItemRow share) => _rows.Values.OfType<ItemRow>()
        .Where(row => row.ScopeId == share.ScopeId && row.ItemType != OfflineFilesItemType.Share)
        .Concat(_transaction.EachBelow(share.Path).Where(row => !_rows.ContainsKey(row.Id)));

    /// <summary>Comes to a change: a share is made with its scope.</summary>
    public void Enter(StoreChange change)
    {
        if (_made.TryGetValue(change, out var made)) _scopes[made.Id] = made;
    }

    /// <summary>Goes past a change.</summary>
    public void Leave(StoreChange change)
    {
        if (IsOfScope(change, out _, out var current)) _scopes[current.Id] = current;
        else _rows[IdOf(change)] = change.New;
    }

    private static long IdOf(StoreChange change) => (change.New ?? change.Old!).Id;
}
