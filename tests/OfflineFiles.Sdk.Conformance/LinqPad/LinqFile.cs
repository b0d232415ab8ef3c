using System.Xml.Linq;

namespace OfflineFiles.Sdk.Conformance.LinqPad;

/// <summary>A file of LINQPad: a header in XML that says what the query needs, an empty line, and the code.</summary>
internal sealed class LinqFile
{
    private const string EndOfHeader = "</Query>\n";

    // What LINQPad imports into every query.
    private static readonly string[] Usual =
    [
        "System", "System.Collections", "System.Collections.Generic", "System.Data", "System.Diagnostics", "System.IO", "System.Linq",
        "System.Linq.Expressions", "System.Reflection", "System.Text", "System.Text.RegularExpressions", "System.Threading", "System.Transactions",
        "System.Xml", "System.Xml.Linq", "System.Xml.XPath", "LINQPad",
    ];

    private readonly XElement _header;

    public LinqFile(string file)
    {
        var text = File.ReadAllText(file);
        Assert.That(text, Does.StartWith("<Query Kind=").And.Contain(EndOfHeader + "\n").And.Not.Contain('\r'), file);
        var end = text.IndexOf(EndOfHeader, StringComparison.Ordinal) + EndOfHeader.Length;
        _header = XElement.Parse(text[..end]);
        Name = Path.GetFileNameWithoutExtension(file);
        Code = text[(end + 1)..];
        LineCount = text.Count(character => character == '\n');
    }

    public static string Folder { get; } = Path.Combine(SourceTree.Root(), "samples", "LINQPad");

    public string Name { get; }

    public string Code { get; }

    public int LineCount { get; }

    public string Kind => _header.Attribute("Kind")!.Value;

    public IReadOnlyList<string> Packages => [.. _header.Elements("NuGetReference").Select(package => package.Value)];

    public IReadOnlyList<string> Namespaces => [.. _header.Elements("Namespace").Select(space => space.Value)];

    public static IEnumerable<LinqFile> All() =>
        Directory.EnumerateFiles(Folder, "*.linq").Order(StringComparer.Ordinal).Select(file => new LinqFile(file));

    /// <summary>The C# that LINQPad makes of it.</summary>
    public string ToCSharp()
    {
        var usings = string.Concat(Usual.Concat(Namespaces).Distinct().Select(space => $"using {space};\n"));
        var body = Kind == "Program" ? Code : $"async Task Main()\n{{\n{Code}}}\n";
        return $"{usings}public class UserQuery\n{{\n{body}\npublic static Task RunAsync() => new UserQuery().Main();\n}}\n";
    }

    public override string ToString() => Name;
}
