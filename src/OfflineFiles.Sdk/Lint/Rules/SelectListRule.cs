using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Embedded objects named whole in the SELECT list.</summary>
internal sealed class SelectListRule : ILintRule
{
    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        if (!subject.IsForWindows || subject.Query is not WqlSelectQuery) yield break;
        foreach (var property in subject.SelectList)
        {
            if (subject.Scope.Resolve(property).Leaf is not { Type: CimTypeCode.Object, ClassName: { } name }) continue;
            var members = string.Join(", ", OfflineFilesSchema.Find(name)!.Properties.Select(member => $"{property}.{member.Name}"));
            var place = subject.Place(property);
            yield return subject.Found(
                WqlLintRule.ListedObject,
                WqlLintSeverity.Warning,
                place,
                $"{property} alone in a SELECT list may come back without its properties (Microsoft Learn: Querying Embedded Objects). "
                + "Name those that are wanted, or write SELECT *.",
                new LintEdit(place, members));
        }
    }
}
