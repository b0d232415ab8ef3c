using System.Globalization;
using OfflineFiles.Sdk.Lint.Names;
using OfflineFiles.Sdk.Lint.Text;

namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>Event queries: the class of events, what they watch, and how often the server looks.</summary>
internal sealed class EventRule : ILintRule
{
    // Microsoft Learn: WITHIN Clause advises against intervals of less than 300 seconds.
    private const int AdvisedSeconds = 300;

    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        if (subject.Query is not WqlEventQuery events) return [];
        if (subject.Scope.Events == LintEventKind.Other) return CheckClass(subject, events);
        return CheckTarget(subject, events).Concat(subject.Scope.Class is not null || ClassNames.IsOfFamily(subject.Scope.TargetClass ?? "") ? CheckWithin(subject, events) : []);
    }

    private static IEnumerable<WqlFinding> CheckClass(LintSubject subject, WqlEventQuery events)
    {
        var meant = ClassNames.Meant(events.ClassName, ofInstances: true);
        if (!ClassNames.IsOfFamily(meant?.ClassName ?? events.ClassName)) yield break;
        var condition = meant?.Condition is { } test ? $" AND TargetInstance.{test}" : "";
        yield return subject.Found(
            WqlLintRule.NotAnEventClass,
            WqlLintSeverity.Error,
            subject.ClassPlace,
            $"{events.ClassName} is no class of events, and Windows refuses the query with WBEM_E_NOT_EVENT_CLASS (0x80041059). Write "
            + $"FROM {WqlEventClasses.InstanceModification} WITHIN {AdvisedSeconds} WHERE TargetInstance ISA "
            + $"'{meant?.ClassName ?? events.ClassName}'{condition}, "
            + "or ask without WITHIN and GROUP for the data.");
    }

    private static IEnumerable<WqlFinding> CheckTarget(LintSubject subject, WqlEventQuery events)
    {
        if (subject.Terms.Any(term => EventNames.NamedClass(term.Predicate) is not null)) yield break;
        yield return subject.Found(
            WqlLintRule.MissingTargetClass,
            WqlLintSeverity.Error,
            subject.ClassPlace,
            $"The query does not say of which class {events.ClassName} is wanted. Windows would have to look at every object of the namespace, "
            + "and refuses it as too broad (WBEMESS_E_REGISTRATION_TOO_BROAD, 0x80042001). Add TargetInstance ISA 'Win32_OfflineFilesItem'.");
    }

    private static IEnumerable<WqlFinding> CheckWithin(LintSubject subject, WqlEventQuery events)
    {
        if (events.Within is not { } within)
            yield return subject.Found(
                WqlLintRule.MissingWithin,
                WqlLintSeverity.Error,
                subject.ClassPlace,
                $"No provider reports changes of {subject.Scope.TargetClass}, so Windows must look for them itself, and refuses a query that does "
                + $"not say how often (WBEMESS_E_REGISTRATION_TOO_PRECISE, 0x80042002). Write {events.ClassName} WITHIN {AdvisedSeconds}.",
                new LintEdit(subject.ClassPlace, $"{subject.ClassPlace.In(subject.Text.Read)} WITHIN {AdvisedSeconds}"));
        else if (within.TotalSeconds < AdvisedSeconds)
            yield return subject.Found(
                WqlLintRule.ShortWithin,
                WqlLintSeverity.Advice,
                IntervalPlace(subject),
                $"Every {within.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s Windows builds all instances of {subject.Scope.TargetClass} "
                + $"and compares them with those before. Microsoft advises {AdvisedSeconds} s or more.");
    }

    private static TextRange IntervalPlace(LintSubject subject)
    {
        var start = TermPlace.SkipBlanks(subject.Text.Read, subject.ClassPlace.End);
        var number = TermPlace.SkipBlanks(subject.Text.Read, subject.Text.EndOfWord(start));
        return TextRange.At(start, subject.Text.EndOfOperand(number));
    }
}
