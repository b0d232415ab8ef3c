using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>That the page about queries shows code that compiles and what it prints.</summary>
[TestFixture]
public sealed class QueryPageTests
{
    private static readonly Page Page = new("Linq.md");

    [Test]
    public void The_code_on_the_page_is_code_that_compiles() => Assert.That(Page.TrimmedLines("```csharp"), Is.EqualTo(Page.CodeOfTest()));

    [Test]
    public async Task The_code_on_the_page_prints_what_the_page_says()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        var output = new StringWriter { NewLine = "\n" };
        Run(cache, output);

        Assert.That(output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(Page.Lines("```text")), output.ToString());
    }

    [Test]
    public void The_page_names_every_option_and_every_event_and_every_measure()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", "Linq.md"));
        var options = typeof(QueryOptions).GetProperties().Select(property => property.Name).Where(name => name != nameof(QueryOptions.Default)).Select(name => $"| `{name}` |");
        // The page of business applications has those of operations.
        var events = typeof(OfflineFilesEventIds).GetFields().Select(field => (int)field.GetRawConstantValue()!).Where(id => id < OfflineFilesEventIds.OperationStarting).Select(id => $"{id} ");
        string[] measures = [OfflineFilesDiagnostics.QueryDuration, ".time_to_first_row", ".rows_read", ".rows_returned", OfflineFilesDiagnostics.QueryActivityName];

        Assert.That(options.Concat(events).Concat(measures).Where(name => !text.Contains(name)), Is.Empty);
    }

    private static void Run(OfflineFilesCache cache, TextWriter Console)
    {
        // <page>
        var big = cache.Items
            .Where(i => i.ItemType == OfflineFilesItemType.File && i.ItemName.StartsWith("q", StringComparison.Ordinal))
            .Where(i => i.ItemName.Length > 20)
            .OrderByDescending(i => i.FileSysInfo!.LocalSize).Take(5)
            .Select(i => new { i.ItemName, i.FileSysInfo!.LocalSize })
            .Tag("the monthly report");
        Console.Write(big.Explain());
        // </page>
        // <page>
        var sizes = cache.Items.Select(i => i.FileSysInfo!.LocalSize);
        Console.WriteLine(sizes.Where(size => size == 0).Count() == cache.Items.Count(i => i.FileSysInfo!.LocalSize == 0));
        Console.WriteLine(sizes.Average() == sizes.OrderBy(size => size).Average());
        Console.WriteLine(string.Join(", ", sizes.Explain().NullDefaults));
        // </page>
        // <page>
        var strict = cache.Items.WithOptions(new QueryOptions
        {
            ClientEvaluation = ClientEvaluation.Throw,
            RefuseFullScan = true,
            Timeout = TimeSpan.FromSeconds(30),
        });
        Console.WriteLine(strict.Where(i => i.PinInfo!.Pinned).Explain().Refusal!.Reason);
        // </page>
    }
}
