using System.Text;
using System.Text.RegularExpressions;
using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Patterns that ask for one text only, and sets that are not what they look like.</summary>
internal sealed class LikePatternRule : ILintRule
{
    private static readonly Regex OldRange = new(@"\[(\^?)([^\]\[])=([^\]\[])\]", RegexOptions.CultureInvariant);

    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        foreach (var term in subject.Terms)
        {
            if (term.Predicate is not WqlLike like) continue;
            var place = subject.Place(term);
            if (like.Pattern.MatchesNothing) yield return Unclosed(subject, like, place);
            if (OldRange.IsMatch(like.Pattern.Text)) yield return Old(subject, like, place);
            else if (like.Pattern.TryGetLiteral(out var literal) && !ShellWildcardRule.IsShellPattern(term))
                yield return Literal(subject, like, place, literal);
        }
    }

    private static WqlFinding Unclosed(LintSubject subject, WqlLike like, TermPlace place)
    {
        var pattern = like.Pattern.Text;
        var open = OpenSet(pattern);
        var mended = new StringBuilder(pattern).Replace("[", "[[]", open, pattern.Length - open).ToString();
        return subject.Found(
            WqlLintRule.BrokenSet,
            WqlLintSeverity.Warning,
            place.Constant,
            $"The set that begins with '[' in {Quote(pattern)} is never closed, so nothing matches. Close it, or write [[] for the bracket itself.",
            new LintEdit(place.Constant, Quote(mended)));
    }

    /// <summary>Where the set begins that no bracket closes.</summary>
    private static int OpenSet(string pattern)
    {
        var open = pattern.IndexOf('[');
        while (pattern.IndexOf(']', open + 1) is var close && close >= 0) open = pattern.IndexOf('[', close + 1);
        return open;
    }

    private static WqlFinding Old(LintSubject subject, WqlLike like, TermPlace place) => subject.Found(
        WqlLintRule.BrokenSet,
        WqlLintSeverity.Warning,
        place.Constant,
        $"In a set '=' is a character like any other: {Quote(like.Pattern.Text)} holds no range. Old documentation printed ranges so; "
        + "write them with '-'.",
        new LintEdit(place.Constant, Quote(OldRange.Replace(like.Pattern.Text, "[$1$2-$3]"))));

    private static WqlFinding Literal(LintSubject subject, WqlLike like, TermPlace place, string literal) => subject.Found(
        WqlLintRule.LikeWithoutWildcard,
        WqlLintSeverity.Advice,
        place.Whole,
        $"{Quote(like.Pattern.Text)} has no wildcard, so LIKE asks for equality. Write = for that, or put % where anything may stand.",
        new LintEdit(place.Operator, "="),
        new LintEdit(place.Constant, Quote(literal)));

    private static string Quote(string text) => WqlConstant.String(text).ToString();
}
