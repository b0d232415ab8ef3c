namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Reads one test of a predicate: a comparison in either order, LIKE, ISA or a NULL test.</summary>
internal static class WqlTermParser
{
    private const int LongestName = 100;
    private const string TermExpected = "a property name, a constant, NOT or '('";
    private const string OperatorExpected = "a comparison operator, LIKE, ISA or IS";

    public static WqlPredicate? Parse(ref WqlReader reader)
    {
        if (reader.Kind == WqlTokenKind.Null) return ParseNullFirst(ref reader);
        if (reader.Kind.IsConstant()) return ParseConstantFirst(ref reader);
        if (WqlPropertyParser.Parse(ref reader, WqlExpected.Term(TermExpected), reader.Kind.IsOperator() ? WqlHints.Range : null) is not { } property) return null;
        if (reader.Kind.IsOperator()) return ParseComparison(ref reader, property);
        if (reader.Take(WqlTokenKind.Like)) return ParseLike(ref reader, property);
        if (reader.Take(WqlTokenKind.IsA)) return ParseIsA(ref reader, property);
        var start = reader.Start;
        if (reader.Take(WqlTokenKind.Is)) return ParseIs(ref reader, property, start);
        return WqlHabitParser.IsAhead(ref reader)
            ? WqlHabitParser.Parse(ref reader, property)
            : reader.Fail<WqlPredicate>(OperatorExpected, HintAfterProperty(ref reader, property));
    }

    /// <summary>Reads the pattern after LIKE.</summary>
    public static WqlPredicate? ParseLike(ref WqlReader reader, WqlProperty property) => reader.Kind switch
    {
        WqlTokenKind.String => new WqlLike(property, new WqlLikePattern(reader.TakeString())) { Position = property.Position },
        WqlTokenKind.Null => reader.Fail<WqlPredicate>("a pattern in quotes", $"Whether there is no value is asked with {property} IS NULL."),
        _ => reader.Fail<WqlPredicate>("a pattern in quotes", WqlHints.About(property, WqlHints.Pattern)),
    };

    private static WqlPredicate? ParseComparison(ref WqlReader reader, WqlProperty property)
    {
        var operation = reader.Kind;
        reader.Advance();
        if (!operation.IsEquality() && (reader.Kind.IsTruth() || reader.Kind == WqlTokenKind.Null))
            return reader.Fail<WqlPredicate>("a number or a string", WqlHints.NoOrder);
        if (reader.Take(WqlTokenKind.Null)) return NullComparison(property, operation, property.Position);
        if (reader.Kind == WqlTokenKind.Name && !IsTextWithoutQuotes(ref reader)) return ParsePair(ref reader, property, operation);
        return WqlConstantParser.Parse(ref reader, WqlConstantParser.HintAfter(ref reader, operation)) is { } constant
            ? new WqlComparison(property, operation.ToComparison(), constant) { Position = property.Position }
            : null;
    }

    // In an event query members of the two instances are compared: Windows takes it, though no page says so. Leniently any two properties are.
    private static WqlPredicate? ParsePair(ref WqlReader reader, WqlProperty property, WqlTokenKind operation)
    {
        var name = reader.Current;
        if (WqlPropertyParser.Parse(ref reader, WqlExpected.Value("a constant")) is not { } other) return null;
        var isPairOfEvent = WqlPropertyComparison.AreOfInstances(property, other);
        if (reader.Kind == WqlTokenKind.OpenParenthesis)
            return reader.FailAt<WqlPredicate>(name, WqlExpected.Value("a constant"), WqlHints.ForFunction(other.Names[other.Names.Count - 1]));
        // A look-alike of a quote is a letter, and makes a name of what was meant to be a string.
        if (!isPairOfEvent && (!reader.TakesHabits || WqlLookalikes.AreIn(reader.Text, property.Position, reader.PreviousEnd))) return reader.FailAt<WqlPredicate>(name, WqlExpected.Value("a constant"), WqlHints.SecondProperty);
        if (!isPairOfEvent) NotePair(ref reader, property.Position);
        else if (reader.FirstPair < 0) reader.FirstPair = property.Position;
        return new WqlPropertyComparison(property, operation.ToComparison(), other) { Position = property.Position };
    }

    /// <summary>Notes two properties that are compared where Windows compares none.</summary>
    public static void NotePair(ref WqlReader reader, int position) =>
        reader.Note(WqlHabitKind.PropertyWithProperty, position, "A property was compared with another property.");

    // A string without its quotes: C:\dir, N'x', x'y'.
    private static bool IsTextWithoutQuotes(ref WqlReader reader) =>
        reader.End < reader.Text.Length && reader.Text[reader.End] is ':' or '\\' or '\'' or '"';

    private static WqlPredicate? ParseConstantFirst(ref WqlReader reader)
    {
        var (start, end, isTruth) = (reader.Start, reader.End, reader.Kind.IsTruth());
        if (WqlConstantParser.Parse(ref reader) is not { } constant) return null;
        var operation = reader.Kind;
        if (!operation.IsOperator())
            return reader.Fail<WqlPredicate>("a comparison operator", HintAfterConstant(ref reader, constant, start, end));
        if (isTruth && !operation.IsEquality()) return reader.Fail<WqlPredicate>("= or <>", WqlHints.NoOrder);
        reader.Advance();
        var hint = reader.Kind.IsConstant() || reader.Kind == WqlTokenKind.Null ? HintForName(ref reader, constant, start, end) : null;
        return WqlPropertyParser.Parse(ref reader, WqlExpected.Name("a property name"), WqlHints.ForOperators(operation, reader.Kind) ?? hint ?? WqlHints.NoProperty) is { } property
            ? new WqlComparison(property, TurnRound(operation.ToComparison()), constant) { Position = start }
            : null;
    }

    private static WqlPredicate? ParseNullFirst(ref WqlReader reader)
    {
        var start = reader.Start;
        reader.Advance();
        var operation = reader.Kind;
        if (!operation.IsEquality())
            return reader.Fail<WqlPredicate>("= or <>", operation == WqlTokenKind.Is ? HintForIsAfterNull(ref reader) : WqlHints.NoOrder);
        reader.Advance();
        return WqlPropertyParser.Parse(ref reader, WqlExpected.Name("a property name"), WqlHints.NoProperty) is { } property
            ? NullComparison(property, operation, start)
            : null;
    }

    private static WqlNullTest NullComparison(WqlProperty property, WqlTokenKind operation, int position) =>
        new(property, operation == WqlTokenKind.NotEqual) { Position = position, IsWrittenAsComparison = true };

    private static WqlPredicate? ParseIs(ref WqlReader reader, WqlProperty property, int start)
    {
        if (reader.TakesHabits && reader.Kind.IsTruth()) return WqlHabitParser.ParseIsTruth(ref reader, property, start);
        var isNegated = reader.Take(WqlTokenKind.Not);
        return reader.Take(WqlTokenKind.Null)
            ? new WqlNullTest(property, isNegated) { Position = property.Position }
            : reader.Fail<WqlPredicate>(
                isNegated ? "NULL" : "NULL or NOT NULL",
                WqlHints.About(property, WqlHints.ForIs(reader.CurrentText) ?? (isNegated ? WqlHints.IsNotValue : WqlHints.IsValue)));
    }

    private static WqlPredicate? ParseIsA(ref WqlReader reader, WqlProperty property)
    {
        // MS-WMI writes the class bare, every other source in quotes: both are read.
        var name = reader.Kind switch
        {
            WqlTokenKind.Name => reader.CurrentText,
            WqlTokenKind.String => reader.PeekString(),
            _ => null,
        };
        if (!WqlName.IsName(name)) return reader.Fail<WqlPredicate>(WqlExpected.Name("a class name in quotes"));
        reader.Advance();
        return new WqlIsA(property, name!) { Position = property.Position };
    }

    // With a parenthesis after it the word is no property.
    private static string? HintAfterProperty(ref WqlReader reader, WqlProperty property) => reader.Kind == WqlTokenKind.OpenParenthesis
        ? WqlHints.ForFunction(property.Names[property.Names.Count - 1])
        : WqlHints.About(property, HintBeforeOperator(ref reader));

    private static string? HintBeforeOperator(ref WqlReader reader) => reader.Kind switch
    {
        WqlTokenKind.Not => WqlHints.ForNotBefore(WqlSurroundings.WordAt(reader.Text, reader.End)),
        WqlTokenKind.End or WqlTokenKind.CloseParenthesis or WqlTokenKind.And or WqlTokenKind.Or => WqlHints.BareProperty,
        WqlTokenKind.Null => "Write p IS NULL.",
        WqlTokenKind.True => "Write p = TRUE.",
        WqlTokenKind.False => "Write p = FALSE.",
        WqlTokenKind.String or WqlTokenKind.Integer or WqlTokenKind.Real => WqlHints.NoOperator,
        WqlTokenKind.UnknownCharacter when reader.Text[reader.Start] == '[' && reader.PreviousEnd == reader.Start => WqlHints.ArrayElement,
        WqlTokenKind.Name => WqlSurroundings.ForOperatorWord(reader.CurrentText) ?? WqlHints.ForWord(reader.CurrentText)
            ?? WqlHints.ForSlip(reader.CurrentText, "LIKE"),
        _ => null,
    };

    private static string? HintAfterConstant(ref WqlReader reader, WqlConstant constant, int start, int end) => reader.Kind switch
    {
        WqlTokenKind.Like => HintForName(ref reader, constant, start, end) ?? WqlHints.LikeAfterProperty,
        WqlTokenKind.Is or WqlTokenKind.IsA or WqlTokenKind.Not => HintForName(ref reader, constant, start, end) ?? WqlHints.NoProperty,
        WqlTokenKind.Comma => WqlHints.ForComma(reader.Text, reader.Start) ?? WqlHints.BareConstant,
        _ => WqlHints.BareConstant,
    };

    // A name in quotes is a string, and so is one that was put in as a value.
    private static string? HintForName(ref WqlReader reader, WqlConstant constant, int start, int end) =>
        constant is not WqlStringConstant { Value: var text } ? null
        : reader.HasHoleIn(start, end) ? WqlHints.NameInValue
        : text.Length <= LongestName && WqlParser.ParseProperty(text, out _) is { } name ? $"The name of a property is written without quotes: {name}."
        : null;

    private static string HintForIsAfterNull(ref WqlReader reader)
    {
        var word = WqlSurroundings.WordAt(reader.Text, reader.End);
        return $"IS NULL stands after the property: {(word.Length <= LongestName && WqlName.IsName(word) ? word : "p")} IS NULL.";
    }

    private static WqlComparisonOperator TurnRound(WqlComparisonOperator comparison) => comparison switch
    {
        WqlComparisonOperator.Less => WqlComparisonOperator.Greater,
        WqlComparisonOperator.LessOrEqual => WqlComparisonOperator.GreaterOrEqual,
        WqlComparisonOperator.Greater => WqlComparisonOperator.Less,
        WqlComparisonOperator.GreaterOrEqual => WqlComparisonOperator.LessOrEqual,
        _ => comparison,
    };
}
