<Query Kind="Program">
  <NuGetReference>OfflineFiles.Sdk.Embedded</NuGetReference>
  <Namespace>OfflineFiles.Sdk</Namespace>
  <Namespace>OfflineFiles.Sdk.Embedded</Namespace>
  <Namespace>OfflineFiles.Sdk.Linq</Namespace>
  <Namespace>System.Threading.Tasks</Namespace>
</Query>

// A tour: pin, look, work offline, synchronise. Press F5: it needs no file server, a directory plays one.

async Task Main()
{
    using var server = new SampleServer();
    await using var cache = await server.OpenCacheAsync();
    cache.Dump("A cache. Dumping it reads nothing");

    // 1. Pin a folder: it is copied into the cache, and stays available without the server. A report says what became of each item.
    var report = await cache.PinAsync(@"\\fileserver\projects\Budget");
    report.Dump("Pinned");

    // 2. Look. A query is LINQ; dump it to see what it would ask, and its list to see the rows.
    var files = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File).OrderBy(i => i.ItemPath);
    files.Dump("A query, not run yet");
    (await files.ToListAsync()).Dump("Its rows");

    // 3. Work offline. What changes stays in the cache, and its item is dirty.
    await cache.TransitionOfflineAsync(SampleServer.Share);
    await cache.Files.WriteAllTextAsync(@"\\fileserver\projects\Budget\2026.csv", "month;amount\n1;100\n");
    (await files.Where(i => i.ChangeInfo.Dirty).ToListAsync()).Dump("Waits for the server");

    // 4. Ask first what would happen, then synchronise.
    await cache.TransitionOnlineAsync(SampleServer.Share);
    (await cache.WhatIf.SynchronizeAsync(SampleServer.Share)).Dump("What synchronising would do");
    (await cache.SynchronizeAsync(SampleServer.Share)).Dump("What it did");
    File.ReadAllText(server.OnServer(@"\\fileserver\projects\Budget\2026.csv")).Dump("The file on the server");
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
        Write(Share + @"\Plans\Roadmap.md", "# Roadmap\n");
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
