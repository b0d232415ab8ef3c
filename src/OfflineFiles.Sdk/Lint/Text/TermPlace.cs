namespace OfflineFiles.Sdk.Lint.Text;

/// <summary>Where the parts of one test stand in the text it was read from. The text has been read, so nothing is checked here.</summary>
/// <param name="Whole">The test.</param>
/// <param name="Property">The property, on either side.</param>
/// <param name="Operator">The operator, of one word or several.</param>
/// <param name="Constant">What is on the other side: a constant, a pattern, a class, NULL.</param>
internal readonly record struct TermPlace(TextRange Whole, TextRange Property, TextRange Operator, TextRange Constant)
{
    public static TermPlace Find(string text, int start, int propertyStart)
    {
        var left = TextRange.At(start, EndOfOperand(text, start));
        var comparison = NextOperator(text, left.End);
        var rightStart = SkipBlanks(text, comparison.End);
        var right = TextRange.At(rightStart, EndOfOperand(text, rightStart));
        var whole = TextRange.At(left.Start, right.End);
        return left.Start == propertyStart ? new(whole, left, comparison, right) : new(whole, right, comparison, left);
    }

    public static int EndOfOperand(string text, int start)
    {
        if (start >= text.Length) return start;
        if (text[start] is '\'' or '"') return EndOfString(text, start);
        return WqlCharacter.IsLetter(text[start]) ? EndOfName(text, start) : EndOfNumber(text, start);
    }

    public static int SkipBlanks(string text, int index)
    {
        while (index < text.Length && WqlCharacter.IsBlank(text[index])) index++;
        return index;
    }

    private static TextRange NextOperator(string text, int index)
    {
        var start = SkipBlanks(text, index);
        var end = start;
        while (end < text.Length && text[end] is '=' or '<' or '>' or '!') end++;
        if (end > start) return TextRange.At(start, end);

        // IS NOT, and the NOT LIKE that a lenient reader takes.
        end = EndOfWord(text, start);
        var next = SkipBlanks(text, end);
        var following = text.Substring(next, EndOfWord(text, next) - next);
        var isLonger = WqlName.AreEqual(following, "NOT") || WqlName.AreEqual(following, "LIKE");
        return TextRange.At(start, isLonger ? next + following.Length : end);
    }

    private static int EndOfString(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == text[start]) return i + 1;
            if (text[i] == '\\') i++;
        }

        return text.Length;
    }

    private static int EndOfName(string text, int index)
    {
        while (true)
        {
            index = EndOfWord(text, index);
            var dot = SkipBlanks(text, index);
            if (dot >= text.Length || text[dot] != '.') return index;
            index = SkipBlanks(text, dot + 1);
        }
    }

    private static int EndOfWord(string text, int index)
    {
        while (index < text.Length && WqlCharacter.IsLetterOrDigit(text[index])) index++;
        return index;
    }

    private static int EndOfNumber(string text, int index)
    {
        while (index < text.Length && (WqlCharacter.IsDigit(text[index]) || text[index] is '+' or '-' or '.' or 'e' or 'E')) index++;
        return index;
    }
}
