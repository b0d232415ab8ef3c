using System.Globalization;

namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>
/// Characters that a word processor, a web page or another keyboard puts in the place of those WQL is written with. WQL takes each for a letter,
/// so what goes wrong shows only later in the text.
/// </summary>
internal static class WqlLookalikes
{
    private const string Quote = "a typographic quote";

    /// <summary>What to say of the first such character before an index and outside strings; null if there is no such character.</summary>
    public static string? Explain(string text, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (text[i] is '\'' or '"') i = EndOfString(text, i);
            else if (text[i] >= 128 && Describe(text[i]) is var (name, instead))
                return $"U+{((int)text[i]).ToString("X4", CultureInfo.InvariantCulture)} in column {ColumnOf(text, i)} is {name}, "
                    + $"which WQL takes for a letter: write {instead}.";
        }

        return null;
    }

    /// <summary>Whether there is such a character in a stretch of the text without strings.</summary>
    public static bool AreIn(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (text[i] >= 128 && Describe(text[i]) is not null) return true;
        return false;
    }

    /// <summary>Whether a character is put in the place of a quote.</summary>
    public static bool IsQuote(char c) => c >= 128 && Describe(c) is { Name: Quote };

    private static (string Name, string Instead)? Describe(char c) => c switch
    {
        >= '\u2018' and <= '\u201F' or '\u00AB' or '\u00BB' or '\u2039' or '\u203A' or '\u00B4' or '\u2032' or '\u2033' or '\uFF02' or '\uFF07'
            or '\u300C' or '\u300D' => (Quote, "' or \""),
        '\u00A0' or '\u1680' or >= '\u2000' and <= '\u200A' or '\u202F' or '\u205F' or '\u3000' => ("a special space", "a plain space"),
        '\u0085' or '\u2028' or '\u2029' => ("a special line break", "a plain one"),
        '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' =>
            ("an invisible character", "the text without it"),
        '\u2260' => ("a sign", "<>"),
        '\u2264' => ("a sign", "<="),
        '\u2265' => ("a sign", ">="),
        >= '\u2010' and <= '\u2015' or '\u2212' => ("a dash", "-"),
        '\u3001' => ("a comma of another script", ","),
        // The forms of full width are those of ASCII, U+FEE0 further on.
        >= '\uFF01' and <= '\uFF5E' when !WqlCharacter.IsLetterOrDigit((char)(c - 0xFEE0)) =>
            ("a sign of full width", ((char)(c - 0xFEE0)).ToString()),
        _ => null,
    };

    private static int EndOfString(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == text[start]) return i;
            if (text[i] == '\\') i++;
        }

        // A string that never ends hides nothing: its quote is what went wrong.
        return text.Length;
    }

    private static int ColumnOf(string text, int index) => index - (index == 0 ? -1 : text.LastIndexOfAny(['\r', '\n'], index - 1));
}
