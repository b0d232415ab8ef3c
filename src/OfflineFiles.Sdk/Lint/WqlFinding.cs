using System.Diagnostics;
using System.Globalization;
using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Wql;

/// <summary>One thing that <see cref="WqlLinter"/> has to say about a query. Immutable.</summary>
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

    /// <summary>What it is about.</summary>
    public WqlLintRule Rule { get; }

    /// <summary>The number of the rule as it is shown: <c>WQL004</c>. Stable.</summary>
    public string Id => "WQL" + ((int)Rule).ToString("000", CultureInfo.InvariantCulture);

    /// <summary>How bad it is.</summary>
    public WqlLintSeverity Severity { get; }

    /// <summary>What is written, what happens, and what to write instead, in whole sentences on one line.</summary>
    public string Message { get; }

    /// <summary>The text that the place refers to: the one the query was read from, or its canonical text when it was built in code.</summary>
    public string Text { get; }

    /// <summary>The index in <see cref="Text"/> of the first character it is about, from 0.</summary>
    public int Position { get; }

    /// <summary>How many characters it is about; 0 at the end of the text.</summary>
    public int Length { get; }

    /// <summary>The line of that character, from 1. A line ends with CR, LF or both.</summary>
    public int Line { get; }

    /// <summary>The column of that character, from 1, in UTF-16 units.</summary>
    public int Column { get; }

    /// <summary>
    /// The whole query with this one thing mended, as a text that Windows can read; null when there is no one way to mend it. Habits of other
    /// servers are mended along with it. Made anew each time it is asked for.
    /// </summary>
    public string? MendedText => _mend?.Invoke();

    /// <summary>One line: the number of the rule, the severity, line and column, and the message.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}:{3} {4}", Id, Severity, Line, Column, Message);

    // A message quotes the query, which may stand on several lines.
    private static string OneLine(string message)
    {
        if (!message.Any(char.IsControl)) return message;
        var characters = message.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
            if (char.IsControl(characters[i])) characters[i] = ' ';
        return new string(characters);
    }
}
