using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Testing.Support;

/// <summary>A page of the documentation, as it is copied beside the tests, and the code in a test that it shows.</summary>
internal sealed class Page(string fileName)
{
    /// <summary>The lines of the blocks that begin with a line.</summary>
    public IEnumerable<string> Lines(string opening)
    {
        var isInside = false;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Pages", fileName)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isInside = line == opening;
            else if (isInside && line.Length > 0) yield return line;
        }
    }

    /// <summary>The same without what they are indented by.</summary>
    public IEnumerable<string> TrimmedLines(string opening) => Lines(opening).Select(line => line.Trim());

    /// <summary>The lines that the calling test has between its marks.</summary>
    public static IEnumerable<string> CodeOfTest([CallerFilePath] string caller = "")
    {
        var isInside = false;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Pages", Path.GetFileName(caller))).Select(line => line.Trim()))
        {
            if (line is "// <page>" or "// </page>") isInside = line == "// <page>";
            else if (isInside && line.Length > 0) yield return line;
        }
    }
}
