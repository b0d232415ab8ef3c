using OfflineFiles.Sdk.Lint.Names;
using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Classes that do not exist but look like those of Offline Files: after FROM, after ISA, in schema and association queries.</summary>
internal sealed class ClassNameRule : ILintRule
{
    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        if (subject.Scope.ClassName is { } className && Explain(className) is { } message)
            yield return Found(subject, className, message, subject.ClassPlace, quoted: false);

        foreach (var term in subject.Terms)
        {
            if (NamedClass(subject, term) is not { } named || Explain(named) is not { } explanation) continue;
            var place = subject.Place(term).Constant;
            yield return Found(subject, named, explanation, place, quoted: true);
        }
    }

    private static WqlFinding Found(LintSubject subject, string name, string message, TextRange place, bool quoted)
    {
        LintEdit[] mend = ClassNames.Nearest(name) is { } nearest ? [new(place, quoted ? WqlConstant.String(nearest).ToString() : nearest)] : [];
        return subject.Found(WqlLintRule.UnknownClass, WqlLintSeverity.Error, place, message, mend);
    }

    private static string? NamedClass(LintSubject subject, LintTerm term) => term.Predicate switch
    {
        WqlIsA isA => isA.ClassName,
        WqlComparison { Operator: WqlComparisonOperator.Equal, Constant: WqlStringConstant name } when subject.Query is WqlSchemaQuery => name.Value,
        _ => EventNames.NamedClass(term.Predicate),
    };

    /// <summary>What is wrong with a name; null if it is a known class, or one of which nothing is known here.</summary>
    private static string? Explain(string name)
    {
        if (ClassNames.IsKnown(name)) return null;
        if (ClassNames.Nearest(name) is { } nearest) return $"There is no class {name}. Write {nearest}.";
        return ClassNames.IsOfFamily(name)
            ? $"There is no class {name} among those of Offline Files. Ask for Win32_OfflineFilesItem or Win32_OfflineFilesCache."
            : null;
    }
}
