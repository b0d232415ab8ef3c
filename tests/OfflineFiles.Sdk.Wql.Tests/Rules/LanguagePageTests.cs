namespace OfflineFiles.Sdk.Wql.Tests.Rules;

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

        Assert.That(output.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n'), Is.EqualTo(Page.Lines("```text")));
    }

    private static void Run(TextWriter Console)
    {
        // <page>
        var query = (WqlSelectQuery)WqlQuery.Parse("select * from CIM_DataFile where FileSize>100000 and not Name like '%.tmp'");
        Console.WriteLine(query);

        var files = new WqlRowShape<FileInfo>
        {
            { "Name", WqlMember.String<FileInfo>(file => file.Name) },
            { "FileSize", WqlMember.Integer<FileInfo>(file => file.Length) },
        };
        Func<FileInfo, bool> matches = WqlCompiler.Compile(query.Where!, files);

        var name = "O'Neil's 100%.csv";
        Console.WriteLine(WqlQuery.Create($"SELECT * FROM CIM_DataFile WHERE Name = {name}"));

        if (!WqlQuery.TryParse("SELECT * FROM CIM_DataFile ORDER BY Name", out _, out var error)) Console.WriteLine(error);
        // </page>
        Assert.That(matches(new FileInfo(typeof(Assert).Assembly.Location)), Is.True);
    }
}
