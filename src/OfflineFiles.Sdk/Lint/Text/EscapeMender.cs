using System.Text;

namespace OfflineFiles.Sdk.Lint.Text;

/// <summary>
/// Doubles the backslashes of strings that were written as if a backslash were a character like any other. It touches only strings that
/// have one that WQL does not take; in such a string a run of backslashes is one, or two at the beginning of a path.
/// </summary>
internal sealed class EscapeMender
{
    private readonly string _text;
    private readonly bool _quoteMayEnd;
    private readonly StringBuilder _mended = new();
    private readonly List<(int Read, int Original)> _anchors = [(0, 0)];
    private readonly List<TextRange> _strings = [];

    private EscapeMender(string text, bool quoteMayEnd)
    {
        _text = text;
        _quoteMayEnd = quoteMayEnd;
    }

    /// <summary>Mends a text; null if it has no string to mend, or one that never ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quoteMayEnd">Whether a quote after a backslash ends the string when nothing of it seems to follow: <c>'C:\dir\'</c>.</param>
    public static MendedEscapes? Mend(string text, bool quoteMayEnd)
    {
        var mender = new EscapeMender(text, quoteMayEnd);
        return mender.TryRun() && mender._strings.Count > 0
            ? new MendedEscapes(new LintText(text, mender._mended.ToString(), mender._anchors), mender._strings)
            : null;
    }

    private bool TryRun()
    {
        var next = 0;
        while (next < _text.Length)
        {
            if (_text[next] is not ('\'' or '"'))
            {
                _mended.Append(_text[next++]);
                continue;
            }

            if (FindEnd(next, out var isBroken) is not { } end) return false;
            if (isBroken) Rewrite(next, end);
            else _mended.Append(_text, next, end - next);
            next = end;
        }

        return true;
    }

    /// <summary>Where the string ends, its quote included; null if it does not.</summary>
    private int? FindEnd(int start, out bool isBroken)
    {
        isBroken = false;
        for (var i = start + 1; i < _text.Length; i++)
        {
            if (_text[i] == _text[start]) return i + 1;
            if (_text[i] != '\\') continue;
            if (IsClosingQuote(i + 1, _text[start]))
            {
                isBroken = true;
                return i + 2;
            }

            if (i + 1 < _text.Length && _text[i + 1] is '\\' or '\'' or '"') i++;
            else isBroken = true;
        }

        return null;
    }

    private bool IsClosingQuote(int index, char quote) =>
        _quoteMayEnd && index < _text.Length && _text[index] == quote
        && (index + 1 == _text.Length || _text[index + 1] is ' ' or ')' or '}' or '\r' or '\n' or '\t' or ';');

    private void Rewrite(int start, int end)
    {
        var begin = _mended.Length;
        var quote = end - 1;
        var i = start;
        while (i < end)
        {
            if (_text[i] != '\\')
            {
                _mended.Append(_text[i++]);
                continue;
            }

            var run = i;
            while (_text[i] == '\\') i++;

            // An odd backslash before a quote that does not end the string is there for the quote.
            var isEscape = i < quote && _text[i] is '\'' or '"' && (i - run) % 2 == 1;
            var length = i - run - (isEscape ? 1 : 0);
            if (length > 0) _mended.Append('\\', run == start + 1 && length > 1 ? 4 : 2);
            if (isEscape) _mended.Append('\\').Append(_text[i++]);
            _anchors.Add((_mended.Length, i));
        }

        _strings.Add(new TextRange(begin, _mended.Length));
    }
}

/// <summary>A text with the backslashes of its strings mended.</summary>
/// <param name="Text">The text as it was and as it is now.</param>
/// <param name="Strings">Where the strings stand that were mended, in the text as it is now.</param>
internal sealed record MendedEscapes(LintText Text, IReadOnlyList<TextRange> Strings);
