namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Reads what follows ASSOCIATORS and REFERENCES: the object in braces, and the keywords after WHERE.</summary>
internal static class WqlAssociationParser
{
    public static WqlQuery? Parse(ref WqlReader reader, bool isReferences)
    {
        if (!reader.TakeWord("OF")) return reader.Fail<WqlQuery>("OF");
        if (!reader.Take(WqlTokenKind.OpenBrace)) return reader.Fail<WqlQuery>("{", WqlHints.Braces);
        TakeBlank(ref reader);
        var position = reader.Start;
        if (WqlObjectPathParser.Parse(ref reader, "}") is not { } source) return null;
        if (reader.Kind == WqlTokenKind.CloseBrace) TakeBlank(ref reader);
        if (reader.Kind != WqlTokenKind.CloseBrace || WqlObjectPathParser.HasBlank(ref reader))
        {
            WqlObjectPathParser.FailAfter(ref reader, source, "}");
            return null;
        }

        reader.Advance();
        var options = WqlAssociationOptions.None;
        if (reader.Take(WqlTokenKind.Where))
        {
            if (WqlAssociationKeywords.Parse(ref reader, isReferences, source.Kind) is not { } keywords) return null;
            options = keywords;
        }

        if (reader.TakesHabits) WqlHabitParser.TakeSemicolon(ref reader);
        if (!reader.IsAtEnd)
            return options == WqlAssociationOptions.None
                ? reader.Fail<WqlQuery>("WHERE or the end of the query")
                : reader.Fail<WqlQuery>("a keyword or the end of the query", WqlAssociationKeywords.HintAfter(reader.Kind));
        return isReferences
            ? new WqlReferencesQuery(source, options) { Text = reader.Text, Habits = reader.Habits, ClassNamePosition = position }
            : new WqlAssociatorsQuery(source, options) { Text = reader.Text, Habits = reader.Habits, ClassNamePosition = position };
    }

    // Leniently a blank at either end of the braces is as if it were not there; else the path refuses it.
    private static void TakeBlank(ref WqlReader reader)
    {
        if (!reader.TakesHabits || !WqlObjectPathParser.HasBlank(ref reader)) return;
        reader.Note(WqlHabitKind.BlanksInBraces, reader.PreviousEnd, "The blanks at the ends of the braces were left out.");
        reader.SkipBlank();
    }
}
