using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OfflineFiles.Sdk.Testing.Support;

/// <summary>
/// Reads a table of cases: one case a line, <c>input -&gt; expected</c>. A line that begins with # is a comment, one in double equals signs
/// a section. <c>{U+000A}</c> stands for the character of that number, <c>{}</c> for nothing.
/// </summary>
internal static partial class CaseFile
{
    private const string Arrow = " -> ";

    /// <summary>The cases of a file as test cases of two strings, each named by its line.</summary>
    public static IEnumerable<TestCaseData> Read(string fileName)
    {
        var section = "";
        var number = 0;
        foreach (var raw in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", fileName)))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.StartsWith("== ", StringComparison.Ordinal) && line.EndsWith(" ==", StringComparison.Ordinal))
            {
                section = line.Trim('=', ' ');
                continue;
            }

            var arrow = line.IndexOf(Arrow, StringComparison.Ordinal);
            if (arrow < 0) throw new InvalidDataException($"{fileName}, line {number}: a case is written 'input -> expected'.");
            var input = Decode(line[..arrow].Trim());
            var expected = Decode(line[(arrow + Arrow.Length)..].Trim());
            yield return new TestCaseData(input, expected).SetArgDisplayNames($"{section}, line {number}: {line}");
        }
    }

    /// <summary>Writes what was found in the place of what is expected, when golden files are rewritten; see <see cref="Golden"/>.</summary>
    /// <returns>What is expected from now on.</returns>
    public static string Accept(string input, string expected, string found, [CallerFilePath] string caller = "")
    {
        if (!Golden.IsUpdating || found == expected) return expected;
        foreach (var path in Directory.GetFiles(Golden.InTests("Cases", "", caller), "*.cases"))
        {
            var lines = File.ReadAllLines(path);
            for (var i = 0; i < lines.Length; i++)
            {
                var arrow = lines[i].IndexOf(Arrow, StringComparison.Ordinal) + Arrow.Length;
                if (arrow >= Arrow.Length && Decode(lines[i][..(arrow - Arrow.Length)].Trim()) == input && Decode(lines[i][arrow..].Trim()) == expected)
                    lines[i] = lines[i][..arrow] + ' ' + Encode(found);
            }

            File.WriteAllText(path, string.Join('\n', lines) + '\n');
        }

        return found;
    }

    private static string Encode(string text) => text.Length == 0
        ? "{}"
        : string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? $"{{U+{(int)c:X4}}}" : c.ToString()));

    private static string Decode(string text) => Character().Replace(text, match => match.Groups[1].Value.Length == 0
        ? ""
        : ((char)ushort.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"\{(?:U\+([0-9A-F]{4}))?\}")]
    private static partial Regex Character();
}
