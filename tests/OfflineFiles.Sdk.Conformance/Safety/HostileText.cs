using System.Globalization;
using System.Text;

namespace OfflineFiles.Sdk.Conformance.Safety;

/// <summary>A name as nobody gives it in good faith, and what is asked of every text that shows it.</summary>
internal static class HostileText
{
    /// <summary>A character of every kind that cannot be seen, and some that end a line.</summary>
    public const string Characters =
        "\u0001\t\n\v\f\r\u001B\u007F\u0085\u009B\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u17B4\u180B\u180E\u2000\u2003\u2007\u2009\u200A\u200B\u200C\u200D\u200E\u200F"
        + "\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u202F\u205F\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206A\u206F\u3000\u3164\uFE00\uFE0E\uFE0F\uFEFF\uFFA0"
        + "\uFFF9\uFFFA\uFFFB\uFFFC\U000E0001\U000E0041\U000E007F\U000E0100\U0001D173";

    private static readonly HashSet<Rune> Hidden = [.. Characters.EnumerateRunes()];

    private static readonly UnicodeCategory[] Unseen =
        [UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator, UnicodeCategory.SpaceSeparator];

    /// <summary>A name with all of them.</summary>
    public const string Name = "report" + Characters + "gpj.exe";

    /// <summary>A name that a share on Linux can hold, where a name has at most 255 bytes.</summary>
    public const string FileName = "a\n[INFO] all is well\r\u001B[2K\u202Egpj\u00A0\u200B\u2028.exe";

    /// <summary>Asserts that every character of a text can be seen; line breaks are allowed where the text has lines of its own.</summary>
    public static void MustNotShow(string? text, string what, bool hasLines = false)
    {
        var lines = hasLines ? (text ?? "").Split([Environment.NewLine, "\n"], StringSplitOptions.None) : [text ?? ""];
        // By a list of our own, not by the product, which would find nothing wrong with what it forgets.
        var shown = lines.SelectMany(line => line.EnumerateRunes()).Where(rune => Hidden.Contains(rune) || Unseen.Contains(Rune.GetUnicodeCategory(rune)) && rune.Value != ' ');
        Assert.That(shown.Select(rune => $"U+{rune.Value:X4}"), Is.Empty, what);
    }
}
