using OfflineFiles.Sdk.Lint.Names;
using OfflineFiles.Sdk.Lint.Text;
using OfflineFiles.Sdk.Model.Schema;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Properties that the class, or the embedded object, does not have: in the WHERE clause, the SELECT list and after BY.</summary>
internal sealed class PropertyNameRule : ILintRule
{
    private const string Previous = "PreviousInstance";
    private const string Refused = "Windows refuses the query.";
    private const string FindsNothing = "Windows reports no error for a wrong name after a dot: the test finds nothing.";

    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        var ifUnlisted = subject.Query is WqlEventQuery ? "Windows leaves it out without a word." : Refused;
        var listed = subject.SelectList.SelectMany(property => Check(
            subject, property, ifUnlisted, "Windows delivers nothing for it, without an error."));
        var tested = subject.Terms.SelectMany(term => term.Predicate.Properties).Concat(subject.GroupedBy);
        return listed.Concat(tested.SelectMany(property => Check(subject, property, Refused, FindsNothing)));
    }

    private static IEnumerable<WqlFinding> Check(LintSubject subject, WqlProperty property, string ifUnknown, string ifUnknownMember)
    {
        var name = subject.Scope.Resolve(property);
        if (name.Kind is LintNameKind.Foreign or LintNameKind.Known) yield break;
        var meant = Meant(subject, name);
        var place = subject.Place(property);
        var owner = name.Class?.Name ?? subject.Scope.ClassName;
        var (rule, severity, message) = name.Kind switch
        {
            LintNameKind.UnknownMember => (
                WqlLintRule.UnknownMember, WqlLintSeverity.Warning, $"{name.Top!.Name} has no property {name.Names[1]}. {ifUnknownMember}"),
            LintNameKind.NotAnObject => (
                WqlLintRule.NoValue,
                IsEvent(subject) ? WqlLintSeverity.Error : WqlLintSeverity.Warning,
                $"{Before(property)} is no object, so nothing can follow it after a dot. "
                + (IsEvent(subject) ? "Windows refuses the query with WBEM_E_PROPERTY_NOT_AN_OBJECT (0x8004105C)." : ifUnknownMember)),
            _ when property.IsDotted && name.Class is not null => (
                WqlLintRule.UnknownMember, WqlLintSeverity.Warning, $"{owner} has no property {name.Names[0]}. {ifUnknownMember}"),
            _ => (WqlLintRule.UnknownProperty, WqlLintSeverity.Error, $"{owner} has no property {name.Names[0]}. {ifUnknown}"),
        };
        LintEdit[] mend = meant is null || !NameAdvice.IsName(meant) ? [] : [new(place, meant)];
        yield return subject.Found(rule, severity, place, message + Advise(name, meant), mend);
    }

    private static bool IsEvent(LintSubject subject) => subject.Query is WqlEventQuery;

    private static string? Meant(LintSubject subject, LintName name)
    {
        if (name.Kind == LintNameKind.NotAnObject) return null;
        if (name.Class is not null) return NameAdvisor.Suggest(name);

        // In an event query a property of the instance stands below TargetInstance.
        if (subject.Scope.Class is not { } watched || IsPrevious(name)) return null;
        var below = subject.Scope.Resolve(new WqlProperty(["TargetInstance", .. name.Names]));
        return below.Kind == LintNameKind.Known ? below.Prefix + string.Join(".", name.Names) : NameAdvisor.Suggest(below with { Class = watched });
    }

    private static string Before(WqlProperty property) => string.Join(".", property.Names.Take(property.Names.Count - 1));

    private static string Advise(LintName name, string? meant)
    {
        if (meant is not null) return $" Write {meant}.";
        if (name.Kind == LintNameKind.UnknownMember)
            return $" It has {string.Join(", ", OfflineFilesSchema.Find(name.Top!.ClassName!)!.Properties.Select(member => member.Name))}.";
        return name.Class is null && IsPrevious(name) ? $" Only {WqlEventClasses.InstanceModification} tells what was before." : "";
    }

    private static bool IsPrevious(LintName name) => WqlName.AreEqual(name.Names[0], Previous);
}
