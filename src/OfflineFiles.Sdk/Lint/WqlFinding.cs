using System.Diagnostics;
using System.Globalization;
using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Wql;

/// <summary>A finding of <see cref="WqlLinter"/> about a query. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class WqlFinding
{
    private readonly Func<string?>? _mend;

    internal WqlFinding(WqlLintRule rule, WqlLintSeverity severity, LintText text, TextRange place, string message, Func<string?>? mend)
    {
        Rule = rule;
        Severity = severity;
        Message = OneLine(message);
        Text = text.Original;
        var range = text.ToOriginal(place);
        (Position, Length) = (range.Start, range.Length);
        (Line, Column) = text.Locate(range.Start);
        _mend = mend;
    }

    /// <summary>The rule that the query breaks.</summary>
    public WqlLintRule Rule { get; }

    /// <summary>The number of the rule as text, for example <c>WQL004</c>. Stable.</summary>
    public string Id => "WQL" + ((int)Rule).ToString("000", CultureInfo.InvariantCulture);

    /// <summary>The severity.</summary>
    public WqlLintSeverity Severity { get; }

    /// <summary>The message: what is written, what happens, and what to write instead, in whole sentences on one line.</summary>
    public string Message { get; }

    /// <summary>The text that the position refers to: the text the query was parsed from, or its canonical text if it was built in code.</summary>
    public string Text { get; }

    /// <summary>The index in <see cref="Text"/> of the first character that the finding is about, from 0.</summary>
    public int Position { get; }

    /// <summary>The number of characters that the finding is about; 0 at the end of the text.</summary>
    public int Length { get; }

    /// <summary>The line of the first character, from 1. A line ends with CR, LF or both.</summary>
    public int Line { get; }

    /// <summary>The column of the first character, from 1, in UTF-16 units.</summary>
    public int Column { get; }

    /// <summary>
    /// The whole query with this finding corrected, as a text that Windows can read; null if there is no single way to correct it. Habits of other
    /// servers are corrected along with it. The text is created anew each time.
    /// </summary>
    public string? MendedText => _mend?.Invoke();

    /// <summary>Returns one line: the number of the rule, the severity, line and column, and the message.</summary>
    public override string ToString() =>
        ReadableText.Of(string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}:{3} {4}", Id, Severity, Line, Column, Message));

    // A message quotes the query, which may stand on several lines.
    private static string OneLine(string message) =>
        ReadableText.Of(message.Replace('\r', ' ').Replace('\n', ' ').Replace('\t', ' '), 4 * ReadableText.Longest);
}
