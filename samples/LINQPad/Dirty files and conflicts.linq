<Query Kind="Program">
  <NuGetReference>OfflineFiles.Sdk.Embedded</NuGetReference>
  <Namespace>OfflineFiles.Sdk</Namespace>
  <Namespace>OfflineFiles.Sdk.Embedded</Namespace>
  <Namespace>OfflineFiles.Sdk.Linq</Namespace>
  <Namespace>System.Threading.Tasks</Namespace>
</Query>

// What is not on the server yet, and what changed on both sides. First the queries, then the loop that settles the conflicts.

async Task Main()
{
    using var server = new SampleServer();
    await using var cache = await server.OpenCacheAsync();
    await cache.PinAsync(SampleServer.Share);
    await WorkOfflineWhileAColleagueWorksAsync(cache, server);

    // Dirty is a yes or no of its own. Bytes say less: a deleted file has none, and is dirty all the same.
    var dirty = cache.Items.Where(i => i.ChangeInfo.Dirty).OrderBy(i => i.ItemPath);
    (await dirty.ToListAsync()).Dump("Not on the server yet");

    // Synchronise. What changed on one side goes to the other. What changed on both is a conflict: nothing is overwritten.
    var report = await cache.SynchronizeAsync(SampleServer.Share);
    report.Outcomes.Where(o => o.Status != OutcomeStatus.Unchanged).Dump("What became of it");

    // A conflict stays on record until somebody settles it. Look at both versions.
    var conflicts = await cache.Items.Where(i => i.InConflict == true).ToListAsync();
    foreach (var item in conflicts)
    {
        var (mine, theirs) = (await cache.Files.ReadAllTextAsync(item.Path), File.ReadAllText(server.OnServer(item.ItemPath)));
        new { item.ItemPath, Mine = mine, Theirs = theirs }.Dump("In conflict");
    }

    // Settle them all by one rule, here: keep both. Mine gets a name of its own, then the cache takes the version of the server again.
    foreach (var item in conflicts)
    {
        var mine = await cache.Files.ReadAllBytesAsync(item.Path);
        var copy = item.Path.Parent.Append($"{Path.GetFileNameWithoutExtension(item.ItemName)} (mine){Path.GetExtension(item.ItemName)}");
        await cache.Files.WriteAllBytesAsync(copy, mine, FileWriteMode.CreateNew);
        (await cache.DeleteItemsAsync(item.Path, new DeleteOptions { Flags = DeleteFlags.DeleteModified })).ThrowIfFailed();
        (await cache.PinAsync(item.Path)).ThrowIfFailed();
    }

    var plans = new List<CachedFileEntry>();
    await foreach (var entry in cache.Files.EnumerateAsync(@"\\fileserver\projects\Plans")) plans.Add(entry);
    plans.OrderBy(entry => entry.Path).Dump("Both are kept");
    (await dirty.CountAsync()).Dump("Still dirty");
}

async Task WorkOfflineWhileAColleagueWorksAsync(OfflineFilesCache cache, SampleServer server)
{
    await cache.TransitionOfflineAsync(SampleServer.Share);
    await cache.Files.WriteAllTextAsync(@"\\fileserver\projects\Budget\2026.csv", "month;amount\n1;100\n");
    await cache.Files.WriteAllTextAsync(@"\\fileserver\projects\Plans\Roadmap.md", "# Roadmap\n- mine\n");
    await cache.Files.DeleteAsync(@"\\fileserver\projects\Plans\Old idea.md");
    server.Write(@"\\fileserver\projects\Plans\Roadmap.md", "# Roadmap\n- theirs\n");
    server.Write(@"\\fileserver\projects\Budget\2025.csv", "month;amount\n12;90\n");
    await cache.TransitionOnlineAsync(SampleServer.Share);
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
        Write(Share + @"\Plans\Old idea.md", "# An old idea\n");
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
