using OfflineFiles.Sdk.Lint.Names;
using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Names and paths asked for with the wildcards of the shell, or with those of LIKE where LIKE is missing.</summary>
internal sealed class ShellWildcardRule : ILintRule
{
    private static readonly char[] Shell = ['*', '?'];

    public IEnumerable<WqlFinding> Check(LintSubject subject) =>
        from term in subject.Terms
        where HoldsText(term)
        let finding = CheckLike(subject, term) ?? CheckEquality(subject, term)
        where finding is not null
        select finding;

    /// <summary>Whether the term holds a name or a path against a pattern of the shell.</summary>
    public static bool IsShellPattern(LintTerm term) => HoldsText(term) && term.Predicate is WqlLike like && like.Pattern.Text.IndexOfAny(Shell) >= 0;

    // A property whose name is wrong may hold a text: what it is compared with shows it.
    private static bool HoldsText(LintTerm term) => term.Name.Leaf is { Type: CimTypeCode.String, IsArray: false }
        || (term.Name.Leaf is null && term.Name.Kind is LintNameKind.UnknownProperty or LintNameKind.UnknownMember);

    private static WqlFinding? CheckLike(LintSubject subject, LintTerm term)
    {
        if (!IsShellPattern(term)) return null;
        var place = subject.Place(term).Constant;
        var meant = Quote(ToLike(((WqlLike)term.Predicate).Pattern.Text));
        return subject.Found(
            WqlLintRule.ShellWildcard,
            WqlLintSeverity.Warning,
            place,
            $"LIKE takes * and ? for themselves, and no name or path has them in it. Write % for any run of characters and _ for one: {meant}.",
            new LintEdit(place, meant));
    }

    private static WqlFinding? CheckEquality(LintSubject subject, LintTerm term)
    {
        if (term.Comparison is not { IsEquality: true, Constant: WqlStringConstant { Value: var text } } comparison) return null;
        if (text.Length < 2 || (text.IndexOfAny(Shell) < 0 && text[0] != '%' && text[text.Length - 1] != '%')) return null;
        var place = subject.Place(term);
        var like = new WqlLike(term.Property, new WqlLikePattern(ToLike(text.Replace("[", "[[]").Replace("_", "[_]"))));
        var meant = comparison.Operator == WqlComparisonOperator.Equal ? like.ToString() : WqlPredicate.Not(like).ToString();
        return subject.Found(
            WqlLintRule.ShellWildcard,
            WqlLintSeverity.Warning,
            place.Whole,
            $"= and <> know no wildcards: {comparison} is about that very text. Write {meant}.",
            new LintEdit(place.Whole, meant));
    }

    private static string ToLike(string text) => text.Replace('*', '%').Replace('?', '_');

    private static string Quote(string text) => WqlConstant.String(text).ToString();
}
