using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>Finds out whether a move that was cut off reached the share: then the rows follow it, with all they hold.</summary>
internal sealed class MoveRecovery(ShareScope scope, Intent intent)
{
    /// <returns>What is done with the rows; null if the share's item has not moved, or nobody can say where it is.</returns>
    public async Task<Action<StoreTransaction>?> FindAsync(CancellationToken cancellationToken)
    {
        if (intent.Target is not { } target || intent.Expected is not { } expected || scope.Row is not { } row) return null;
        var there = await LocatedItem.FindAsync(scope, target, cancellationToken).ConfigureAwait(false);
        if (there is null || !scope.Share.Traits.SameAcrossRename(there.Entry.Token, expected)) return null;
        if (intent.Path == target)
        {
            // A name in other case: it arrived if the share spells it so now.
            if (there.Entry.Name != target.Name) return null;
        }
        else if (await scope.Share.StatAsync(scope.At(intent.Path), cancellationToken).ConfigureAwait(false) is not null)
        {
            return null;
        }

        var above = await LocatedItem.FindAsync(scope, target.Parent!, cancellationToken).ConfigureAwait(false);
        return above is null ? null
            : transaction => MovedRows.Follow(transaction, above, row, intent.Path, above.Path.Append(target.Name), there.Entry.Token);
    }
}
