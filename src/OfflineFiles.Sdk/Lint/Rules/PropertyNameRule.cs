using OfflineFiles.Sdk.Lint.Names;
using OfflineFiles.Sdk.Lint.Text;
using OfflineFiles.Sdk.Model.Schema;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Properties that the class, or the embedded object, does not have: in the WHERE clause, the SELECT list and after BY.</summary>
internal sealed class PropertyNameRule : ILintRule
{
    private const string Previous = "PreviousInstance";
    private const string Refused = "Windows refuses the query.";
    private const string LeftOut = "Windows leaves it out without a word.";
    private const string NotDelivered = "Windows delivers nothing for it, and cache.Query refuses the query.";
    private const string FindsNothing = "Windows reports no error for a wrong name after a dot: the test finds nothing.";

    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        var (ifUnlisted, ifMemberUnlisted) = IsEvent(subject) ? (LeftOut, LeftOut) : (Refused, NotDelivered);
        var listed = subject.SelectList.SelectMany(property => Check(subject, property, ifUnlisted, ifMemberUnlisted, term: null));
        var gathered = subject.GroupedBy.SelectMany(property => Check(subject, property, Refused, FindsNothing, term: null));
        var tested = subject.Terms.SelectMany(term =>
            term.Predicate.Properties.SelectMany(property => Check(subject, property, Refused, FindsNothing, term)));
        return listed.Concat(tested).Concat(gathered);
    }

    private static IEnumerable<WqlFinding> Check(LintSubject subject, WqlProperty property, string ifUnknown, string ifUnknownMember, LintTerm? term)
    {
        var name = subject.Scope.Resolve(property);
        if (name.Kind is LintNameKind.Foreign or LintNameKind.Known) yield break;
        var meant = Meant(subject, name) is { } idea ? new MeantProperty(idea, IsTested: term is not null) : null;
        var ifMember = ifUnknownMember == NotDelivered ? WqlLintSeverity.Error : WqlLintSeverity.Warning;
        var place = subject.Place(property);
        var owner = name.Class?.Name ?? subject.Scope.ClassName;
        var (rule, severity, message) = name.Kind switch
        {
            LintNameKind.UnknownMember => (
                WqlLintRule.UnknownMember, ifMember, $"{name.Top!.Name} has no property {name.Names[1]}. {ifUnknownMember}"),
            LintNameKind.NotAnObject => (
                WqlLintRule.NoValue,
                IsEvent(subject) ? WqlLintSeverity.Error : ifMember,
                $"{Before(property)} is no object, so nothing can follow it after a dot. "
                + (IsEvent(subject) ? "Windows refuses the query with WBEM_E_PROPERTY_NOT_AN_OBJECT (0x8004105C)." : ifUnknownMember)),
            _ when property.IsDotted && name.Class is not null => (
                WqlLintRule.UnknownMember, ifMember, $"{owner} has no property {name.Names[0]}. {ifUnknownMember}"),
            _ => (WqlLintRule.UnknownProperty, WqlLintSeverity.Error, $"{owner} has no property {name.Names[0]}{Teller(name)}. {ifUnknown}"),
        };
        LintEdit[] mend = meant?.Name is not { } written ? [] : [.. Rename(subject, term, place, written).OrderBy(edit => edit.Place.Start)];
        yield return subject.Found(rule, severity, place, message + Advise(name, meant), mend);
    }

    /// <summary>The name that was meant, and the constant beside it as the property of that name holds it.</summary>
    private static IEnumerable<LintEdit> Rename(LintSubject subject, LintTerm? term, TextRange place, string meant)
    {
        yield return new(place, meant);
        if (term?.Comparison is not { } comparison) yield break;
        var renamed = WqlProperty.Parse(meant);
        if (subject.Scope.Resolve(renamed) is not { Leaf: { IsArray: false } leaf } name) yield break;
        var constant = ConstantRule.RemarkOn(new WqlComparison(renamed, comparison.Operator, comparison.Constant), leaf)?.Meant
            ?? (name.IsPath && comparison.Constant is WqlStringConstant path ? PathFormRule.Meant(path.Value) : null);
        if (constant is not null) yield return new(subject.Place(term).Constant, constant.ToString());
    }

    // What the class does not have and OfflineFilesCache has.
    private static string Teller(LintName name) =>
        name.Class?.Find(name.Names[0]) is null ? "" : ", which only the library tells, in queries through OfflineFilesCache";

    private static bool IsEvent(LintSubject subject) => subject.Query is WqlEventQuery;

    private static string? Meant(LintSubject subject, LintName name)
    {
        if (name.Kind == LintNameKind.NotAnObject) return null;
        if (name.Class is not null) return NameAdvisor.Suggest(name, subject.IsForWindows);

        // In an event query a property of the instance stands below TargetInstance.
        if (subject.Scope.Class is not { } watched || IsPrevious(name)) return null;
        var below = subject.Scope.Resolve(new WqlProperty(["TargetInstance", .. name.Names]));
        return below.Kind == LintNameKind.Known ? below.Prefix + string.Join(".", name.Names) : NameAdvisor.Suggest(below with { Class = watched }, subject.IsForWindows);
    }

    private static string Before(WqlProperty property) => string.Join(".", property.Names.Take(property.Names.Count - 1));

    private static string Advise(LintName name, MeantProperty? meant)
    {
        if (meant is not null) return $" Write {meant.Advice}.";
        if (name.Kind == LintNameKind.UnknownMember)
            return $" It has {string.Join(", ", OfflineFilesSchema.Find(name.Top!.ClassName!)!.Properties.Select(member => member.Name))}.";
        return name.Class is null && IsPrevious(name) ? $" Only {WqlEventClasses.InstanceModification} tells what was before." : "";
    }

    private static bool IsPrevious(LintName name) => WqlName.AreEqual(name.Names[0], Previous);
}
