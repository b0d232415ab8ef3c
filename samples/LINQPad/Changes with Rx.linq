<Query Kind="Program">
  <NuGetReference>OfflineFiles.Sdk.Embedded</NuGetReference>
  <Namespace>OfflineFiles.Sdk</Namespace>
  <Namespace>OfflineFiles.Sdk.Embedded</Namespace>
  <Namespace>OfflineFiles.Sdk.Linq</Namespace>
  <Namespace>System.Reactive.Linq</Namespace>
  <Namespace>System.Reactive.Threading.Tasks</Namespace>
  <Namespace>System.Threading.Tasks</Namespace>
</Query>

// Changes are an IObservable, so Rx asks about what will happen as LINQ asks about what is there.

async Task Main()
{
    using var server = new SampleServer();
    await using var cache = await server.OpenCacheAsync();

    // 1. Nothing is watched before somebody subscribes. This takes what happens until a synchronisation ends.
    var until = cache.Changes.TakeUntil(c => c.Kind == CacheChangeKind.SyncEnd).ToList().ToTask();
    await cache.PinAsync(@"\\fileserver\projects\Budget");
    await cache.SynchronizeAsync(SampleServer.Share);
    (await until).Select(c => new { c.Kind, c.Path, c.ChangedMembers }).Dump("From the pin to the end of the synchronisation");

    // 2. A query over what will happen: which files become dirty.
    var becomeDirty =
        from change in cache.Changes
        where change.ItemType == OfflineFilesItemType.File && change.Current != null && change.Current.ChangeInfo.Dirty
        select change.Path.Name;
    var names = becomeDirty.Distinct().Take(2).ToList().ToTask();

    await cache.TransitionOfflineAsync(SampleServer.Share);
    await cache.Files.WriteAllTextAsync(@"\\fileserver\projects\Budget\2025.csv", "month;amount\n1;100\n");
    await cache.Files.WriteAllTextAsync(@"\\fileserver\projects\Budget\2026.csv", "month;amount\n1;100\n");
    (await names).Dump("Became dirty");

    // 3. Count what a synchronisation does, kind by kind.
    var counts = cache.Changes
        .TakeUntil(c => c.Kind == CacheChangeKind.SyncEnd)
        .GroupBy(c => c.Kind)
        .SelectMany(group => group.Count().Select(count => new { Kind = group.Key, Count = count }))
        .ToList().ToTask();
    await cache.TransitionOnlineAsync(SampleServer.Share);
    await cache.SynchronizeAsync(SampleServer.Share);
    (await counts).OrderBy(c => c.Kind).Dump("What the synchronisation told");

    // To watch for as long as you like, write this line. LINQPad then shows each change as it comes, until you stop the query.
    // cache.Changes.Dump();
}

// A directory in the place of a file server, with some files on it. It goes when the query ends.
class SampleServer : IDisposable
{
    public const string Share = @"\\fileserver\projects";

    readonly string _home = Directory.CreateTempSubdirectory("offlinefiles-linqpad-").FullName;

    public SampleServer()
    {
        Write(Share + @"\Budget\2025.csv", "month;amount\n");
        Write(Share + @"\Budget\2026.csv", "month;amount\n");
    }

    public async Task<OfflineFilesCache> OpenCacheAsync() => new OfflineFilesCache(await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions
    {
        CacheDirectory = Path.Combine(_home, "cache"),
        Shares = [new ShareMapping(Share, Path.Combine(_home, "share"))],
    }));

    // What a colleague does, on the server and not through the cache.
    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(OnServer(path)));
        File.WriteAllText(OnServer(path), text);
    }

    public string OnServer(string path) => Path.Combine(_home, "share", path.Substring(Share.Length + 1).Replace('\\', Path.DirectorySeparatorChar));

    public void Dispose() => Directory.Delete(_home, recursive: true);
}
