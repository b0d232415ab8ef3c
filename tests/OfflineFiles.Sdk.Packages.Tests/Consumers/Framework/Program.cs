using System;
using System.Collections.Generic;
using System.Linq;
using System.Reactive.Linq;
using System.Threading;
using System.Threading.Tasks;
using OfflineFiles.Sdk;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Wql;

await using var cache = new OfflineFilesCache(new Shelf());
var files = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File && i.ItemName.Contains("2026"));
Console.WriteLine(files.ToWql());
await foreach (var file in files.AsAsyncEnumerable()) Console.WriteLine(file);

var name = "O'Neil.csv";
Console.WriteLine(cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = {name}"));
Console.WriteLine(await Observable.Range(1, 3).Sum());

/// <summary>A backend of one's own.</summary>
internal sealed class Shelf : CacheBackend
{
    private static readonly OfflineFilesItem[] Items =
    [
        new(@"\\fileserver\projects", OfflineFilesItemType.Share),
        new(@"\\fileserver\projects\2026.csv", OfflineFilesItemType.File),
    ];

    public override BackendDescription Description => new("Shelf", "memory");

    public override BackendCapabilities Capabilities => BackendCapabilities.None;

    public override PushdownProfile Pushdown => PushdownProfile.Nothing;

    public override async IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(
        WqlSelectQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in Items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    public override ValueTask<OfflineFilesItem?> FindItemAsync(UncPath path, CancellationToken cancellationToken) =>
        new(Items.FirstOrDefault(item => item.Path == path));

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) => Task.FromResult(new OfflineFilesCacheState());

    public override ValueTask DisposeAsync() => default;
}
