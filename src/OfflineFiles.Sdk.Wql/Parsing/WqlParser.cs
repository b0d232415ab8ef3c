namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>
/// Reads WQL: takes what Windows takes and refuses what Windows refuses. One pass over the text; nothing is thrown to steer, the first
/// error is a result like any other.
/// </summary>
internal static class WqlParser
{
    public static WqlQuery? ParseQuery(string text, WqlParseOptions options, WqlHole[]? holes, out WqlSyntaxError? error)
    {
        var reader = new WqlReader(text, options, holes);
        var query = ParseStatement(ref reader);
        error = reader.Error;
        return query;
    }

    public static WqlPredicate? ParsePredicate(string text, WqlHole[]? holes, out WqlSyntaxError? error)
    {
        var reader = new WqlReader(text, WqlParseOptions.Strict, holes);
        var predicate = WqlPredicateParser.Parse(ref reader);
        if (predicate is not null && !reader.IsAtEnd) predicate = reader.Fail<WqlPredicate>("the end of the query or AND/OR", WqlPredicateParser.HintAfterTerm(ref reader));
        error = reader.Error;
        return predicate;
    }

    public static WqlProperty? ParseProperty(string text, out WqlSyntaxError? error)
    {
        var reader = new WqlReader(text, WqlParseOptions.Strict);
        var property = WqlPropertyParser.Parse(ref reader, WqlExpected.Name("a property name"));
        if (property is not null && !reader.IsAtEnd) property = reader.Fail<WqlProperty>(WqlExpected.Name("the end of the property name"));
        error = reader.Error;
        return property;
    }

    public static WqlObjectPath? ParseObjectPath(string text, out WqlSyntaxError? error)
    {
        var reader = new WqlReader(text, WqlParseOptions.Strict) { IsInPath = true };
        var path = WqlObjectPathParser.Parse(ref reader, "the end of the path");
        if (path is not null && (!reader.IsAtEnd || WqlObjectPathParser.HasBlank(ref reader)))
            WqlObjectPathParser.FailAfter(ref reader, path, "the end of the path");
        error = reader.Error;
        return error is null ? path : null;
    }

    private static string? HintForStart(ref WqlReader reader) =>
        reader.Kind == WqlTokenKind.Name ? WqlHints.ForSlip(reader.CurrentText, "SELECT", "ASSOCIATORS", "REFERENCES") : null;

    private static WqlQuery? ParseStatement(ref WqlReader reader)
    {
        if (reader.Take(WqlTokenKind.Select)) return WqlSelectParser.Parse(ref reader);
        if (reader.TakeWord("ASSOCIATORS")) return WqlAssociationParser.Parse(ref reader, isReferences: false);
        return reader.TakeWord("REFERENCES")
            ? WqlAssociationParser.Parse(ref reader, isReferences: true)
            : reader.Fail<WqlQuery>("SELECT, ASSOCIATORS OF or REFERENCES OF", HintForStart(ref reader));
    }
}
