<Query Kind="Program">
  <NuGetReference>OfflineFiles.Sdk.Embedded</NuGetReference>
  <Namespace>OfflineFiles.Sdk</Namespace>
  <Namespace>OfflineFiles.Sdk.Backends</Namespace>
  <Namespace>OfflineFiles.Sdk.Linq</Namespace>
  <Namespace>OfflineFiles.Sdk.Schema</Namespace>
  <Namespace>OfflineFiles.Sdk.Wql</Namespace>
  <Namespace>System.Runtime.CompilerServices</Namespace>
  <Namespace>System.Threading.Tasks</Namespace>
</Query>

// A backend says how to read items, and LINQ, WQL, Explain and previews follow. This one reads a list of a few lines.

async Task Main()
{
    const string list = @"
        \\fileserver\projects\Budget\2025.csv;1200;pinned
        \\fileserver\projects\Budget\2026.csv;300;
        \\fileserver\projects\Plans\Site.pdf;88000;pinned";
    await using var cache = new OfflineFilesCache(new ListBackend(list));

    var pinned = cache.Items.Where(i => i.PinInfo.Pinned && i.FileSysInfo.LocalSize > 1000).OrderBy(i => i.ItemPath);
    pinned.ToWql().Dump("Asked of the list");
    (await pinned.ToListAsync()).Dump("Found in it");
    (await cache.Query($"SELECT ItemName FROM Win32_OfflineFilesItem WHERE ItemName LIKE '2%'").ToListAsync()).Dump("By WQL");
}

class ListBackend : CacheBackend
{
    readonly List<OfflineFilesItem> _items;

    public ListBackend(string list) => _items = list.Split('\n').Select(l => l.Trim()).Where(l => l != "").Select(l => l.Split(';'))
        .Select(c => new OfflineFilesItem(UncPath.Parse(c[0]), OfflineFilesItemType.File)
        {
            FileSysInfo = new FileSysInfo { LocalSize = long.Parse(c[1]) },
            PinInfo = c[2] == "pinned" ? new PinInfo { Pinned = true, PinnedForUser = PinState.Pinned } : new PinInfo(),
        }).ToList();

    public override BackendDescription Description => new("List", $"{_items.Count} lines");
    public override BackendCapabilities Capabilities => BackendCapabilities.None;

    // Which predicates it answers by itself: with the evaluator of the library, every one.
    public override PushdownProfile Pushdown => PushdownProfile.Everything;

    public override async IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Task.Yield();
        var holds = query.Where == null ? i => true : WqlCompiler.Compile(query.Where, ItemProperties.Instance);
        foreach (var item in _items.Where(holds)) yield return item;
    }

    public override ValueTask<OfflineFilesItem> FindItemAsync(UncPath path, CancellationToken cancel) => new(_items.Find(i => i.Path == path));
    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancel) =>
        Task.FromResult(new OfflineFilesCacheState { Enabled = true, Active = true });
    public override ValueTask DisposeAsync() => default;
}
