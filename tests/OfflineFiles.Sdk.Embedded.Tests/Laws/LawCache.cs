using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Tests.Laws;

/// <summary>A cache directory whose database holds every path and name of the laws that it can hold, in every state.</summary>
internal sealed class LawCache : IDisposable
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("offlinefiles-law-").FullName;

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    public static async Task<LawCache> CreateAsync()
    {
        var cache = new LawCache();
        using var store = CacheStore.Open(cache.Directory);
        await store.WriteAsync(Fill, CancellationToken.None);
        return cache;
    }

    private static void Fill(StoreTransaction transaction)
    {
        var random = new Random(7);
        var paths = Paths();
        foreach (var path in paths.Where(path => path.Depth == 2))
        {
            var isOnline = random.Next(2) == 0;
            transaction.EnsureShare(new ScopeRow
            {
                Path = path,
                ConnectState = isOnline ? ConnectState.Online : ConnectState.Offline,
                OfflineReason = isOnline ? OfflineReason.NotApplicable : OfflineReason.WorkingOffline,
            });
        }

        foreach (var path in paths.Where(path => path.Depth > 2)) transaction.Insert(Row(random, path, paths.Any(other => other.Parent == path)));
    }

    private static List<UncPath> Paths() => LawValues.Paths.Concat(LawValues.Names.Where(NameKey.IsRepresentable).Select(name => @"\\s\a\" + name))
        .SelectMany(path => WithAncestors(path)).Distinct().OrderBy(path => path.Depth).ToList();

    private static IEnumerable<UncPath> WithAncestors(string text)
    {
        for (UncPath? path = text; path is not null; path = path.Parent) yield return path;
    }

    private static ItemRow Row(Random random, UncPath path, bool hasChildren)
    {
        var type = hasChildren || random.Next(4) == 0 ? OfflineFilesItemType.Directory : OfflineFilesItemType.File;
        return new ItemRow
        {
            Path = path,
            ItemType = type,
            Local = Facts(random),
            Original = random.Next(2) == 0 ? Facts(random) : null,
            Pins = new PinSet(Pin(random), Pin(random), Pin(random), Pin(random)),
            DeletedOffline = random.Next(4) == 0,
            CreatedOffline = random.Next(3) == 0,
            ModifiedData = random.Next(3) == 0,
            ModifiedAttributes = random.Next(3) == 0,
            ModifiedTime = random.Next(3) == 0,
            Suspended = random.Next(3) == 0,
            SuspendedRoot = random.Next(5) == 0,
            Sparse = type == OfflineFilesItemType.File && random.Next(2) == 0,
            BaseKind = ItemKind.Absent,
            ConflictState = random.Next(4) == 0 ? SyncState.FileChangedOnClientChangedOnServer : null,
        };
    }

    private static FileFacts Facts(Random random) => new(
        random.GetItems(LawValues.Attributes, 1)[0], Math.Max(0, random.GetItems(LawValues.Numbers, 1)[0]), Time(random), Time(random), Time(random), Time(random));

    private static DateTime Time(Random random) => random.GetItems(LawValues.Times, 1)[0].UtcDateTime;

    private static PinState Pin(Random random) => (PinState)random.Next(3);
}
