using System.Diagnostics.CodeAnalysis;

namespace OfflineFiles.Sdk.Model;

/// <summary>
/// Reads a path as people write it: in a list, in a message, copied out of another program. What a path is stays the matter of
/// <see cref="UncPath"/>; which spellings are taken, and why others are not, says Decisions/0018.
/// </summary>
internal static class PathText
{
    private const string UncDevice = @"\\?\UNC\";
    private const string FileScheme = "file:";

    private static readonly char[] Separators = ['\\', '/'];
    private static readonly char[] LineBreaks = ['\r', '\n'];

    // What PowerShell puts before a path in PSPath.
    private static readonly string[] PowerShellPrefixes = [@"Microsoft.PowerShell.Core\FileSystem::", "FileSystem::"];

    // The marks that begin a quotation, and those that may end it: straight, typographic, and the brackets of mail programs.
    private static readonly (string Begin, string End)[] Quotations =
    [
        ("\"\u201C\u201D\u201E\u201F\u00AB", "\"\u201C\u201D\u00BB"), ("'\u2018\u2019\u201A\u201B`", "'\u2018\u2019`"), ("<", ">"),
    ];

    /// <summary>Reads a text that a program converts: exactly if that is a path already, so that no name that the cache knows is changed.</summary>
    public static UncPath Parse(string text) =>
        UncPath.TryParse(WithoutLineBreak(text), out var path, out _) || TryRead(text, out path, out var fault)
            ? path
            : throw new InvalidUncPathException(text, fault);

    /// <summary>Reads a line of a list.</summary>
    public static bool TryRead(string? line, [NotNullWhen(true)] out UncPath? path, [NotNullWhen(false)] out string? fault)
    {
        path = null;
        if (line is null) return UncPath.TryParse(null, out path, out fault);
        var text = Trim(line);
        fault = text.IndexOfAny(LineBreaks) >= 0 ? "it holds a line break; give each path as a text of its own" : Unquote(ref text);
        if (fault is not null) return false;
        foreach (var prefix in PowerShellPrefixes)
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) text = text.Substring(prefix.Length);
        if (text.StartsWith(FileScheme, StringComparison.OrdinalIgnoreCase)) fault = ReadUrl(ref text);
        if (fault is not null) return false;
        text = text.Replace('/', '\\');
        if (IsDevice(text, UncDevice)) text = text.Remove(2, UncDevice.Length - 2);
        if (UncPath.TryParse(text, out path, out fault)) return true;
        fault = WhyNot(text, line) ?? fault;
        return false;
    }

    /// <summary>True for a line on which nothing is written.</summary>
    public static bool IsBlank(string? line) => line is not null && Trim(line).Length == 0;

    /// <summary>The text without the blanks around it, and without what cannot be seen there: a byte order mark, a direction of writing.</summary>
    public static string Trim(string line)
    {
        var (start, end) = (0, line.Length);
        while (start < end && IsMargin(line[start])) start++;
        var isMarked = line.Take(start).Any(c => !IsBlankOrBreak(c));
        while (end > start && (IsBlankOrBreak(line[end - 1]) || (isMarked && IsMargin(line[end - 1])))) end--;
        return line.Substring(start, end - start);
    }

    // No path begins with any of these, but a name can end with most: at the end goes what is typed, and what came along before the path too.
    private static bool IsBlankOrBreak(char c) => c is ' ' or '\t' or '\r' or '\n';

    private static bool IsMargin(char c) =>
        char.IsWhiteSpace(c) || c is '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069');

    private static string WithoutLineBreak(string text) =>
        text.EndsWith("\r\n", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2)
        : text.Length > 0 && text[text.Length - 1] is '\r' or '\n' ? text.Substring(0, text.Length - 1)
        : text;

    // No path begins with a blank, but a name can end with one: that is what people put quotation marks around it for.
    private static string? Unquote(ref string text)
    {
        foreach (var (begin, end) in Quotations)
        {
            if (text.Length == 0 || begin.IndexOf(text[0]) < 0) continue;
            if (text.Length < 2 || end.IndexOf(text[text.Length - 1]) < 0) return $"it begins with {text[0]} and does not end with it";
            text = text.Substring(1, text.Length - 2).TrimStart();
            break;
        }

        return null;
    }

    /// <summary>Reads a file URL; its escapes are resolved name by name, so that no escape becomes a separator.</summary>
    private static string? ReadUrl(ref string text)
    {
        var rest = text.Substring(FileScheme.Length).Replace('\\', '/');
        var names = rest.TrimStart('/');
        if (rest.Length - names.Length is not (2 or 4 or 5)) return "it is the URL of a file on one machine, not on a server";
        var parts = names.Split('/').Select(Uri.UnescapeDataString).ToArray();
        text = @"\\" + string.Join("\\", parts);
        return Array.Exists(parts, part => part.IndexOfAny(Separators) >= 0) ? "a name in the URL holds an escaped separator" : null;
    }

    private static bool IsDevice(string text, string prefix) =>
        text.Length >= prefix.Length && text[2] is '?' or '.'
        && text.StartsWith(@"\\", StringComparison.Ordinal) && string.Compare(text, 3, prefix, 3, prefix.Length - 3, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>A better reason than that of the parser, for what people take for a path.</summary>
    private static string? WhyNot(string text, string line)
    {
        if (IsDevice(text, @"\\?\") && text.Length >= 6) text = text.Substring(4);
        if (text.Length >= 2 && text[1] == ':' && char.ToUpperInvariant(text[0]) is >= 'A' and <= 'Z')
            return $"it begins with the drive letter {text.Substring(0, 2)}, which can mean another share for each user; give the path on the server";
        if (text.Length > 0 && text[0] == '#') return "it begins with '#': a list has paths only, no comments";
        return line.IndexOf("://", StringComparison.Ordinal) > 0 ? "it is a URL, and only file:// URLs name files on a server" : null;
    }
}
