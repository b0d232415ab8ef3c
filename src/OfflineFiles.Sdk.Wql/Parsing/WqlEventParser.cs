namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Reads the clauses that only event queries have: the interval after WITHIN, and what follows GROUP.</summary>
internal static class WqlEventParser
{
    private const string Within = "WITHIN";
    private const string By = "BY";

    private static readonly char[] ExponentMarks = ['e', 'E'];

    /// <summary>Reads a number of seconds; null, with the error noted, if something else is ahead.</summary>
    public static TimeSpan? ParseInterval(ref WqlReader reader)
    {
        if (reader.Kind is not (WqlTokenKind.Integer or WqlTokenKind.Real)) return FailInterval(ref reader, WqlHints.ForInterval(reader.Kind));
        var (text, start, end) = (reader.Text, reader.NumberStart, reader.End);
        if (text[start] == '-') return FailInterval(ref reader, WqlHints.NegativeInterval);
        if (text.IndexOfAny(ExponentMarks, start, end - start) >= 0) return FailInterval(ref reader, WqlHints.Exponent);
        if (!WqlSeconds.TryRead(text, start, end, out var interval)) return FailInterval(ref reader, WqlHints.IntervalRange);
        WqlConstantParser.TakeNumber(ref reader);
        return interval;
    }

    /// <summary>Reads <c>WITHIN seconds BY list HAVING test</c>; null, with the error noted, when it is not that.</summary>
    public static WqlEventGroup? ParseGroup(ref WqlReader reader)
    {
        List<WqlProperty>? by = null;
        var position = reader.Start;
        if (reader.TakesHabits && reader.TakeWord(By))
        {
            reader.Note(WqlHabitKind.GroupByBeforeWithin, position, "GROUP BY p WITHIN n was read as GROUP WITHIN n BY p.");
            if ((by = ParseList(ref reader)) is null) return null;
        }

        if (!reader.TakeWord(Within)) return reader.Fail<WqlEventGroup>(Within, WqlHints.GroupWithin);
        if (ParseInterval(ref reader) is not { } within) return null;
        if (by is null && reader.TakeWord(By) && (by = ParseList(ref reader)) is null) return null;
        WqlHaving? having = null;
        if (reader.TakeWord("HAVING") && (having = ParseHaving(ref reader)) is null) return null;
        return new WqlEventGroup(within, by, having);
    }

    private static List<WqlProperty>? ParseList(ref WqlReader reader) => WqlPropertyParser.ParseList(ref reader, WqlExpected.Name("a property name"), WqlHints.ByStar);

    private static WqlHaving? ParseHaving(ref WqlReader reader)
    {
        if (!reader.TakeWord(WqlHaving.PropertyName)) return reader.Fail<WqlHaving>(WqlHaving.PropertyName, WqlHints.Having);
        var operation = reader.Kind;
        if (!operation.IsOperator()) return reader.Fail<WqlHaving>("a comparison operator", WqlHints.Having);
        reader.Advance();
        if (reader.Kind != WqlTokenKind.Integer
            || !WqlNumber.TryReadInteger(reader.Text, reader.NumberStart, reader.End, out var count)
            || count is < 0 or > uint.MaxValue)
            return reader.Fail<WqlHaving>("a whole number from 0 to 4294967295", WqlHints.HavingNumber);
        WqlConstantParser.TakeNumber(ref reader);
        return new WqlHaving(operation.ToComparison(), (uint)count);
    }

    private static TimeSpan? FailInterval(ref WqlReader reader, string? hint)
    {
        reader.Fail<WqlQuery>(WqlExpected.Seconds("a number of seconds such as 300 or 0.5"), hint);
        return null;
    }
}
