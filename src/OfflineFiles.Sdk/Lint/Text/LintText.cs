using System.Text;

namespace OfflineFiles.Sdk.Lint.Text;

/// <summary>
/// The text of a query as it was given, and as it was read: the same, unless backslashes had to be mended first. Rules see the places in
/// the text that was read; findings show those in the text that was given.
/// </summary>
internal sealed class LintText
{
    private readonly List<(int Read, int Original)> _anchors;
    private readonly Lazy<List<int>> _lines;

    public LintText(string text)
        : this(text, text, [(0, 0)])
    {
    }

    /// <summary>A text that was mended before it was read.</summary>
    /// <param name="original">The text as it was given.</param>
    /// <param name="read">The text as it was read.</param>
    /// <param name="anchors">Where the two go together again after each difference, in order.</param>
    public LintText(string original, string read, List<(int Read, int Original)> anchors)
    {
        Original = original;
        Read = read;
        _anchors = anchors;
        _lines = new(FindLines);
    }

    public string Original { get; }

    public string Read { get; }

    /// <summary>The text that was read with some places rewritten, and what only a lenient reader takes written as Windows takes it.</summary>
    /// <param name="edits">The places, in order.</param>
    /// <returns>The mended text; null if it cannot be read for another reason, as when another class makes the query one of another kind.</returns>
    public string? Mend(params LintEdit[] edits)
    {
        var text = new StringBuilder(Read.Length + 16);
        var next = 0;
        foreach (var edit in edits)
        {
            text.Append(Read, next, edit.Place.Start - next).Append(edit.Replacement);
            next = edit.Place.End;
        }

        var mended = text.Append(Read, next, Read.Length - next).ToString();
        if (!WqlQuery.TryParse(mended, WqlParseOptions.Lenient, out var query, out _)) return null;
        if (query.Habits.Count == 0) return mended;

        // One habit says what Windows has no words for.
        return WqlQuery.TryParse(query.ToString(), out var strict, out _) ? strict.Text : null;
    }

    public TextRange ToOriginal(TextRange place) => new(ToOriginal(place.Start), ToOriginal(place.End));

    public (int Line, int Column) Locate(int position)
    {
        var found = _lines.Value.BinarySearch(position);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, position - _lines.Value[line] + 1);
    }

    /// <summary>Where the word that begins there ends.</summary>
    public int EndOfWord(int position)
    {
        while (position < Read.Length && WqlCharacter.IsLetterOrDigit(Read[position])) position++;
        return position;
    }

    /// <summary>Where the property or constant that begins there ends.</summary>
    public int EndOfOperand(int position) => TermPlace.EndOfOperand(Read, position);

    private int ToOriginal(int position)
    {
        var found = _anchors.BinarySearch((position, int.MaxValue));
        var (read, original) = _anchors[~found - 1];
        var limit = ~found < _anchors.Count ? _anchors[~found].Original : Original.Length;
        return Math.Min(original + position - read, limit);
    }

    private List<int> FindLines()
    {
        var lines = new List<int> { 0 };
        for (var i = 0; i < Original.Length; i++)
        {
            if (Original[i] is not ('\r' or '\n')) continue;
            if (Original[i] == '\r' && i + 1 < Original.Length && Original[i + 1] == '\n') i++;
            lines.Add(i + 1);
        }

        return lines;
    }
}

/// <summary>What to write in the place of something.</summary>
internal readonly record struct LintEdit(TextRange Place, string Replacement);
