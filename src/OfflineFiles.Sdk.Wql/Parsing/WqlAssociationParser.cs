namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Reads what follows ASSOCIATORS and REFERENCES: the object in braces, and the keywords after WHERE.</summary>
internal static class WqlAssociationParser
{
    public static WqlQuery? Parse(ref WqlReader reader, bool isReferences)
    {
        if (!reader.TakeWord("OF")) return reader.Fail<WqlQuery>("OF");
        reader.IsInPath = true;
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

        reader.IsInPath = false;
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
                ? reader.Fail<WqlQuery>("WHERE or the end of the query", WqlAssociationKeywords.HintAfter(ref reader))
                : reader.Fail<WqlQuery>("a keyword or the end of the query", WqlAssociationKeywords.HintAfter(ref reader));
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

/// <summary>Reads the keywords of ASSOCIATORS OF and REFERENCES OF: in any order, each at most once, blanks between them.</summary>
internal static class WqlAssociationKeywords
{
    private const string Expected =
        "AssocClass, ClassDefsOnly, KeysOnly, RequiredAssocQualifier, RequiredQualifier, ResultClass, ResultRole, Role or SchemaOnly";
    private const string ExpectedOfReferences = "ClassDefsOnly, KeysOnly, RequiredQualifier, ResultClass, Role or SchemaOnly";
    private const string Apart = "The keywords stand side by side with blanks between them, without commas, AND or OR.";

    /// <summary>Reads at least one keyword; null, with the error noted, when they are not right.</summary>
    public static WqlAssociationOptions? Parse(ref WqlReader reader, bool isReferences, WqlObjectPathKind source)
    {
        var options = WqlAssociationOptions.None;
        do
        {
            var keyword = reader.Current;
            var name = keyword.Kind == WqlTokenKind.Name ? WqlText.ToUpper(reader.CurrentText) : "";
            if (!IsFlag(name) && !TakesValue(name))
                return reader.Fail<WqlAssociationOptions>(isReferences ? ExpectedOfReferences : Expected, HintAfter(ref reader));
            reader.Advance();
            string? value = null;
            if (TakesValue(name) && (value = ParseValue(ref reader)) is null) return null;
            if (With(options, name, value) is not { } more)
                return reader.FailAt<WqlAssociationOptions>(keyword, "each keyword once", "This keyword is there already.");
            if (more.Conflict(isReferences, source) is { } conflict)
                return reader.FailAt<WqlAssociationOptions>(
                    keyword, isReferences ? ExpectedOfReferences : "a keyword that goes with the others", conflict);
            options = more;
        }
        while (reader.Kind == WqlTokenKind.Name);
        return options;
    }

    /// <summary>What to write instead of a token that is no keyword.</summary>
    public static string? HintAfter(ref WqlReader reader) => reader.Kind switch
    {
        WqlTokenKind.Comma or WqlTokenKind.And or WqlTokenKind.Or => Apart,
        WqlTokenKind.Not or WqlTokenKind.OpenParenthesis => "Only keywords stand after WHERE here: look at the objects themselves in the caller.",
        _ => reader.IsWord("WITHIN") || reader.IsWord("GROUP") || reader.IsWord("BY") || reader.IsWord("HAVING") ? WqlHints.AssociationEvents : null,
    };

    private static string? ParseValue(ref WqlReader reader)
    {
        if (!reader.Take(WqlTokenKind.Equal)) return reader.Fail<string>("=", reader.Kind.IsOperator() ? "Keywords are compared with = only." : null);
        return reader.TakeName()
            ?? reader.Fail<string>(WqlExpected.Name("a bare name"), reader.Kind == WqlTokenKind.String ? "The names here are written without quotes." : null);
    }

    private static bool IsFlag(string name) => name is "CLASSDEFSONLY" or "KEYSONLY" or "SCHEMAONLY";

    private static bool TakesValue(string name) =>
        name is "ASSOCCLASS" or "RESULTCLASS" or "RESULTROLE" or "ROLE" or "REQUIREDQUALIFIER" or "REQUIREDASSOCQUALIFIER";

    /// <summary>The options with one more; null if it is there already.</summary>
    private static WqlAssociationOptions? With(WqlAssociationOptions options, string name, string? value) => name switch
    {
        "ASSOCCLASS" when options.AssocClass is null => options with { AssocClass = value },
        "RESULTCLASS" when options.ResultClass is null => options with { ResultClass = value },
        "RESULTROLE" when options.ResultRole is null => options with { ResultRole = value },
        "ROLE" when options.Role is null => options with { Role = value },
        "REQUIREDQUALIFIER" when options.RequiredQualifier is null => options with { RequiredQualifier = value },
        "REQUIREDASSOCQUALIFIER" when options.RequiredAssocQualifier is null => options with { RequiredAssocQualifier = value },
        "CLASSDEFSONLY" when !options.ClassDefsOnly => options with { ClassDefsOnly = true },
        "KEYSONLY" when !options.KeysOnly => options with { KeysOnly = true },
        "SCHEMAONLY" when !options.SchemaOnly => options with { SchemaOnly = true },
        _ => null,
    };
}
