using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>
/// A list of paths as people write it: the lines of a file, the output of a script. Each line that is no path is a failed outcome, and the others
/// are as good as without it. The operations of <see cref="OfflineFilesCache"/> that take paths as strings read them this way. Immutable.
/// </summary>
/// <remarks>
/// <para>These spellings of <c>\\server\share\a b.txt</c> are read:</para>
/// <list type="bullet">
/// <item>blanks around it, a carriage return at the end of the line, a byte order mark before it;</item>
/// <item>quotation marks around it: straight, typographic, or the brackets of mail programs; a blank at the end inside them belongs to the name;</item>
/// <item>forward slashes, also mixed: <c>//server/share/a b.txt</c>;</item>
/// <item>device paths of servers: <c>\\?\UNC\server\share\a b.txt</c>;</item>
/// <item>file URLs: <c>file://server/share/a%20b.txt</c>;</item>
/// <item>what PowerShell calls PSPath: <c>Microsoft.PowerShell.Core\FileSystem::\\server\share\a b.txt</c>.</item>
/// </list>
/// <para>
/// An empty line is nothing. There are no comments. A drive letter is no path: it can mean another share for each user. Two separators in a row are
/// never taken for one: they are what an empty variable leaves behind, and the path would be another item.
/// </para>
/// <para>An item knows its path exactly: give <see cref="OfflineFilesItem.Path"/> rather than its text.</para>
/// </remarks>
/// <example>
/// <code>
/// var list = UncPathList.Parse(File.ReadLines("projects.txt"));
/// foreach (var failure in list.Failures) Console.Error.WriteLine(failure.Message);
/// await cache.PinAsync(list.Paths);
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class UncPathList
{
    // ERROR_BAD_PATHNAME (Microsoft Learn: System Error Codes).
    private const int BadPathName = unchecked((int)0x800700A1);

    private UncPathList(IReadOnlyList<UncPath> paths, IReadOnlyList<ItemOutcome> failures) => (Paths, Failures) = (paths, failures);

    /// <summary>The paths in the order of the lines; a path that is given twice is in the list once.</summary>
    public IReadOnlyList<UncPath> Paths { get; }

    /// <summary>
    /// A failed outcome for each text that is no path: <see cref="ItemOutcome.Input"/> is the line, <see cref="ItemOutcome.Message"/> says which line
    /// it is and what is wrong with it, and <see cref="ItemOutcome.Error"/> is an <see cref="InvalidUncPathException"/>.
    /// </summary>
    public IReadOnlyList<ItemOutcome> Failures { get; }

    /// <summary>Reads the lines of a list.</summary>
    /// <param name="lines">The lines, each with one path; a line can be null, which is no path.</param>
    public static UncPathList Parse(IEnumerable<string?> lines)
    {
        var paths = new List<UncPath>();
        var failures = new List<ItemOutcome>();
        var (known, number) = (new HashSet<UncPath>(), 0);
        foreach (var line in Guard.NotNull(lines))
        {
            number++;
            if (PathText.IsBlank(line)) continue;
            if (!PathText.TryRead(line, out var path, out var fault))
            {
                var failure = Failure(line, number, fault);
                if (known.Add(failure.Path)) failures.Add(failure);
            }
            else if (known.Add(path))
            {
                paths.Add(path);
            }
        }

        return new UncPathList(paths.AsReadOnly(), failures.AsReadOnly());
    }

    /// <summary>Reads a list to its end.</summary>
    /// <param name="reader">The text, one path a line; it is not disposed.</param>
    public static UncPathList Parse(TextReader reader) => Parse(Lines(Guard.NotNull(reader)));

    /// <summary>Returns the number of paths, and of lines that are none, as a text for people.</summary>
    public override string ToString() => $"{Paths.Count} paths, {Failures.Count} failures";

    /// <summary>Reads the paths of an operation.</summary>
    internal static UncPathList OfOperation(IEnumerable<string?> paths)
    {
        var list = Parse(Guard.NotNull(paths));
        return list.Paths.Count + list.Failures.Count > 0
            ? list
            : throw new InvalidOptionsException(nameof(paths), "No path was given. Name at least one item.");
    }

    private static ItemOutcome Failure(string? line, int number, string fault)
    {
        var error = new InvalidUncPathException(line is null ? null : PathText.Trim(line), fault);
        return new ItemOutcome
        {
            Path = UncPath.OfBadText(error.Text ?? ""),
            Input = line ?? "",
            Status = OutcomeStatus.Failed,
            Message = $"Line {number}: {error.Message}",
            NativeCode = BadPathName,
            Error = error,
        };
    }

    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line) yield return line;
    }
}
