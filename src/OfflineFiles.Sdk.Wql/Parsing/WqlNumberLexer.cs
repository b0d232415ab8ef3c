namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Cuts numbers out of a text: those of WQL, and leniently those with a plus sign, an exponent or no digit before the point.</summary>
internal static class WqlNumberLexer
{
    /// <summary>Whether a number begins at a character that is no digit.</summary>
    public static bool IsStart(string text, int index, bool takesHabits)
    {
        if (!takesHabits) return text[index] == '-' && IsDigit(text, index + 1);
        if (text[index] is '-' or '+') index++;
        return IsDigit(text, index) || (At(text, index) == '.' && IsDigit(text, index + 1));
    }

    public static WqlTokenKind Read(string text, int start, bool takesHabits, out int end)
    {
        end = EndOfDigits(text, text[start] is '-' or '+' ? start + 1 : start);
        var kind = WqlTokenKind.Integer;
        if (At(text, end) == '.')
        {
            kind = IsDigit(text, end + 1) ? WqlTokenKind.Real : WqlTokenKind.BadNumber;
            end = EndOfDigits(text, end + 1);
        }

        if (takesHabits && kind != WqlTokenKind.BadNumber && At(text, end) is 'e' or 'E')
        {
            var exponent = At(text, end + 1) is '-' or '+' ? end + 2 : end + 1;
            if (IsDigit(text, exponent)) (kind, end) = (WqlTokenKind.Real, EndOfDigits(text, exponent));
        }

        // A name may not begin with a digit: 1e3, 0x10 and 12abc are one faulty number, not a number and a name.
        var endOfWord = WqlLexer.EndOfWord(text, end);
        if (endOfWord > end) kind = WqlTokenKind.BadNumber;
        end = endOfWord;
        return kind;
    }

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';

    private static bool IsDigit(string text, int index) => WqlCharacter.IsDigit(At(text, index));

    private static int EndOfDigits(string text, int index)
    {
        while (IsDigit(text, index)) index++;
        return index;
    }
}
