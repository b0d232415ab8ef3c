using System.Globalization;
using System.Text;
using OfflineFiles.Sdk.Wql.Casing;

namespace OfflineFiles.Sdk.Wql.Tests.Casing;

/// <summary>
/// The table of upper cases against that of the runtime. To make it anew for a later version of Unicode, run these tests with a runtime that
/// has it and with both OFFLINEFILES_UPDATE_GOLDEN=1 and DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1: then the runtime uses data of its own
/// and not those of ICU. Keys that are stored were made with the table, so a cache needs a migration when it changes.
/// </summary>
[TestFixture]
internal sealed class CaseTableTests
{
    private const int CodePoints = 0x110000;
    private const int RangesInLine = 4;

    // These got their other case in Unicode 16.0, which an older ICU does not know.
    private static readonly int[] LettersOfVersion16 = [0x019B, 0xA7DC, 0x0264, 0xA7CB, 0x1C89, 0x1C8A, 0xA7CC, 0xA7CD, 0xA7DA, 0xA7DB];

    private static readonly bool HasDataOfRuntime = Environment.GetEnvironmentVariable("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT") is "1" or "true";

    [Test]
    public void The_table_is_what_the_letters_of_the_runtime_make_it()
    {
        var path = Path.Combine(SourceTree.Library("OfflineFiles.Sdk.Wql"), "Casing", "CaseTable.cs");
        var source = File.ReadAllText(path).ReplaceLineEndings("\n");
        var start = source.IndexOf("    [\n", StringComparison.Ordinal) + 6;
        var end = source.IndexOf("    ];", StringComparison.Ordinal);
        var written = source[..start] + Written(HasDataOfRuntime ? UpperOfRuntime : UpperOfTable) + source[end..];
        if (HasDataOfRuntime && Golden.IsUpdating) File.WriteAllText(path, written);

        Assert.That(source, Is.EqualTo(written));
    }

    // What .NET 10 makes of all letters where it has its own data and no ICU: it does not depend on the machine, as the comparison above does.
    [Test]
    public void The_pairs_of_letters_are_those_of_NET_10()
    {
        var (count, sum) = (0, 0u);
        for (var code = 0; code < CodePoints; code++)
        {
            if (UpperOfTable(code) is var upper && upper == code) continue;
            count++;
            sum = unchecked((sum * 31 + (uint)code) * 31 + (uint)upper);
        }

        Assert.That((count, sum), Is.EqualTo((1475, 0x1BB5302u)));
    }

    [TestCase(0x0061, 0x0041)]
    [TestCase(0x00B5, 0x039C)]
    [TestCase(0x00FF, 0x0178)]
    [TestCase(0x0131, 0x0131)]
    [TestCase(0x017F, 0x017F)]
    [TestCase(0x00DF, 0x00DF)]
    [TestCase(0x03C2, 0x03A3)]
    [TestCase(0x019B, 0xA7DC)]
    [TestCase(0x0264, 0xA7CB)]
    [TestCase(0x1C8A, 0x1C89)]
    [TestCase(0x10428, 0x10400)]
    public void The_upper_case_of_a_letter_is_this(int letter, int upper) => Assert.That(UpperOfTable(letter), Is.EqualTo(upper));

    [Test]
    public void Two_letters_are_the_same_as_they_are_to_the_runtime()
    {
        var ofRuntime = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var ofTable = new Dictionary<int, int>();
        var differences = new List<string>();
        for (var code = 0; code < CodePoints; code++)
        {
            var text = TextOf(code);
            var first = ofRuntime.TryAdd(text, code) ? code : ofRuntime[text];
            var firstOfTable = ofTable.TryAdd(UpperOfTable(code), code) ? code : ofTable[UpperOfTable(code)];
            if (first != firstOfTable && !IsNewToOne(code)) differences.Add($"U+{code:X4} is U+{first:X4} to the runtime and U+{firstOfTable:X4} here");
        }

        Assert.That(differences, Is.Empty);
    }

    /// <summary>This is why texts of ASCII can be left to the runtime.</summary>
    [Test]
    public void No_letter_beyond_ASCII_is_one_of_ASCII()
    {
        for (var code = 0x80; code < CodePoints; code++) Assert.That(UpperOfTable(code), Is.GreaterThanOrEqualTo(0x80), $"U+{code:X4}");
        for (var c = '\0'; c < 0x80; c++) Assert.That(UpperOfTable(c), Is.EqualTo(char.ToUpperInvariant(c)), $"U+{(int)c:X4}");
    }

    [Test]
    public void An_upper_case_is_its_own_and_has_the_same_high_surrogate()
    {
        foreach (var (first, last, step, distance) in CaseTable.Ranges)
        {
            for (var code = first; code <= last; code += step)
            {
                Assert.That(UpperOfTable(code), Is.EqualTo(code + distance));
                Assert.That(UpperOfTable(code + distance), Is.EqualTo(code + distance));
                Assert.That(TextOf(code).Length == TextOf(code + distance).Length && (code <= char.MaxValue || TextOf(code)[0] == TextOf(code + distance)[0]));
            }
        }
    }

    [TestCase(0xD801, 0xDC28, 0xDC00, 0xDC28)]
    [TestCase(0xD801, 0xDC00, 0xDC00, 0xDC28)]
    [TestCase(0xD83D, 0xDE00, 0xDE00)]
    public void The_cases_of_a_letter_beyond_the_first_plane_are_its_low_surrogates(int high, int low, params int[] expected) =>
        Assert.That(CaseFolding.CasesOf((char)high, (char)low).Select(c => (int)c), Is.EqualTo(expected));

    private static int UpperOfTable(int code)
    {
        if (code <= char.MaxValue) return CaseFolding.ToUpper((char)code);
        var text = TextOf(code);
        return char.ConvertToUtf32(text[0], CaseFolding.ToUpper(text[0], text[1]));
    }

    private static int UpperOfRuntime(int code) => Rune.IsValid(code) ? Rune.ToUpperInvariant(new Rune(code)).Value : code;

    private static string TextOf(int code) => code <= char.MaxValue ? ((char)code).ToString() : char.ConvertFromUtf32(code);

    private static bool IsNewToOne(int code) =>
        LettersOfVersion16.Contains(code) || CharUnicodeInfo.GetUnicodeCategory(code) == UnicodeCategory.OtherNotAssigned;

    private static string Written(Func<int, int> upper)
    {
        var text = new StringBuilder();
        foreach (var line in Ranges(upper).Chunk(RangesInLine))
            text.Append("        ").AppendJoin(", ", line.Select(range => FormattableString.Invariant(
                $"(0x{range.First:X4}, 0x{range.Last:X4}, {range.Step}, {range.Distance})"))).Append(",\n");
        return text.ToString();
    }

    private static List<(int First, int Last, int Step, int Distance)> Ranges(Func<int, int> upper)
    {
        var ranges = new List<(int First, int Last, int Step, int Distance)>();
        for (var code = 0; code < CodePoints; code++)
        {
            var distance = upper(code) - code;
            if (distance == 0) continue;
            var (first, last, step, lastDistance) = ranges.Count == 0 ? default : ranges[^1];
            if (distance == lastDistance && (code - last == step || (first == last && code - last == 2))) ranges[^1] = (first, code, code - last, distance);
            else ranges.Add((code, code, 1, distance));
        }

        return ranges;
    }
}
