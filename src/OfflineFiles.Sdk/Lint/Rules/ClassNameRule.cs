using OfflineFiles.Sdk.Lint.Names;
using OfflineFiles.Sdk.Lint.Text;
using OfflineFiles.Sdk.Model.Schema;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Classes that do not exist but are named as those of Offline Files are: after FROM, after ISA, in schema and association queries.</summary>
internal sealed class ClassNameRule : ILintRule
{
    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        if (subject.Scope.ClassName is { } className)
        {
            var meant = ClassNames.Meant(className, ofInstances: true);
            if (ClassNames.Explain(className, meant) is { } message)
                yield return Found(subject, message, subject.ClassPlace, meant is null ? [] : MendFrom(subject, meant));
        }

        foreach (var term in subject.Terms)
        {
            if (NamedClass(subject, term) is not { } named) continue;
            var ofInstances = subject.Query is WqlEventQuery;
            var meant = ClassNames.Meant(named, ofInstances);
            if (ClassNames.Explain(named, meant) is { } message)
                yield return Found(subject, message, subject.Place(term).Constant, meant is null ? [] : [MendTerm(subject, term, meant, ofInstances)]);
        }
    }

    private static WqlFinding Found(LintSubject subject, string message, TextRange place, LintEdit[] mend) =>
        subject.Found(WqlLintRule.UnknownClass, WqlLintSeverity.Error, place, message, mend);

    private static string? NamedClass(LintSubject subject, LintTerm term) => term.Predicate switch
    {
        WqlIsA isA => isA.ClassName,
        WqlComparison { Operator: WqlComparisonOperator.Equal, Constant: WqlStringConstant name } when subject.Query is WqlSchemaQuery => name.Value,
        _ => EventNames.NamedClass(term.Predicate),
    };

    /// <summary>Names the class that was meant, and in a data query what of its instances was.</summary>
    private static LintEdit[] MendFrom(LintSubject subject, MeantClass meant)
    {
        // With another class of data a query for events is still none that Windows takes.
        if (subject.Query is WqlEventQuery events && EventNames.Meant(events.ClassName) is null) return [];
        var (place, text) = (subject.ClassPlace, subject.Text.Read);
        if (meant.Condition is not { } condition || subject.Query is not WqlSelectQuery) return [new(place, meant.ClassName)];
        if (subject.Where is not { } where) return [new(place, $"{meant.ClassName} WHERE {condition}")];
        var begin = TermPlace.SkipBlanks(text, subject.Text.EndOfWord(TermPlace.SkipBlanks(text, place.End)));
        var end = text.TrimEnd(' ', '\t', '\r', '\n', ';').Length;
        var isOr = where is WqlOr;
        return
        [
            new(place, meant.ClassName),
            new(TextRange.At(begin, begin), $"{condition} AND {(isOr ? "(" : "")}"),
            .. isOr ? [new LintEdit(TextRange.At(end, end), ")")] : Array.Empty<LintEdit>(),
        ];
    }

    /// <summary>Names the class that was meant, and of the instances that are watched what of them was.</summary>
    private static LintEdit MendTerm(LintSubject subject, LintTerm term, MeantClass meant, bool ofInstances)
    {
        var place = subject.Place(term);
        var name = WqlConstant.String(meant.ClassName).ToString();
        if (!ofInstances || meant.Condition is not { } condition) return new(place.Constant, name);
        var whole = place.Whole.In(subject.Text.Read).Replace(place.Constant.In(subject.Text.Read), name);
        var both = $"{whole} AND {term.Property.Names[0]}.{condition}";
        return new(place.Whole, term.Not is null ? both : $"({both})");
    }
}
