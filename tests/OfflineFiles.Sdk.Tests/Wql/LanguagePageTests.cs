using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Wql;

/// <summary>That the page about the language shows what the parser takes, and what it refuses.</summary>
[TestFixture]
internal sealed class LanguagePageTests
{
    private static readonly Page Page = new("Wql.md");

    private static IEnumerable<string> Taken => Page.TrimmedLines("```wql");

    private static IEnumerable<string> Refused => Page.TrimmedLines("```wql refused");

    [TestCaseSource(nameof(Taken))]
    public void A_query_on_the_page_is_canonical(string text) => Assert.That(WqlQuery.Parse(text).ToString(), Is.EqualTo(text));

    [TestCaseSource(nameof(Refused))]
    public void A_query_on_the_page_that_is_marked_as_refused_is(string text) => Assert.That(WqlQuery.TryParse(text, out _, out _), Is.False);

    [Test]
    public void The_code_on_the_page_is_code_that_compiles() => Assert.That(Page.TrimmedLines("```csharp"), Is.EqualTo(Page.CodeOfTest()));

    [Test]
    public void The_code_on_the_page_does_what_it_says()
    {
        var output = new StringWriter();
        Run(output);

        Assert.That(
            output.ToString().ReplaceLineEndings("\n"),
            Does.StartWith("SELECT * FROM Win32_OfflineFilesItem WHERE itemtype = 0 AND NOT itemname LIKE '%.tmp'\n").And.Contains(@"'\\\\server\\share'"));
    }

    private static void Run(TextWriter Console)
    {
        // <page>
        var query = (WqlSelectQuery)WqlQuery.Parse("select * from Win32_OfflineFilesItem where itemtype=0 and not itemname like '%.tmp'");
        Console.WriteLine(query);
        // SELECT * FROM Win32_OfflineFilesItem WHERE itemtype = 0 AND NOT itemname LIKE '%.tmp'

        Func<OfflineFilesItem, bool> matches = WqlCompiler.Compile(query.Where!, ItemProperties.Instance);

        var files = new WqlRowShape<FileInfo>
        {
            { "Name", WqlMember.String<FileInfo>(file => file.Name) },
            { "Length", WqlMember.Integer<FileInfo>(file => file.Length) },
        };
        Func<FileInfo, bool> isBigLog = WqlCompiler.Compile(WqlPredicate.Parse("Name LIKE '%.log' AND Length > 1000000"), files);

        foreach (var finding in WqlLinter.Lint(@"SELECT * FROM Win32_OfflineFilesItem WHERE ItemPath = '\\server\share'")) Console.WriteLine(finding);
        // </page>
        Assert.That(isBigLog(new FileInfo("no such file.txt")), Is.False);
        Assert.That(matches(new OfflineFilesItem(@"\\server\share\a.txt") { ItemName = "a.txt" }), Is.True);
    }
}
