using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Documentation.Pages;

/// <summary>
/// A page in src/docs, and the file of a test that has the code of the page between its marks. These tests stand outside of the namespaces of the
/// library on purpose: they see what a program of the reader sees, so the usings that a page names have to be enough.
/// </summary>
internal sealed partial class DocumentPage
{
    private readonly string _opening;
    private readonly string[] _page;
    private readonly string[] _test;

    /// <param name="fileName">The page.</param>
    /// <param name="opening">The line that the blocks of code begin with.</param>
    /// <param name="test">The file of the test.</param>
    public DocumentPage(string fileName, string opening = "```csharp", [CallerFilePath] string test = "")
    {
        _opening = opening;
        _page = File.ReadAllLines(Path.Combine(Root(test), "src", "docs", fileName));
        _test = File.ReadAllLines(test);
    }

    /// <summary>The code of the page, without its usings.</summary>
    public IEnumerable<string> Code => Blocks(_opening).Where(line => !Directive().IsMatch(line));

    /// <summary>The usings that the page shows.</summary>
    public IEnumerable<string> Usings => Blocks(_opening).Where(line => Directive().IsMatch(line)).Distinct();

    /// <summary>The code of the test between its marks.</summary>
    public IEnumerable<string> CodeOfTest
    {
        get
        {
            var isInside = false;
            foreach (var line in _test.Select(line => line.Trim()))
            {
                if (line is "// <page>" or "// </page>") isInside = line == "// <page>";
                else if (isInside && line.Length > 0) yield return line;
            }
        }
    }

    /// <summary>The usings of the test.</summary>
    public IEnumerable<string> UsingsOfTest => _test.Where(line => Directive().IsMatch(line));

    /// <summary>The page itself.</summary>
    public string Text => string.Join('\n', _page);

    /// <summary>What the page says is printed.</summary>
    public string Output => string.Join('\n', Blocks("```text"));

    public static string Lines(StringWriter output) =>
        string.Join('\n', output.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string Root(string test)
    {
        var directory = Path.GetDirectoryName(test)!;
        while (!File.Exists(Path.Combine(directory, "OfflineFiles.Sdk.sln"))) directory = Path.GetDirectoryName(directory)!;
        return directory;
    }

    private IEnumerable<string> Blocks(string opening)
    {
        var isInside = false;
        foreach (var line in _page.Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isInside = line == opening;
            else if (isInside && line.Length > 0) yield return line;
        }
    }

    [GeneratedRegex(@"^using (\w+ = )?[\w.]+;$")]
    private static partial Regex Directive();
}
