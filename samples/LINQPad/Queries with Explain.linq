<Query Kind="Program">
  <NuGetReference>OfflineFiles.Sdk.Embedded</NuGetReference>
  <Namespace>OfflineFiles.Sdk</Namespace>
  <Namespace>OfflineFiles.Sdk.Embedded</Namespace>
  <Namespace>OfflineFiles.Sdk.Linq</Namespace>
  <Namespace>System.Threading.Tasks</Namespace>
</Query>

// Queries, and how to see what becomes of them. Write the query first; dump it; run it when you like what it says.

async Task Main()
{
    using var server = new SampleServer();
    await using var cache = await server.OpenCacheAsync();
    await cache.PinAsync(SampleServer.Share);

    // The predicate becomes WQL. Text compares as Windows compares names: upper and lower case are the same.
    var tables = cache.Items.Where(i => i.PinInfo.Pinned && i.ItemName.EndsWith(".CSV"));
    tables.ToWql().Dump("What is asked");
    (await tables.ToListAsync()).Dump("What comes");

    // What WQL cannot say runs here, on the rows that come. The answer is the same; Explain tells which part runs where, and why.
    var longNames = cache.Items.Where(i => i.PinInfo.Pinned && i.ItemName.Length > 7).OrderByDescending(i => i.FileSysInfo.LocalSize);
    longNames.Explain().Dump("Which part runs where");

    // Select what you want to see: a table of your own, and less to fetch.
    var sizes = longNames.Select(i => new { i.ItemName, i.FileSysInfo.LocalSize }).Take(2);
    (await sizes.ToListAsync()).Dump("The largest");

    // A path is the fast way in: the folder alone is read, and not the whole cache.
    var below = cache.Items.Where(i => i.IsUnder(@"\\fileserver\projects\Budget"));
    below.Explain().AccessPath.Dump("How a folder is reached");

    // A query that would go through the whole cache can be refused before it costs anything.
    var careful = tables.WithOptions(new QueryOptions { RefuseFullScan = true });
    careful.Explain().Refusal.Message.Dump("Refused");

    // WQL itself. A value in the braces is always one constant: it cannot become more of the query.
    var name = "Site plan.pdf";
    var rows = cache.Query($"SELECT ItemName, PinInfo.Pinned, FileSysInfo.LocalSize FROM Win32_OfflineFilesItem WHERE ItemName = {name}");
    (await rows.ToListAsync()).Dump("Rows of WQL");

    // Any query is a sequence, so that a loop can stand around it.
    await foreach (var group in cache.Items.GroupBy(i => i.ItemType).OrderBy(g => g.Key).AsAsyncEnumerable())
        $"{group.Key}: {group.Count()}".Dump();
}

// A directory in the place of a file server, with some files on it. It goes when the query ends.
class SampleServer : IDisposable
{
    public const string Share = @"\\fileserver\projects";

    readonly string _home = Directory.CreateTempSubdirectory("offlinefiles-linqpad-").FullName;

    public SampleServer()
    {
        Write(Share + @"\Budget\2025.csv", "month;amount\n1;100\n");
        Write(Share + @"\Budget\2026.csv", "month;amount\n");
        Write(Share + @"\Plans\Site plan.pdf", "a drawing of the site\n");
        Write(Share + @"\Plans\Roof.pdf", "a drawing\n");
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
