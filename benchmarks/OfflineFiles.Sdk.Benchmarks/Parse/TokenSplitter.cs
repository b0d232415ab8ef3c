namespace OfflineFiles.Sdk.Benchmarks.Parse;

/// <summary>The floor for a parser: one pass that finds the tokens and makes nothing of them.</summary>
internal static class TokenSplitter
{
    public static int Count(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; count++)
        {
            while (i < text.Length && char.IsWhiteSpace(text[i])) i++;
            if (i == text.Length) break;
            var start = text[i];
            if (start is '\'' or '"')
            {
                for (i++; i < text.Length && text[i] != start; i++)
                    if (text[i] == '\\') i++;
                i++;
            }
            else if (char.IsLetterOrDigit(start) || start == '_')
            {
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_')) i++;
            }
            else
            {
                i++;
            }
        }

        return count;
    }
}
