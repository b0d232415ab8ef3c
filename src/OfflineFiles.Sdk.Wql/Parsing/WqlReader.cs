using System.Runtime.CompilerServices;

namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Where the reading of a text stands: the token ahead, the habits met, and the first error once there is one.</summary>
internal ref struct WqlReader
{
    private readonly WqlHole[]? _holes;
    private int _start;
    private int _end;
    private int _nextHole;
    private List<WqlHabit>? _habits;

    public WqlReader(string text, WqlParseOptions options, WqlHole[]? holes = null)
    {
        Text = text;
        TakesHabits = options.TakeHabits;
        _holes = holes;
        Advance();
    }

    public string Text { get; }

    public bool TakesHabits { get; }

    /// <summary>Whether the path of an object is being read, in whose strings a backslash may stand for itself.</summary>
    public bool IsInPath { get; set; }

    /// <summary>Where a property of one instance of an event is compared with one of the other for the first time; -1 if nowhere.</summary>
    public int FirstPair { get; set; } = -1;

    /// <summary>What the token ahead is.</summary>
    public WqlTokenKind Kind { get; private set; }

    /// <summary>Where the token ahead begins.</summary>
    public readonly int Start => _start;

    /// <summary>How long the token ahead is.</summary>
    public readonly int Length => _end - _start;

    /// <summary>The token ahead.</summary>
    public readonly WqlToken Current => new(Kind, _start, _end);

    /// <summary>Where the token before it ended.</summary>
    public int PreviousEnd { get; private set; }

    public WqlSyntaxError? Error { get; private set; }

    /// <summary>In the order of the text; some are known only when the rest has been read.</summary>
    public readonly IReadOnlyList<WqlHabit> Habits => _habits is null ? [] : _habits.OrderBy(habit => habit.Position).ToList().AsReadOnly();

    public readonly string CurrentText => Text.Substring(Start, Length);

    /// <summary>Where the token ahead ends.</summary>
    public readonly int End => _end;

    /// <summary>Where the number ahead begins, after the plus sign it may have leniently.</summary>
    public readonly int NumberStart => Text[Start] == '+' ? Start + 1 : Start;

    public readonly bool IsAtEnd => Kind == WqlTokenKind.End;

    // Kept out of the many places that call it: a copy in each makes all of them slower.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Advance()
    {
        PreviousEnd = _end;
        _start = WqlLexer.EndOfBlanks(Text, _end);
        Kind = WqlLexer.Read(Text, TakesHabits, ref _start, out _end);
        if (Kind == WqlTokenKind.BadEscape && IsInPath)
        {
            _start = WqlLexer.EndOfBlanks(Text, PreviousEnd);
            Kind = WqlKeyString.Read(Text, _start, out _end);
        }

        if (_holes is not null) CheckHole(_holes);
    }

    /// <summary>Whether a value of the caller was written into the given stretch of the text.</summary>
    public readonly bool HasHoleIn(int start, int end) =>
        _holes is not null && Array.Exists(_holes, hole => hole.Start < end && start < hole.End);

    /// <summary>Takes whatever stands before the given index; the token ahead begins there or after blanks.</summary>
    public void SkipTo(int index)
    {
        _end = index;
        Advance();
    }

    /// <summary>Makes the blank before the token ahead count as read.</summary>
    public void SkipBlank() => PreviousEnd = Start;

    public bool Take(WqlTokenKind kind)
    {
        if (Kind != kind) return false;
        Advance();
        return true;
    }

    /// <summary>Whether a word is ahead that is not reserved and means something only where it stands.</summary>
    public readonly bool IsWord(string word) => Kind == WqlTokenKind.Name && Length == word.Length
        && string.Compare(Text, Start, word, 0, Length, StringComparison.OrdinalIgnoreCase) == 0;

    public bool TakeWord(string word)
    {
        if (!IsWord(word)) return false;
        Advance();
        return true;
    }

    /// <summary>Takes a word that may be a name; null, and nothing taken, if the token ahead is another.</summary>
    public string? TakeName()
    {
        if (Kind != WqlTokenKind.Name) return null;
        var name = CurrentText;
        Advance();
        return name;
    }

    /// <summary>The string ahead, without its quotes and escapes.</summary>
    public readonly string PeekString()
    {
        var (start, end) = (Start + 1, End - 1);
        if (Text.IndexOf('\\', start, end - start) < 0) return Text.Substring(start, end - start);
        var plain = WqlBuffers<char>.Rent(end - start);
        var (length, isPlainPath) = (0, false);
        for (var i = start; i < end; i++)
        {
            if (WqlKeyString.IsEscape(Text, i)) i++;
            else if (Text[i] == '\\') isPlainPath = true;
            plain[length++] = Text[i];
        }

        var value = new string(plain, 0, length);
        WqlBuffers<char>.Return(plain);
        return isPlainPath && WqlKeyString.BeginsWithServer(Text, start) ? "\\" + value : value;
    }

    public string TakeString()
    {
        var value = PeekString();
        Advance();
        return value;
    }

    public void Note(WqlHabitKind kind, int position, string message) => (_habits ??= []).Add(new(kind, position, message));

    /// <summary>Notes that the token ahead cannot be there. A token that is faulty in itself explains itself.</summary>
    /// <returns>Null, as the result of whoever was reading.</returns>
    public T? Fail<T>(WqlExpected expected, string? hint = null)
        where T : class =>
        FailAt<T>(Current, expected, hint);

    /// <summary>Notes that the given token cannot be where it is.</summary>
    /// <returns>Null, as the result of whoever was reading.</returns>
    public T? FailAt<T>(WqlToken token, WqlExpected expected, string? hint = null)
        where T : class
    {
        var isHole = HasHoleIn(token.Start, token.End);
        if (isHole && (hint is null || hint == WqlHints.QuotedClass)) hint = WqlHints.NameInValue;
        Error = WqlFault.Describe(
            Text, token, expected, hint, isHole || HasHoleIn(token.Start - 1, token.Start) ? null : WqlSurroundings.Explain(Text, token, PreviousEnd));
        return null;
    }

    /// <summary>Notes an error in words of one's own.</summary>
    /// <returns>Null, as the result of whoever was reading.</returns>
    public T? FailAt<T>(int position, string found, string expected, string? hint)
        where T : class
    {
        Error = new WqlSyntaxError(Text, position, found, expected, hint);
        return null;
    }

    // A hole is safe because it is one whole token: what was put in can then neither end a string nor begin a word.
    private void CheckHole(WqlHole[] holes)
    {
        if (_nextHole == holes.Length || _end <= holes[_nextHole].Start) return;
        if (_start == holes[_nextHole].Start && _end == holes[_nextHole].End) _nextHole++;
        else Kind = WqlTokenKind.BrokenHole;
    }
}
