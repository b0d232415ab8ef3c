using OfflineFiles.Sdk.Embedded;

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
    }
}
