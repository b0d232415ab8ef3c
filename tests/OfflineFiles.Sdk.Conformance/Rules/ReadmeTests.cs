namespace OfflineFiles.Sdk.Conformance.Rules;

/// <summary>That what the README shows is code that works.</summary>
[TestFixture]
public sealed class ReadmeTests
{
    [TestCase("## A first look", "README")]
    [TestCase("## Raw WQL", "README raw")]
    public void The_code_in_the_README_is_code_that_compiles(string heading, string region)
    {
        var readme = Read("README.md");
        var shown = Between(readme[readme.IndexOf(heading, StringComparison.Ordinal)..], "```csharp\n", "```")
            .Replace("using OfflineFiles.Sdk;\nusing OfflineFiles.Sdk.Embedded;\nusing OfflineFiles.Sdk.Linq;\n\n", "", StringComparison.Ordinal)
            .Replace("\"/var/cache/offline\"", "cacheDirectory", StringComparison.Ordinal)
            .Replace("\"/mnt/projects\"", "shareDirectory", StringComparison.Ordinal);
        var compiled = Between(Read("FirstLook.cs"), $"// <{region}>\n", $"        // </{region}>");

        Assert.That(shown.Trim(), Is.EqualTo(string.Join('\n', compiled.Split('\n').Select(line => line.Length > 8 ? line[8..] : line.Trim())).Trim()));
    }

    [Test]
    public async Task The_code_in_the_README_does_what_it_says()
    {
        var home = Directory.CreateTempSubdirectory("offlinefiles-readme-");
        try
        {
            var share = home.CreateSubdirectory("share");
            share.CreateSubdirectory("Budget");

            await FirstLook.RunAsync(Path.Combine(home.FullName, "cache"), share.FullName);

            Assert.That(await File.ReadAllTextAsync(Path.Combine(share.FullName, "Budget", "2026.csv")), Is.EqualTo("month;amount\n"));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Readme", name)).ReplaceLineEndings("\n");

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
