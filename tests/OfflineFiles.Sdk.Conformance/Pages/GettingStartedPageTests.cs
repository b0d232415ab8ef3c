using OfflineFiles.Sdk;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Embedded;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Wql;

namespace Documentation.Pages;

/// <summary>That the page for beginners shows code that compiles, and what it prints.</summary>
[TestFixture]
public sealed class GettingStartedPageTests
{
    private static readonly DocumentPage Page = new("getting-started.md");

    [Test]
    public void The_code_on_the_page_is_code_that_compiles() => Assert.That(Page.Code, Is.EqualTo(Page.CodeOfTest));

    [Test]
    public void The_usings_on_the_page_are_enough() => Assert.That(Page.Usings, Is.EquivalentTo(Page.UsingsOfTest));

    [Test]
    public async Task The_code_on_the_page_prints_what_the_page_says()
    {
        var output = new StringWriter();
        var home = await RunAsync(output);
        Directory.Delete(home, recursive: true);
        Read(output);

        Assert.That(DocumentPage.Lines(output), Is.EqualTo(Page.Output), DocumentPage.Lines(output));
    }

    private static async Task<string> RunAsync(TextWriter Console)
    {
        // <page>
        var home = Directory.CreateTempSubdirectory("offlinefiles-").FullName;
        var share = Path.Combine(home, "share");
        Directory.CreateDirectory(Path.Combine(share, "Budget"));
        await File.WriteAllTextAsync(Path.Combine(share, "Budget", "2026.csv"), "month;amount\n");

        await using var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions
        {
            CacheDirectory = Path.Combine(home, "cache"),
            Shares = [new ShareMapping(@"\\fileserver\projects", share)],
        }));

        var report = await cache.PinAsync(@"\\fileserver\projects\Budget");
        Console.WriteLine(report.ThrowIfFailed());

        var files = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File).OrderBy(i => i.ItemPath);
        Console.WriteLine(files.ToWql());
        foreach (var file in await files.ToListAsync()) Console.WriteLine(file);
        // </page>

        // <page>
        await cache.TransitionOfflineAsync(@"\\fileserver\projects");
        await cache.Files.WriteAllTextAsync(@"\\fileserver\projects\Budget\2026.csv", "month;amount\n1;100\n");

        foreach (var file in await files.Where(i => i.ChangeInfo!.Dirty).ToListAsync()) Console.WriteLine(file);

        await cache.TransitionOnlineAsync(@"\\fileserver\projects");
        report = await cache.SynchronizeAsync();
        foreach (var outcome in report.ThrowIfFailed().Outcomes) Console.WriteLine(outcome);
        // </page>
        return home;
    }

    internal static async Task OnWindowsAsync()
    {
        // <page>
        await using var cache = new OfflineFilesCache(CimBackend.Local());
        Console.WriteLine(await cache.GetAsync());

        var unsynchronised = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File && i.ChangeInfo!.Dirty);
        await foreach (var file in unsynchronised.AsAsyncEnumerable()) Console.WriteLine(file);
        // </page>
    }

    private static void Read(TextWriter Console)
    {
        // <page>
        var query = WqlQuery.Parse("select Name from Win32_Process where Name like 'svc%' and ThreadCount > 20");
        Console.WriteLine(query);
        // </page>
    }
}
