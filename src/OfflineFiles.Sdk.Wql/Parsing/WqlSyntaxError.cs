namespace OfflineFiles.Sdk.Wql;

/// <summary>Where and why a text is not valid WQL.</summary>
public sealed class WqlSyntaxError
{
    internal WqlSyntaxError(string text, int position, string found, string expected, string? hint)
    {
        Position = position;
        (Line, Column) = Locate(text, position);
        Found = ReadableText.Of(found);
        Expected = expected;
        Hint = hint is null ? null : ReadableText.Of(hint);
        Message = ReadableText.Of($"Line {Line}, column {Column}: found {found}, expected {expected}.{(hint is null ? "" : " " + hint)}");
    }

    /// <summary>The index in the text of the first character that cannot be read, from 0; the length of the text at its end.</summary>
    public int Position { get; }

    /// <summary>The line of that character, from 1. A line ends with CR, LF or both.</summary>
    public int Line { get; }

    /// <summary>The column of that character, from 1, in UTF-16 units.</summary>
    public int Column { get; }

    /// <summary>What stands there, as a phrase: <c>'ORDER'</c>, <c>the string 'x'</c>, <c>the end of the query</c>. Long text is shortened.</summary>
    public string Found { get; }

    /// <summary>What could stand there instead, as a phrase.</summary>
    public string Expected { get; }

    /// <summary>What to write instead, as a sentence; null if there is nothing to add.</summary>
    public string? Hint { get; }

    /// <summary>All of it in words.</summary>
    public string Message { get; }

    /// <summary>All of it in words: <see cref="Message"/>.</summary>
    public override string ToString() => ReadableText.Of(Message);

    private static (int Line, int Column) Locate(string text, int position)
    {
        var line = 1;
        var start = 0;
        for (var i = 0; i < position; i++)
        {
            if (text[i] is not ('\r' or '\n')) continue;
            if (text[i] == '\r' && i + 1 < position && text[i + 1] == '\n') i++;
            line++;
            start = i + 1;
        }

        return (line, position - start + 1);
    }
}
