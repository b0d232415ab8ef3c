using System.Text.Json;
using OfflineFiles.Sdk;
using OfflineFiles.Sdk.Embedded;
using OfflineFiles.Sdk.Linq;

var home = Directory.CreateTempSubdirectory("offlinefiles-consumer-");
try
{
    var share = home.CreateSubdirectory("share");
    File.WriteAllText(Path.Combine(share.CreateSubdirectory("Budget").FullName, "2026.csv"), "month;amount\n");

    await using var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions
    {
        CacheDirectory = Path.Combine(home.FullName, "cache"),
        Shares = [new ShareMapping(@"\\fileserver\projects", share.FullName)],
    }));
    Console.WriteLine(await cache.PinAsync(@"\\fileserver\projects\Budget"));

    var files = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File && i.PinInfo!.Pinned);
    Console.WriteLine(files.ToWql());
    Console.WriteLine(JsonSerializer.Serialize(await files.Select(i => new { i.ItemName, i.FileSysInfo!.LocalSize }).ToListAsync()));

    var name = "2026.csv";
    await foreach (var row in cache.Query($"SELECT ItemPath FROM Win32_OfflineFilesItem WHERE ItemName = {name}")) Console.WriteLine(row["ItemPath"]);
}
finally
{
    home.Delete(recursive: true);
}
