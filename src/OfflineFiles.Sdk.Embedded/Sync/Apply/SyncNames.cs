using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>
/// Brings both sides to one spelling of a name that differs only in case. What was respelled here goes out, as a rename; else the share's spelling is
/// taken, also when both were given a new one.
/// </summary>
internal sealed class SyncNames(CacheEngine engine, ShareScope scope, SyncOptions options, Guid syncId)
{
    private readonly HashSet<UncPath> _respelled = [];

    /// <summary>Whether the name of an item was brought to the other side in this synchronisation.</summary>
    public bool WasRespelled(UncPath path) => _respelled.Contains(path);

    public static bool Differ(ItemRow row, ShareEntry entry) => !row.DeletedOffline && (row.BaseName is not null || row.Path.Name != entry.Name);

    public async Task<(ItemRow Row, ShareEntry Entry)> AgreeAsync(ItemRow row, ShareEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Name == row.Path.Name) return (await HereAsync(row, row.Path).ConfigureAwait(false), entry);
        if (row.BaseName == entry.Name)
            return options.Flags.HasFlag(SyncControlFlags.SyncOut)
                ? await OutAsync(row, entry, cancellationToken).ConfigureAwait(false)
                : (row, entry);
        return options.Flags.HasFlag(SyncControlFlags.SyncIn)
            ? (await HereAsync(row, row.Path.Parent!.Append(entry.Name)).ConfigureAwait(false), entry)
            : (row, entry);
    }

    private async Task<(ItemRow Row, ShareEntry Entry)> OutAsync(ItemRow row, ShareEntry entry, CancellationToken cancellationToken)
    {
        var sent = await engine.Journal.MoveAsync(
            scope,
            row.Path.Parent!.Append(entry.Name),
            row.Path,
            entry.Token,
            (transaction, _) => transaction.IsStill(row.Path, row) ? Respelled(transaction, row, row with { BaseName = null }) : null,
            cancellationToken).ConfigureAwait(false);
        var there = await scope.Share.StatAsync(scope.At(row.Path), cancellationToken).ConfigureAwait(false);
        return sent is null || there is null ? (row, entry) : (sent, there with { NameClash = entry.NameClash });
    }

    /// <summary>The item, and what is in it, takes a spelling.</summary>
    private async Task<ItemRow> HereAsync(ItemRow row, UncPath path) => await engine.Store.WriteAsync(
        transaction =>
        {
            if (!transaction.IsStill(row.Path, row)) return null;
            foreach (var below in transaction.Below(row.Path))
                transaction.Update(below, below with { Path = UncPath.Parse(path.ToString() + below.Path.ToString()[path.ToString().Length..]) });
            return Respelled(transaction, row, row with { Path = path, BaseName = null });
        },
        CancellationToken.None).ConfigureAwait(false) ?? row;

    private ItemRow Respelled(StoreTransaction transaction, ItemRow row, ItemRow respelled)
    {
        transaction.SyncId = syncId;
        _respelled.Add(respelled.Path);
        return transaction.Update(row, respelled);
    }
}
