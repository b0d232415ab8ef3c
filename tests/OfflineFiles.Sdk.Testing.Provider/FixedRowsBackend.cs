using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Testing.Provider;

/// <summary>Items that never change, and no operations: what the double serves when only queries matter.</summary>
internal sealed class FixedRowsBackend(IEnumerable<OfflineFilesItem> items, PushdownProfile? pushdown = null) : CacheBackend
{
    private readonly Dictionary<string, OfflineFilesItem> _items = items.ToDictionary(item => item.ItemPath, StringComparer.OrdinalIgnoreCase);

    public OfflineFilesCacheState State { get; init; } = new() { Enabled = true, Active = true, Location = @"C:\Windows\CSC" };

    public override BackendDescription Description { get; } = new("Fixed rows", "memory");

    public override BackendCapabilities Capabilities => BackendCapabilities.None;

    public override PushdownProfile Pushdown { get; } = pushdown ?? PushdownProfile.Everything;

    public override async IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(
        WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var matches = query.Where is null ? _ => true : WqlCompiler.Compile(query.Where, ItemProperties.Instance);
        foreach (var item in _items.Values.Where(matches))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) =>
        new(_items.GetValueOrDefault(path.ToString()));

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) => Task.FromResult(State);

    public override ValueTask DisposeAsync() => default;
}
