using System.Text.RegularExpressions;

namespace OfflineFiles.Sdk.Testing.Rules;

/// <summary>A top-level type as the sources declare it: the folder of its file is its room.</summary>
internal sealed record SourceType(string FullName, string Folder, bool IsPublic);

/// <summary>Reads which top-level types a directory of sources declares, and in which folders.</summary>
internal static partial class SourceTypes
{
    /// <summary>The types of a directory; folders are relative to it, with slashes, empty for the directory itself.</summary>
    public static IReadOnlyList<SourceType> Read(string directory) =>
    [
        .. from file in Directory.EnumerateFiles(directory, "*.cs", SearchOption.AllDirectories)
           let folder = Path.GetRelativePath(directory, Path.GetDirectoryName(file)!).Replace('\\', '/')
           where folder.Split('/')[0] is not ("bin" or "obj")
           from type in Declared(File.ReadAllText(file), folder == "." ? "" : folder)
           select type,
    ];

    /// <summary>The types that a source declares; the name as the runtime has it, with the number of type parameters after a backtick.</summary>
    public static IEnumerable<SourceType> Declared(string source, string folder)
    {
        var space = Namespace().Match(source).Groups[1].Value;
        return Declaration().Matches(source).Select(match =>
        {
            var parameters = match.Groups["parameters"];
            var arity = parameters.Success ? $"`{parameters.Value.Count(c => c == ',') + 1}" : "";
            return new SourceType($"{space}.{match.Groups["name"].Value}{arity}", folder, match.Groups["access"].Value == "public");
        });
    }

    // Namespaces have the scope of a file, so a declaration of a top-level type begins a line.
    [GeneratedRegex(@"^namespace\s+([\w.]+)\s*;", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^(?:(?<access>public|internal|file) )?(?:(?:static|sealed|abstract|readonly|ref|partial|unsafe) )*"
        + @"(?:class|struct|interface|enum|record(?: class| struct)?|delegate [^\r\n(]+?) (?<name>\w+)(?:<(?<parameters>[^<>\r\n]+)>)?(?=[\s(:;{])",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
