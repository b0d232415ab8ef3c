using System.Reflection;
using OfflineFiles.Sdk;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Embedded;
using OfflineFiles.Sdk.Linq;

namespace Documentation.Pages;

/// <summary>That the page about LINQPad shows code that compiles, and that what it dumps is what the page says. LINQPad itself is not here.</summary>
[TestFixture]
public sealed class LinqPadPageTests
{
    private static readonly DocumentPage Page = new("linqpad.md");

    [Test]
    public void The_code_on_the_page_is_code_that_compiles() => Assert.That(Page.Code, Is.EqualTo(Page.CodeOfTest));

    [Test]
    public void The_page_names_the_namespaces() => Assert.That(
        File.ReadAllText(PagePath()),
        Does.Contain("`OfflineFiles.Sdk`").And.Contain("`OfflineFiles.Sdk.Linq`")
            .And.Contain("`OfflineFiles.Sdk.Cim`").And.Contain("`OfflineFiles.Sdk.Embedded`"));

    [Test]
    public async Task What_the_page_dumps_is_an_explanation_for_a_query_and_rows_for_a_list()
    {
        var home = Directory.CreateTempSubdirectory("offlinefiles-page-");
        try
        {
            var share = home.CreateSubdirectory("share");
            await File.WriteAllTextAsync(Path.Combine(share.FullName, "a.txt"), "a");
            await using var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions
            {
                CacheDirectory = Path.Combine(home.FullName, "cache"),
                Shares = [new ShareMapping(@"\\fileserver\projects", share.FullName)],
            }));
            (await cache.PinAsync(@"\\fileserver\projects")).ThrowIfFailed();
            Dumping.Dumped.Clear();

            await AskAsync(cache);

            var toDump = Dumping.Dumped[0].GetType().GetMethod("ToDump", BindingFlags.Instance | BindingFlags.NonPublic);
            Assert.That(toDump, Is.Not.Null, "what LINQPad calls");
            Assert.That(Dumping.Dumped[1], Does.StartWith("SELECT * FROM Win32_OfflineFilesItem WHERE").And.Not.Contain("LIKE"));
            Assert.That(Dumping.Dumped[2], Has.Count.EqualTo(1));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    internal static async Task OnWindowsAsync()
    {
        // <page>
        await using var cache = new OfflineFilesCache(CimBackend.Local());
        (await cache.GetAsync()).Dump();
        // </page>
    }

    private static async Task AskAsync(OfflineFilesCache cache)
    {
        // <page>
        var pinned = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File && i.PinInfo!.Pinned);
        pinned.Dump();                                     // what would be asked, and what would run where: nothing is read
        pinned.ToWql().Dump();                             // the WQL alone

        var rows = pinned.OrderBy(i => i.ItemPath).Select(i => new { i.ItemPath, i.FileSysInfo!.LocalSize, i.ChangeInfo!.Dirty });
        (await rows.ToListAsync()).Dump();                 // the rows, as a table
        // </page>
    }

    private static string PagePath([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "docs", "linqpad.md");
}

/// <summary>LINQPad's own method, which shows a value and returns it.</summary>
internal static class Dumping
{
    public static List<object> Dumped { get; } = [];

    public static T Dump<T>(this T value)
        where T : notnull
    {
        Dumped.Add(value);
        return value;
    }
}
