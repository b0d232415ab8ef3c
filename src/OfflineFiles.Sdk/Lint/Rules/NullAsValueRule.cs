using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary><c>= NULL</c>, <c>&lt;&gt; NULL</c>, in either order.</summary>
internal sealed class NullAsValueRule : ILintRule
{
    public IEnumerable<WqlFinding> Check(LintSubject subject) =>
        from term in subject.Terms
        where term.Predicate is WqlNullTest { IsWrittenAsComparison: true }
        let place = subject.Place(term).Whole
        let meant = term.Predicate.ToString()
        select subject.Found(
            WqlLintRule.NullAsValue,
            WqlLintSeverity.Warning,
            place,
            $"{place.In(subject.Text.Read)} reads as if NULL were a value; Windows takes it for a NULL test. Write {meant}. "
            + "Only OMI knows no IS and needs the operator.",
            new LintEdit(place, meant));
}
