using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Cim.Tests.Rules;

/// <summary>That the page of the package shows code that compiles, and that what can run here runs.</summary>
public sealed class PageTests
{
    private static readonly Page Page = new("Cim.md");

    [Test]
    public void The_code_on_the_page_is_code_that_compiles() => Assert.That(Page.TrimmedLines("```csharp"), Is.EqualTo(Page.CodeOfTest()));

    [Test]
    public void The_page_names_every_exception() => Assert.That(
        typeof(CimBackend).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Exception)) && !type.IsAbstract).Select(type => $"`{type.Name}`")
            .Except(Text().Split([' ', '\n', ','])),
        Is.Empty);

    [Test]
    public async Task What_the_page_does_with_a_cache_runs()
    {
        var (backend, _) = Backends.OverDouble();
        await using var cache = new OfflineFilesCache(backend);
        var output = new StringWriter();

        await LookAsync(cache, output);
        await SetAsync(cache, output);

        Assert.That(output.ToString(), Does.Contain("DeleteItems would be").And.Contain("Group Policy has the say"));
    }

    private static string Text() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", "Cim.md"));

    internal static async Task<List<OfflineFilesItem>> LocalAsync()
    {
        // <page>
        await using var cache = new OfflineFilesCache(CimBackend.Local());
        var pinned = await cache.Items.Where(i => i.PinInfo!.Pinned).ToListAsync();
        // </page>
        return pinned;
    }

    internal static async Task<OfflineFilesCacheState> RemoteAsync(string password)
    {
        // <page>
        var options = new CimBackendOptions { Credential = new CimAccount { Domain = "CONTOSO", UserName = "admin", Password = password } };
        await using var cache = new OfflineFilesCache(CimBackend.Remote("pc42", options));
        // </page>
        return await cache.GetAsync();
    }

    internal static async Task<OfflineFilesCacheState> ConnectAsync(string password)
    {
        // <page>
        await using var cache = new OfflineFilesCache(CimBackend.Connect(@"cim:pc-042?https=true&port=5986&user=CONTOSO\admin", password));
        // </page>
        return await cache.GetAsync();
    }

    private static async Task LookAsync(OfflineFilesCache cache, TextWriter Console)
    {
        // <page>
        var preview = await cache.WhatIf.DeleteItemsAsync(@"\\fileserver\projects\Budget");
        Console.WriteLine(preview);
        foreach (var item in preview.With(PreviewVerdict.WouldBeSpared)) Console.WriteLine($"{item.Path}: {item.Reason}");
        // </page>
    }

    internal static CimBackendOptions Watch()
    {
        // <page>
        var options = new CimBackendOptions { Changes = new() { Source = CimChangeSource.Snapshots, LongestInterval = TimeSpan.FromMinutes(30) } };
        // </page>
        return options;
    }

    private static async Task SetAsync(OfflineFilesCache cache, TextWriter Console)
    {
        // <page>
        var settings = await cache.Configuration.GetMachineAsync();
        settings = await cache.Configuration.PutMachineAsync(settings with { BackgroundSyncParams = new() { SyncInterval = 120, SyncVariance = 30 } });
        Console.WriteLine(settings.IsConfiguredByWMI ? "in force" : "stored; Group Policy has the say");
        // </page>
    }
}
