namespace OfflineFiles.Sdk.Wql;

/// <summary>
/// Reads WQL: takes what Windows takes and refuses what Windows refuses. One pass over the text; nothing is thrown to steer, the first
/// error is a result like any other.
/// </summary>
internal static class WqlParser
{
    private const string EndExpected = "the end of the query or AND/OR";

    public static WqlObjectPath? ParseObjectPath(string text, out WqlSyntaxError? error)
    {
        var cursor = new WqlCursor(text);
        cursor.Fail("an object path");
        error = cursor.Error;
        return null;
    }

    public static WqlQuery? ParseQuery(string text, WqlParseOptions options, out WqlSyntaxError? error)
    {
        _ = options;
        var cursor = new WqlCursor(text);
        var query = ParseSelect(cursor);
        error = cursor.Error;
        return query;
    }

    public static WqlPredicate? ParsePredicate(string text, out WqlSyntaxError? error)
    {
        var cursor = new WqlCursor(text);
        var predicate = ParsePredicateToEnd(cursor);
        error = cursor.Error;
        return predicate;
    }

    public static WqlProperty? ParseProperty(string text, out WqlSyntaxError? error)
    {
        var cursor = new WqlCursor(text);
        var property = WqlTermParser.ParseProperty(cursor, "a property name");
        if (property is not null && cursor.Current.Kind != WqlTokenKind.End)
        {
            cursor.Fail("the end of the property name");
            property = null;
        }

        error = cursor.Error;
        return property;
    }

    private static WqlSelectQuery? ParseSelect(WqlCursor cursor)
    {
        if (!cursor.TakeWord("SELECT")) return Refuse(cursor, "SELECT");
        if (ParseProperties(cursor) is not { } properties) return null;
        if (cursor.IsWord(WqlName.SchemaClass)) return Refuse(cursor, "the name of a class of data", WqlHints.Schema);
        if (cursor.TakeName() is not { } className) return Refuse(cursor, "a class name");

        WqlPredicate? where = null;
        if (cursor.TakeWord("WHERE"))
        {
            where = ParsePredicateToEnd(cursor);
            if (where is null) return null;
        }
        else if (cursor.Current.Kind != WqlTokenKind.End)
            return Refuse(
                cursor, "WHERE or the end of the query", cursor.Current.Kind is WqlTokenKind.Comma or WqlTokenKind.Dot ? WqlHints.OneClass : null);

        return new WqlSelectQuery(className, where, properties);
    }

    /// <summary>Reads the list and the FROM after it.</summary>
    private static List<WqlProperty>? ParseProperties(WqlCursor cursor)
    {
        var properties = new List<WqlProperty>();
        if (cursor.Take(WqlTokenKind.Star))
        {
            if (cursor.TakeWord("FROM")) return properties;
            cursor.Fail("FROM", cursor.Current.Kind == WqlTokenKind.Comma ? WqlHints.StarAlone : null);
            return null;
        }

        do
        {
            var expected = properties.Count == 0 ? "* or a property name" : "a property name";
            var hint = cursor.Current.Kind == WqlTokenKind.Star ? WqlHints.StarAlone : null;
            if (WqlTermParser.ParseProperty(cursor, expected, hint) is not { } property) return null;
            properties.Add(property);
        }
        while (cursor.Take(WqlTokenKind.Comma));

        if (cursor.TakeWord("FROM")) return properties;
        cursor.Fail("',' or FROM", HintForListItem(cursor, properties[properties.Count - 1].Text));
        return null;
    }

    /// <summary>SELECT TOP 5 and SELECT COUNT(*) go wrong one token after the word that is to blame.</summary>
    private static string? HintForListItem(WqlCursor cursor, string lastWord) =>
        WqlHints.ForWord(lastWord) ?? (cursor.Current.Kind == WqlTokenKind.OpenParenthesis ? WqlHints.Function : null);

    private static WqlPredicate? ParsePredicateToEnd(WqlCursor cursor)
    {
        var predicate = WqlPredicateParser.Parse(cursor);
        return predicate is null || cursor.Current.Kind == WqlTokenKind.End ? predicate : cursor.Fail(EndExpected);
    }

    private static WqlSelectQuery? Refuse(WqlCursor cursor, string expected, string? hint = null)
    {
        cursor.Fail(expected, hint);
        return null;
    }
}
