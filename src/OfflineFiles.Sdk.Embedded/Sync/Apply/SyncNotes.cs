using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Sync.Apply;

/// <summary>What a synchronisation learns of the share beside what it does: kept in few commits, and no change of any item.</summary>
internal sealed class SyncNotes(CacheEngine engine, Guid syncId)
{
    private const int Most = 256;

    private readonly List<(ItemRow Before, ItemRow After)> _rows = [];

    public bool IsFull => _rows.Count >= Most;

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
}
