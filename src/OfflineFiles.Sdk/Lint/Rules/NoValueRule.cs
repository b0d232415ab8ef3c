namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Embedded objects and arrays compared like values, and ISA asked of what is no object.</summary>
internal sealed class NoValueRule : ILintRule
{
    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        foreach (var term in subject.Terms)
        {
            if (term.Name.Leaf is not { } leaf || Explain(term, leaf) is not { } message) continue;
            yield return subject.Found(WqlLintRule.NoValue, WqlLintSeverity.Error, subject.Place(term).Whole, message);
        }

        foreach (var property in subject.GroupedBy)
        {
            if (subject.Scope.Resolve(property).Leaf is not { Type: CimTypeCode.Object }) continue;
            yield return subject.Found(
                WqlLintRule.NoValue,
                WqlLintSeverity.Error,
                subject.Place(property),
                $"{property} is an object, and events are gathered by values. Windows refuses the query with WBEM_E_AGGREGATING_BY_OBJECT "
                + "(0x8004105D). Name one of its properties after a dot.");
        }
    }

    private static string? Explain(LintTerm term, CimPropertySchema leaf) => term.Predicate switch
    {
        WqlNullTest => null,
        WqlIsA isA => ExplainClass(isA, leaf),
        WqlPropertyComparison when leaf.Type == CimTypeCode.Object =>
            $"{term.Property} is an embedded object, which has no value to compare. Name one of its properties on both sides.",
        _ when leaf.IsArray =>
            $"{term.Property} is an array, and WQL compares no arrays. Windows refuses the query. "
            + "Ask for it in the SELECT list and look at it in the caller.",
        _ when leaf.Type == CimTypeCode.Object =>
            $"{term.Property} is an embedded object, which has no value to compare: Windows refuses the query or finds nothing. "
            + "Name one of its properties" + (leaf.ClassName is { } name ? $": {Members(term.Property, name)}." : " after a dot."),
        _ => null,
    };

    private static string? ExplainClass(WqlIsA isA, CimPropertySchema leaf)
    {
        if (leaf.Type != CimTypeCode.Object)
            return $"{isA.Property} is no object, so it has no class: the test finds nothing at best. Compare it with a value.";
        return leaf.ClassName is null || WqlName.AreEqual(isA.ClassName, leaf.ClassName)
            ? null
            : $"{isA.Property} is always of the class {leaf.ClassName}: the test finds nothing. "
                + $"To ask whether there is one, write {isA.Property} IS NOT NULL.";
    }

    private static string Members(WqlProperty property, string className) =>
        string.Join(", ", OfflineFilesSchema.Find(className)!.Properties.Take(3).Select(member => $"{property}.{member.Name}"));
}
