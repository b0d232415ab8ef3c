using OfflineFiles.Sdk.Lint.Names;
using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint;

/// <summary>The query that the rules look at: its tree, the text it was read from, and what its names mean.</summary>
internal sealed class LintSubject
{
    private readonly WqlLintOptions _options;

    public LintSubject(WqlQuery query, LintText text, WqlLintOptions options)
    {
        _options = options;
        Query = query;
        Text = text;
        IsForWindows = options.Server == WqlLintServer.WindowsProvider;
        (Where, SelectList) = query switch
        {
            WqlSelectQuery select => (select.Where, select.Properties),
            WqlEventQuery events => (events.Where, events.Properties),
            WqlSchemaQuery schema => (schema.Where, []),
            _ => ((WqlPredicate?)null, (IReadOnlyList<WqlProperty>)[]),
        };
        Scope = LintScope.Of(query, IsForWindows);
        Terms = LintTerm.All(Where, Scope);
    }

    public WqlQuery Query { get; }

    public LintText Text { get; }

    public bool IsForWindows { get; }

    public LintScope Scope { get; }

    public WqlPredicate? Where { get; }

    public IReadOnlyList<WqlProperty> SelectList { get; }

    /// <summary>The properties by which events are gathered.</summary>
    public IReadOnlyList<WqlProperty> GroupedBy => Query is WqlEventQuery { Group: { } group } ? group.By : [];

    public IReadOnlyList<LintTerm> Terms { get; }

    /// <summary>Where the class stands.</summary>
    public TextRange ClassPlace => TextRange.At(Query.ClassNamePosition, Text.EndOfWord(Query.ClassNamePosition));

    public TermPlace Place(LintTerm term) => TermPlace.Find(Text.Read, term.Predicate.Position, term.Property.Position);

    public TextRange Place(WqlProperty property) => TextRange.At(property.Position, Text.EndOfOperand(property.Position));

    /// <summary>Makes a finding.</summary>
    /// <param name="rule">What it is about.</param>
    /// <param name="severity">How bad it is.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="message">What to say.</param>
    /// <param name="mend">What to write in which place to mend it; none when there is no one way.</param>
    public WqlFinding Found(WqlLintRule rule, WqlLintSeverity severity, TextRange place, string message, params LintEdit[] mend) =>
        new(rule, severity, Text, place, message, mend.Length == 0 ? null : () => Mend(mend));

    /// <summary>The text with some places rewritten; null if it cannot be read, or has a mistake that it had not before.</summary>
    public string? Mend(params LintEdit[] edits) =>
        Text.Mend(edits) is { } mended && MendGuard.IsNoWorse(Text.Original, mended, _options) ? mended : null;
}
