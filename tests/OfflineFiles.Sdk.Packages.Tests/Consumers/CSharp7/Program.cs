using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using OfflineFiles.Sdk;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Wql;

internal static class Program
{
    private static async Task Main()
    {
        Console.WriteLine(WqlQuery.Parse("select * from Win32_OfflineFilesItem where ItemName like '%.csv'"));
        using (var cache = new OfflineFilesCache(new Shelf()).AsDisposable())
        {
            var files = cache.Value.Items.Where(i => i.ItemType == OfflineFilesItemType.File).OrderBy(i => i.ItemPath);
            foreach (var file in await files.ToListAsync()) Console.WriteLine(file.ItemPath);
            Console.WriteLine(await cache.Value.Items.CountAsync(i => i.ItemName.EndsWith(".CSV")));
            var name = "2026.csv";
            foreach (var row in await CacheQueryExtensions.Query(cache.Value, $"SELECT ItemPath FROM Win32_OfflineFilesItem WHERE ItemName = {name}").ToListAsync())
                Console.WriteLine(row["ItemPath"]);
        }

        try
        {
            await new OfflineFilesCache(CimBackend.Local()).FindAsync(UncPath.Parse(@"\\fileserver\projects"));
        }
        catch (OfflineFilesException error)
        {
            Console.WriteLine(error.GetType().Name);
        }
    }

    private static Disposing AsDisposable(this OfflineFilesCache cache) => new Disposing(cache);

    private sealed class Disposing : IDisposable
    {
        public Disposing(OfflineFilesCache value) => Value = value;

        public OfflineFilesCache Value { get; }

        public void Dispose() => Value.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}

/// <summary>A backend of one's own, without the asynchronous iterators of C# 8.</summary>
internal sealed class Shelf : CacheBackend
{
    private static readonly OfflineFilesItem[] Items =
    {
        new OfflineFilesItem(UncPath.Parse(@"\\fileserver\projects"), OfflineFilesItemType.Share),
        new OfflineFilesItem(UncPath.Parse(@"\\fileserver\projects\2026.csv"), OfflineFilesItemType.File),
        new OfflineFilesItem(UncPath.Parse(@"\\fileserver\projects\2025.txt"), OfflineFilesItemType.File),
    };

    public override BackendDescription Description => new BackendDescription("Shelf", "memory");

    public override BackendCapabilities Capabilities => BackendCapabilities.None;

    public override PushdownProfile Pushdown => PushdownProfile.Nothing;

    public override IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(WqlSelectQuery query, CancellationToken cancellationToken) => new Sequence();

    public override ValueTask<OfflineFilesItem> FindItemAsync(UncPath path, CancellationToken cancellationToken) =>
        new ValueTask<OfflineFilesItem>(Items.FirstOrDefault(item => item.Path == path));

    public override Task<OfflineFilesCacheState> GetStateAsync(CancellationToken cancellationToken) => Task.FromResult(new OfflineFilesCacheState());

    public override ValueTask DisposeAsync() => default(ValueTask);

    private sealed class Sequence : IAsyncEnumerable<OfflineFilesItem>, IAsyncEnumerator<OfflineFilesItem>
    {
        private int _next;

        public OfflineFilesItem Current { get; private set; }

        public IAsyncEnumerator<OfflineFilesItem> GetAsyncEnumerator(CancellationToken cancellationToken = default(CancellationToken)) => new Sequence();

        public ValueTask<bool> MoveNextAsync()
        {
            if (_next == Items.Length) return new ValueTask<bool>(false);
            Current = Items[_next++];
            return new ValueTask<bool>(true);
        }

        public ValueTask DisposeAsync() => default(ValueTask);
    }
}
