using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Scopes;

/// <summary>An item of the share in the share's own spelling, with the directories above it, outermost first.</summary>
internal sealed record LocatedItem(UncPath Path, ShareEntry Entry, IReadOnlyList<(UncPath Path, ShareEntry Entry)> Above)
{
    /// <summary>Null when the share answered that it has no such item.</summary>
    public static async Task<LocatedItem?> FindAsync(ShareScope scope, UncPath path, CancellationToken cancellationToken)
    {
        var at = SharePath.Root;
        var unc = scope.Root;
        var entry = await scope.Share.StatAsync(at, cancellationToken).ConfigureAwait(false);
        var above = new List<(UncPath, ShareEntry)>();
        foreach (var component in scope.At(path).Components)
        {
            if (entry is null) return null;
            if (!at.IsRoot) above.Add((unc, entry));
            entry = await scope.Share.StatAsync(at.Append(component), cancellationToken).ConfigureAwait(false);
            if (entry is null) return null;
            at = at.Append(entry.Name);
            unc = unc.Append(entry.Name);
        }

        return entry is null ? null : new LocatedItem(unc, entry, above);
    }

    /// <summary>Sees that the share, its server and the directories above have rows.</summary>
    public void EnsureAbove(StoreTransaction transaction, ScopeRow scope)
    {
        transaction.EnsureShare(scope);
        foreach (var (path, entry) in Above)
            if (transaction.Find(path) is null) transaction.Insert(Fetcher.NewRow(path, entry));
    }
}
