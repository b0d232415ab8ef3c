namespace OfflineFiles.Sdk.Wql.Casing;

/// <summary>
/// Texts by their upper case, letter by letter, from a table of our own. Those of the runtimes differ: by the version of ICU, and on older
/// Windows and .NET Framework by the operating system.
/// </summary>
/// <remarks>
/// A letter beyond U+FFFF and its upper case have the same high surrogate. Half a letter has no case. In order, every letter beyond U+FFFF
/// comes after every other, as the platform has it.
/// </remarks>
internal static class CaseFolding
{
#if NET
    private const int LengthOnStack = 0x200;
#endif
    private const int LastAscii = 0x7F;
    private const int PageSize = 0x100;

    // No letter after these has case.
    private const int End = 0x20000;

    // How far the upper case is from each code point; one page for all stretches without case.
    private static readonly short[][] Pages = Expand();

    public static char ToUpper(char c) =>
        c > LastAscii ? (char)(c + Pages[c / PageSize][c % PageSize]) : c is >= 'a' and <= 'z' ? (char)(c - 'a' + 'A') : c;

    /// <summary>The low surrogate of the upper case of a letter beyond U+FFFF.</summary>
    public static char ToUpper(char high, char low)
    {
        var letter = char.ConvertToUtf32(high, low);
        return letter < End ? (char)(low + Pages[letter / PageSize][letter % PageSize]) : low;
    }

    public static string ToUpper(string text)
    {
        var upper = text.ToCharArray();
        for (var i = 0; i < upper.Length; i++) upper[i] = At(text, i, start: 0);
        return new string(upper);
    }

    public static int GetHashCode(string text)
    {
#if NET
        if (text.Length <= LengthOnStack)
        {
            Span<char> upper = stackalloc char[text.Length];
            for (var i = 0; i < upper.Length; i++) upper[i] = At(text, i, start: 0);
            return string.GetHashCode(upper);
        }
#endif
        return StringComparer.Ordinal.GetHashCode(ToUpper(text));
    }

    /// <summary>The low surrogates that with this high one make the same letter in any case.</summary>
    public static char[] CasesOf(char high, char low) =>
        [.. Enumerable.Range(0xDC00, 0x400).Select(other => (char)other).Where(other => ToUpper(high, other) == ToUpper(high, low))];

    /// <summary>Whether two stretches of the same length are equal.</summary>
    public static bool AreEqual(string left, int leftStart, string right, int rightStart, int length)
    {
        // What comes before a difference is equal, so a surrogate has the same before it on both sides.
        for (var i = 0; i < length; i++)
        {
            var (a, b) = (left[leftStart + i], right[rightStart + i]);
            if (a == b) continue;
            if ((a | b) <= LastAscii ? ToUpper(a) != ToUpper(b) : At(left, leftStart + i, leftStart) != At(right, rightStart + i, rightStart)) return false;
        }

        return true;
    }

    public static int Compare(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
#if NET
        for (var i = left.AsSpan().CommonPrefixLength(right); i < length; i++)
#else
        for (var i = 0; i < length; i++)
#endif
        {
            var (a, b) = (left[i], right[i]);
            if (a == b) continue;
            var (upperLeft, upperRight) = (a | b) <= LastAscii ? (ToUpper(a), ToUpper(b)) : (At(left, i, start: 0), At(right, i, start: 0));
            if (upperLeft != upperRight) return Rank(left, right, i) is var rank && rank != 0 ? rank : upperLeft - upperRight;
        }

        return left.Length - right.Length;
    }

    /// <summary>Where a text that is not empty first is, wholly within a stretch; -1 if nowhere.</summary>
    public static int IndexOf(string text, string value, int start, int count)
    {
        var first = ToUpper(value[0]);
        var end = start + count - value.Length + 1;
        for (var i = Next(text, start, end, first); i < end; i = Next(text, i + 1, end, first))
            if (AreEqual(text, i, value, 0, value.Length)) return i;
        return -1;
    }

    public static int LastIndexOf(string text, string value)
    {
        for (var i = text.Length - value.Length; i >= 0; i--)
            if (AreEqual(text, i, value, 0, value.Length)) return i;
        return -1;
    }

    /// <summary>The next place of a character of that upper case; the end of the text if no such character follows.</summary>
    private static int Next(string text, int start, int end, char upper)
    {
#if NET
        if (start < end && char.IsAsciiLetter(upper))
            return text.AsSpan(start, end - start).IndexOfAny(upper, char.ToLowerInvariant(upper)) is >= 0 and var index ? start + index : end;
#endif
        while (start < end && ToUpper(text[start]) != upper) start++;
        return start;
    }

    private static char At(string text, int index, int start)
    {
        var c = text[index];
        return c > LastAscii && char.IsLowSurrogate(c) && index > start && char.IsHighSurrogate(text[index - 1]) ? ToUpper(text[index - 1], c) : ToUpper(c);
    }

    /// <summary>Which of two letters is beyond U+FFFF, of those that differ at an index and nowhere before; 0 if both are, or neither is.</summary>
    private static int Rank(string left, string right, int index)
    {
        var (isLeft, isRight) = index > 0 ? (char.IsSurrogatePair(left, index - 1), char.IsSurrogatePair(right, index - 1)) : default;
        if (!isLeft && !isRight) (isLeft, isRight) = (char.IsSurrogatePair(left, index), char.IsSurrogatePair(right, index));
        return isLeft.CompareTo(isRight);
    }

    private static short[][] Expand()
    {
        var pages = new short[End / PageSize][];
        var without = new short[PageSize];
        for (var i = 0; i < pages.Length; i++) pages[i] = without;
        foreach (var (first, last, step, distance) in CaseTable.Ranges)
        {
            for (var letter = first; letter <= last; letter += step)
            {
                ref var page = ref pages[letter / PageSize];
                if (page == without) page = new short[PageSize];
                page[letter % PageSize] = unchecked((short)distance);
            }
        }

        return pages;
    }
}
