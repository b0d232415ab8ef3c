using OfflineFiles.Sdk.Embedded;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Rules;

/// <summary>The first look at the API that the README shows, as code that compiles and runs. <see cref="ReadmeTests"/> keeps the two equal.</summary>
internal static class FirstLook
{
    public static async Task RunAsync(string cacheDirectory, string shareDirectory)
    {
        // <README>
        await using var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions
        {
            CacheDirectory = cacheDirectory,
            Shares = [new ShareMapping(@"\\fileserver\projects", shareDirectory)],
        }));

        // Keep a folder available offline.
        var report = await cache.PinAsync(@"\\fileserver\projects\Budget");
        report.ThrowIfFailed();

        // Ask. The predicate becomes WQL; what WQL cannot say runs here, and Explain() tells which is which.
        var dirty = cache.Items.Where(i => i.ChangeInfo!.Dirty && i.ItemName.EndsWith(".csv")).OrderBy(i => i.ItemPath);
        Console.WriteLine(dirty.ToWql());
        // SELECT * FROM Win32_OfflineFilesItem WHERE ChangeInfo.Dirty = TRUE AND ItemName LIKE '%.csv'
        foreach (var item in await dirty.ToListAsync()) Console.WriteLine(item);

        // Watch.
        using var watching = cache.Changes.Subscribe(change => Console.WriteLine(change));

        // Work offline, then bring both sides together. Nothing is ever overwritten that changed on both.
        await cache.TransitionOfflineAsync(@"\\fileserver\projects");
        await cache.Files.WriteAllTextAsync(@"\\fileserver\projects\Budget\2026.csv", "month;amount\n");
        await cache.TransitionOnlineAsync(@"\\fileserver\projects");
        report = await cache.SynchronizeAsync();
        // </README>
        report.ThrowIfFailed();

        // <README raw>
        // A value in the text becomes one constant, whatever it holds: it can never become more of the query.
        var name = "O'Neil's 100%.csv";
        await foreach (var row in cache.Query($"SELECT ItemPath, PinInfo.Pinned FROM Win32_OfflineFilesItem WHERE ItemName = {name}"))
            Console.WriteLine($"{row["ItemPath"]}: {row["PinInfo.Pinned"]}");

        // Rows of the known classes come typed, also at the end of an association.
        var items = await cache.Query($"ASSOCIATORS OF {{Win32_OfflineFilesCache=@}}").As<OfflineFilesItem>().ToListAsync();

        // What is wrong with a query from a script, and how it is written right.
        foreach (var finding in WqlLinter.Lint(@"SELECT * FROM Win32_OfflineFilesItem WHERE ItemPath = '\\fileserver\projects' AND Pinned = TRUE"))
            Console.WriteLine($"{finding}\n  {finding.MendedText}");
        // </README raw>
        if (!items.Exists(item => item.Path == @"\\fileserver\projects\Budget")) throw new InvalidOperationException("The association does not lead to the item.");
    }
}
