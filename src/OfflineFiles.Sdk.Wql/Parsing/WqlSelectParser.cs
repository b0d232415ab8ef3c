namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Reads what follows SELECT: a data query, an event query or a schema query, which only the class and the clauses tell apart.</summary>
internal static class WqlSelectParser
{
    private const string Within = "WITHIN";
    private const string Group = "GROUP";

    public static WqlQuery? Parse(ref WqlReader reader)
    {
        if (ParseProperties(ref reader) is not { } properties) return null;
        var position = reader.Start;
        if (reader.TakeName() is not { } className) return reader.Fail<WqlQuery>(WqlExpected.Name("a class name"), HintForClass(ref reader));
        return WqlName.AreEqual(className, WqlName.SchemaClass)
            ? ParseSchema(ref reader, properties, position)
            : ParseClauses(ref reader, properties, className, position);
    }

    private static WqlQuery? ParseClauses(ref WqlReader reader, IReadOnlyList<WqlProperty> properties, string className, int position)
    {
        TimeSpan? within = null;
        WqlPredicate? where = null;
        WqlEventGroup? group = null;
        if (reader.TakeWord(Within) && (within = WqlEventParser.ParseInterval(ref reader)) is null) return null;
        if (reader.Take(WqlTokenKind.Where) && (where = WqlPredicateParser.Parse(ref reader)) is null) return null;
        if (reader.TakeWord(Group) && (group = WqlEventParser.ParseGroup(ref reader)) is null) return null;
        if (reader.TakesHabits) WqlHabitParser.TakeSemicolon(ref reader);
        if (!reader.IsAtEnd) return reader.Fail<WqlQuery>(Missing(within, where, group), HintForEnd(ref reader, within, where, group));
        var isData = within is null && group is null && !WqlName.IsSystemEvent(className);
        if (isData && !AllowsPairs(ref reader, WqlHints.PairOfData)) return null;
        return isData
            ? new WqlSelectQuery(properties, className, where) { Text = reader.Text, Habits = reader.Habits, ClassNamePosition = position }
            : new WqlEventQuery(className, where, within, group, properties)
            {
                Text = reader.Text,
                Habits = reader.Habits,
                ClassNamePosition = position,
            };
    }

    private static WqlQuery? ParseSchema(ref WqlReader reader, IReadOnlyList<WqlProperty> properties, int position)
    {
        WqlPredicate? where = null;
        if (properties.Count > 0)
            return reader.FailAt<WqlQuery>(properties[0].Position, $"'{properties[0].Text}'", "*", WqlHints.SchemaList);
        if (reader.Take(WqlTokenKind.Where) && (where = WqlPredicateParser.Parse(ref reader)) is null) return null;
        if (reader.TakesHabits) WqlHabitParser.TakeSemicolon(ref reader);
        if (reader.IsAtEnd && !AllowsPairs(ref reader, WqlHints.PairOfSchema)) return null;
        if (reader.IsAtEnd)
            return new WqlSchemaQuery(where) { Text = reader.Text, Habits = reader.Habits, ClassNamePosition = position };
        return reader.Fail<WqlQuery>(
            where is null ? "WHERE or the end of the query" : "the end of the query or AND/OR",
            reader.IsWord(Within) || reader.IsWord(Group) ? WqlHints.SchemaEvents : null);
    }

    /// <summary>Reads the list and the FROM after it; the list is empty for <c>*</c>.</summary>
    private static IReadOnlyList<WqlProperty>? ParseProperties(ref WqlReader reader)
    {
        if (reader.TakesHabits) return WqlSelectListHabits.Parse(ref reader);
        if (reader.Take(WqlTokenKind.Star))
            return reader.Take(WqlTokenKind.From) ? [] : reader.Fail<WqlProperty[]>("FROM", reader.Kind == WqlTokenKind.Comma ? WqlHints.StarAlone : HintBeforeFrom(ref reader));
        if (WqlPropertyParser.ParseList(ref reader, WqlExpected.Name("* or a property name"), WqlHints.StarAlone) is not { } properties) return null;
        return reader.Take(WqlTokenKind.From) ? properties.AsReadOnly() : FailAfterList(ref reader, properties[properties.Count - 1].Text);
    }

    /// <summary>SELECT TOP 5 and SELECT COUNT(*) go wrong one token after the word that is to blame.</summary>
    public static IReadOnlyList<WqlProperty>? FailAfterList(ref WqlReader reader, string lastWord) => reader.Fail<WqlProperty[]>(
        "',' or FROM",
        reader.Kind == WqlTokenKind.OpenParenthesis ? WqlHints.ForFunction(lastWord)
        : HintBeforeFrom(ref reader) ?? WqlHints.ForWord(lastWord)
            ?? (reader.Kind == WqlTokenKind.Name ? WqlHints.ForWord(reader.CurrentText) ?? WqlHints.ListComma : null));

    private static string? HintBeforeFrom(ref WqlReader reader) => reader.Kind switch
    {
        WqlTokenKind.Name => WqlHints.ForSlip(reader.CurrentText, "FROM"),
        WqlTokenKind.UnknownCharacter when reader.Text[reader.Start] == '[' && reader.PreviousEnd == reader.Start => WqlHints.ArrayElement,
        _ => null,
    };

    /// <summary>In what is no event query a property is compared with another one only leniently.</summary>
    private static bool AllowsPairs(ref WqlReader reader, string hint)
    {
        if (reader.FirstPair < 0) return true;
        if (reader.TakesHabits) reader.Note(WqlHabitKind.PropertyWithProperty, reader.FirstPair, $"A property was compared with another property. {hint}");
        else reader.FailAt<WqlQuery>(reader.FirstPair, "a property compared with another property", "a constant beside the property", hint);
        return reader.TakesHabits;
    }

    private static string? HintForClass(ref WqlReader reader) => reader.Kind switch
    {
        WqlTokenKind.String => WqlHints.QuotedClass,
        WqlTokenKind.OpenParenthesis when WqlName.AreEqual(WqlSurroundings.WordAt(reader.Text, reader.End), "SELECT") => WqlHints.ForWord("EXISTS"),
        WqlTokenKind.OpenParenthesis => "The class stands without parentheses: FROM Win32_OfflineFilesItem.",
        WqlTokenKind.Dot => WqlHints.BarePoint,
        WqlTokenKind.UnknownCharacter when reader.Text[reader.Start] is '\\' or '/' => WqlHints.Namespace,
        _ => null,
    };

    private static string Missing(TimeSpan? within, WqlPredicate? where, WqlEventGroup? group)
    {
        if (group is { Having: not null }) return "the end of the query";
        if (group is not null) return group.By.Count == 0 ? "BY, HAVING or the end of the query" : "',', HAVING or the end of the query";
        if (where is not null) return "AND, OR, GROUP or the end of the query";
        return within is null ? "WITHIN, WHERE, GROUP or the end of the query" : "WHERE, GROUP or the end of the query";
    }

    private static string? HintForEnd(ref WqlReader reader, TimeSpan? within, WqlPredicate? where, WqlEventGroup? group)
    {
        if (group?.Having is not null && reader.Kind is WqlTokenKind.And or WqlTokenKind.Or) return WqlHints.OneHaving;
        if (group is not null && reader.Kind == WqlTokenKind.Comma) return WqlHints.ForComma(reader.Text, reader.Start);
        if (group is not null) return reader.Kind == WqlTokenKind.Where ? WqlHints.ClauseOrder : null;
        if (where is not null) return reader.Kind == WqlTokenKind.Where ? WqlHints.SecondWhere : WqlPredicateParser.HintAfterTerm(ref reader);
        if (reader.Kind is WqlTokenKind.And or WqlTokenKind.Or) return WqlHints.FirstWhere;
        if (within is not null) return HintAfterInterval(ref reader);
        return reader.Kind switch
        {
            WqlTokenKind.Comma or WqlTokenKind.Dot => WqlHints.OneClass,
            WqlTokenKind.UnknownCharacter when reader.Text[reader.Start] is '\\' or '/' or ':' && reader.PreviousEnd == reader.Start => WqlHints.Namespace,
            WqlTokenKind.Name => WqlHints.ForWord(reader.CurrentText) ?? WqlHints.ForKeyword(reader.CurrentText) ?? WqlHints.OneClass,
            _ => null,
        };
    }

    private static string? HintAfterInterval(ref WqlReader reader)
    {
        if (reader.Kind == WqlTokenKind.Comma) return WqlHints.ForComma(reader.Text, reader.Start);
        if (reader.Kind == WqlTokenKind.UnknownCharacter && reader.Text[reader.Start] == ':') return WqlHints.IntervalUnit;
        if (reader.Kind != WqlTokenKind.Name || WqlHints.ForWord(reader.CurrentText) is not null) return null;
        return WqlHints.ForKeyword(reader.CurrentText) ?? (WqlHints.IsUnit(reader.CurrentText) ? WqlHints.IntervalUnit : null);
    }
}
