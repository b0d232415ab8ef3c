using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>What a synchronisation learns of the share beside what it does: kept in few commits, and no change of any item.</summary>
internal sealed class SyncNotes(CacheEngine engine, SyncOptions options, Guid syncId)
{
    private const int Most = 256;

    private readonly List<(ItemRow Before, ItemRow After)> _rows = [];
    private readonly HashSet<UncPath> _respelled = [];

    public bool IsFull => _rows.Count >= Most;

    public bool WasRespelled(UncPath path) => _respelled.Contains(path);

    public void Add(SyncNode node)
    {
        if (node is { BeforeRebase: { } before, Row: { } after }) _rows.Add((before, after));
    }

    /// <summary>What was written to a row meanwhile knows better.</summary>
    public async Task FlushAsync()
    {
        if (_rows.Count == 0) return;
        await engine.Store.WriteAsync(
            transaction =>
            {
                transaction.SyncId = syncId;
                foreach (var (before, after) in _rows)
                    if (transaction.IsStill(before.Path, before)) transaction.Update(before, after, isNote: true);
            },
            CancellationToken.None).ConfigureAwait(false);
        _rows.Clear();
    }

    /// <summary>The item, and what is in it, takes the share's spelling of its name, if the share may change anything here.</summary>
    public async Task<ItemRow> RespellAsync(ItemRow row, string name)
    {
        if (!options.Flags.HasFlag(SyncControlFlags.SyncIn) || row.DeletedOffline) return row;
        var path = row.Path.Parent!.Append(name);
        var respelled = await engine.Store.WriteAsync(
            transaction =>
            {
                transaction.SyncId = syncId;
                if (!transaction.IsStill(row.Path, row)) return null;
                foreach (var below in transaction.Below(row.Path))
                    transaction.Update(below, below with { Path = UncPath.Parse(path.ToString() + below.Path.ToString()[path.ToString().Length..]) });
                return transaction.Update(row, row with { Path = path });
            },
            CancellationToken.None).ConfigureAwait(false);
        if (respelled is null) return row;
        _respelled.Add(path);
        return respelled;
    }
}
