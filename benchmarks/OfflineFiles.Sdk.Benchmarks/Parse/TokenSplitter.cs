namespace OfflineFiles.Sdk.Benchmarks.Parse;

/// <summary>The floor for a parser: one pass that finds the kind and the place of each token and makes nothing of them.</summary>
internal static class TokenSplitter
{
    public enum Kind : byte
    {
        Word,
        Text,
        Number,
        Symbol,
    }

    public readonly record struct Token(Kind Kind, int Start, int End);

    /// <summary>Writes the tokens of the text into the buffer.</summary>
    /// <returns>How many there are.</returns>
    public static int Split(string text, Token[] tokens)
    {
        var count = 0;
        for (var i = 0; i < text.Length;)
        {
            var (start, c) = (i++, text[i - 1]);
            if (c is ' ' or '\t' or '\r' or '\n') continue;
            var kind = Kind.Symbol;
            if (c is '\'' or '"')
            {
                kind = Kind.Text;
                while (i < text.Length && text[i] != c) i += text[i] == '\\' ? 2 : 1;
                i++;
            }
            else if (IsDigit(c))
            {
                kind = Kind.Number;
                while (i < text.Length && (IsDigit(text[i]) || text[i] == '.')) i++;
            }
            else if (IsLetter(c))
            {
                kind = Kind.Word;
                while (i < text.Length && (IsLetter(text[i]) || IsDigit(text[i]))) i++;
            }
            else if (c is '<' or '>' or '!' && i < text.Length && text[i] is '=' or '>')
            {
                i++;
            }

            tokens[count++] = new Token(kind, start, i);
        }

        return count;
    }

    private static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    private static bool IsLetter(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a' || c == '_' || c >= 0x80;
}
