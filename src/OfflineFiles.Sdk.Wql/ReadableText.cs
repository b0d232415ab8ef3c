using System.Globalization;
using System.Text;

namespace OfflineFiles.Sdk;

/// <summary>
/// Makes text for people of what somebody else named: file names, queries, options. A character that cannot be seen is written by its number,
/// <c>\u202E</c> or <c>\U000E0001</c>, so that no name forges a line of a log or hides a part of itself; and a text that is too long to read is
/// cut in the middle. Messages, logs, traces and the <c>ToString()</c> of what is shown to people use it; data stay as they are.
/// </summary>
/// <remarks>
/// Cannot be seen: controls, line breaks and format characters (directions of writing, joiners), every blank except the space, all that Unicode
/// says may be ignored (fillers, variation selectors, tags), halves of a surrogate pair, and a combining mark that has no letter before it.
/// </remarks>
public static class ReadableText
{
    /// <summary>The longest text that is shown whole, in UTF-16 units: 1,000.</summary>
    public const int Longest = 1000;

    // First and last of each range: Cc, Cf, Zs without the space, Zl, Zp and Default_Ignorable_Code_Point of Unicode 16, what is no character,
    // and the blank of Braille. Written out: the tables of a runtime are as old as the runtime.
    private static readonly int[] Hidden =
    [
        0x0000, 0x001F, 0x007F, 0x00A0, 0x00AD, 0x00AD, 0x034F, 0x034F, 0x0600, 0x0605, 0x061C, 0x061C, 0x06DD, 0x06DD, 0x070F, 0x070F,
        0x0890, 0x0891, 0x08E2, 0x08E2, 0x115F, 0x1160, 0x1680, 0x1680, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x2000, 0x200F, 0x2028, 0x202F,
        0x205F, 0x206F, 0x2800, 0x2800, 0x3000, 0x3000, 0x3164, 0x3164, 0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF,
        0xFFA0, 0xFFA0, 0xFFF0, 0xFFFC, 0xFFFE, 0xFFFF, 0x110BD, 0x110BD, 0x110CD, 0x110CD, 0x13430, 0x1343F, 0x1BCA0, 0x1BCA3,
        0x1D173, 0x1D17A, 0xE0000, 0xE0FFF,
    ];

    /// <summary>Returns a text as it is shown to people, at most <see cref="Longest"/> of it.</summary>
    /// <param name="text">The text; null is empty.</param>
    public static string Of(string? text) => Of(text, Longest);

    /// <summary>Returns a text as it is shown to people.</summary>
    /// <param name="text">The text; null is empty.</param>
    /// <param name="longest">How much of it is shown, in UTF-16 units of the text.</param>
    public static string Of(string? text, int longest)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text!.Length <= longest) return Escape(text);
        var head = Whole(text, longest - longest / 4);
        var tail = Whole(text, text.Length - longest / 4);
        var left = (tail - head).ToString("N0", CultureInfo.InvariantCulture);
        return $"{Escape(text.Substring(0, head))}... ({left} characters left out) ...{Escape(text.Substring(tail))}";
    }

    /// <summary>Returns true if every character of a text can be seen.</summary>
    /// <param name="text">The text.</param>
    public static bool IsReadable(string text) => FirstHidden(text ?? throw new ArgumentNullException(nameof(text))) < 0;

    private static string Escape(string text)
    {
        var first = FirstHidden(text);
        if (first < 0) return text;
        var readable = new StringBuilder(text, 0, first, text.Length + 16);
        for (var i = first; i < text.Length; i++)
        {
            var (point, length) = PointAt(text, i);
            if (IsHidden(text, i, point)) readable.Append(Number(point));
            else readable.Append(text, i, length);
            i += length - 1;
        }

        return readable.ToString();
    }

    private static string Number(int point) =>
        (point > 0xFFFF ? "\\U" : "\\u") + point.ToString(point > 0xFFFF ? "X8" : "X4", CultureInfo.InvariantCulture);

    private static int FirstHidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and < '\x7F') continue;
            var (point, length) = PointAt(text, i);
            if (IsHidden(text, i, point)) return i;
            i += length - 1;
        }

        return -1;
    }

    private static (int Point, int Length) PointAt(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? (char.ConvertToUtf32(text[index], text[index + 1]), 2)
            : (text[index], 1);

    private static bool IsHidden(string text, int index, int point)
    {
        if (point is >= ' ' and < 0x7F) return false;
        if ((point & 0xFFFE) == 0xFFFE) return true;
        var at = Array.BinarySearch(Hidden, point);
        // Beside a bound it lies in a range if the bound above it, ~at, is the end of one.
        return at >= 0 || (~at & 1) == 1 || (IsMark(text, index) && !CarriesMark(text, index - 1));
    }

    private static bool IsMark(string text, int index) =>
        CharUnicodeInfo.GetUnicodeCategory(text, index)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // The mark would sit on a quote, a separator, or on what stands before the text.
    private static bool CarriesMark(string text, int index) => index >= 0 && (text[index] >= 0x80 || char.IsLetterOrDigit(text[index]));

    // The nearest index at or before this one that does not split a pair.
    private static int Whole(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]) ? index - 1 : index;
}
