using OfflineFiles.Sdk.Lint.Names;
using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>
/// Negative tests of what can be NULL. A test of NULL is unknown, and so is its opposite, so such rows are dropped, where whoever writes
/// "not this" mostly wants them. A query that tests the same property for NULL has thought of it.
/// </summary>
internal sealed class NullRowsRule : ILintRule
{
    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        var thoughtOf = new HashSet<string>(
            subject.Terms.Where(term => term.Predicate is WqlNullTest).Select(term => term.Property.Text), WqlText.Comparer);
        var types = ItemTypes.Possible(subject.Terms);
        foreach (var term in subject.Terms)
        {
            // Forms that the Windows provider gets wrong are not worth completing.
            if (!IsNegative(term) || (term.Name.IsPath && subject.IsForWindows)) continue;
            var nullable = NullableParts(term.Name, types).ToArray();
            if (nullable.Length == 0 || thoughtOf.Contains(term.Property.Text) || nullable.Any(thoughtOf.Contains)) continue;
            yield return Make(subject, term, string.Concat(nullable.Select(name => $" OR {name} IS NULL")));
        }
    }

    private static bool IsNegative(LintTerm term) => term.Predicate switch
    {
        WqlComparison { Operator: WqlComparisonOperator.NotEqual } => !term.IsNegated,
        WqlComparison or WqlLike => term.IsNegated,
        _ => false,
    };

    /// <summary>The names of the property and of the object that holds it, as far as they can be NULL.</summary>
    private static IEnumerable<string> NullableParts(LintName name, IReadOnlyCollection<OfflineFilesItemType> types)
    {
        if (name.Leaf is not { Type: not (CimTypeCode.Object or CimTypeCode.Reference), IsArray: false } leaf) yield break;
        var top = name.Top!;
        var isItem = name.Class == OfflineFilesSchema.Item;
        if (top.IsNullable && (!isItem || ItemTypes.CanLack(top.Name, types))) yield return name.Prefix + top.Name;
        if (leaf != top && leaf.IsNullable) yield return $"{name.Prefix}{top.Name}.{leaf.Name}";
    }

    private static WqlFinding Make(LintSubject subject, LintTerm term, string rest)
    {
        var place = NegatedPlace(subject, term);
        var written = place?.In(subject.Text.Read) ?? $"the negated {term.Predicate}";
        LintEdit[] mend = place is { } whole ? [new(whole, $"({written}{rest})")] : [];
        return subject.Found(
            WqlLintRule.NullRowsDropped,
            WqlLintSeverity.Warning,
            place ?? subject.Place(term).Whole,
            $"Rows in which {term.Property} is NULL fail the test and its opposite alike, so {written} leaves them out. "
            + (place is null ? $"To keep them, take the NOT to each term and add{rest}." : $"To keep them write ({written}{rest})."),
            mend);
    }

    /// <summary>The place of the test with its NOT, and with parentheses around it alone; null if the NOT is about more than this test.</summary>
    private static TextRange? NegatedPlace(LintSubject subject, LintTerm term)
    {
        var place = subject.Place(term).Whole;
        if (!term.IsNegated) return term.Not is null ? place : null;
        if (term.Not is not { Position: var start } || start >= place.Start) return null;

        var text = subject.Text.Read;
        var end = place.End;
        foreach (var c in TextRange.At(start, place.Start).In(text))
            if (c == '(') end = text.IndexOf(')', end) + 1;
        return TextRange.At(start, end);
    }
}
