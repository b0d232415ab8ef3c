namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Reads what other servers and tools take and Windows does not, and notes each. Called only when that is asked for.</summary>
internal static class WqlHabitParser
{
    /// <summary>Whether what other servers have after a property instead of an operator is ahead.</summary>
    public static bool IsAhead(ref WqlReader reader) => reader.TakesHabits && (reader.Kind == WqlTokenKind.Not || reader.IsWord("ISNOT"));

    /// <summary>Reads that, after the property.</summary>
    public static WqlPredicate? Parse(ref WqlReader reader, WqlProperty property)
    {
        var position = reader.Start;
        if (reader.Take(WqlTokenKind.Not))
        {
            reader.Note(WqlHabitKind.NotLike, position, "NOT after the property was read as if it stood before it: NOT p LIKE 'x'.");
            if (!reader.Take(WqlTokenKind.Like)) return reader.Fail<WqlPredicate>("LIKE", WqlHints.About(property, WqlHints.ForNotBefore(reader.CurrentText)));
            return WqlTermParser.ParseLike(ref reader, property) is { } like ? new WqlNot(like) { Position = property.Position } : null;
        }

        reader.Advance();
        reader.Note(WqlHabitKind.IsNotAsOneWord, position, "ISNOT was read as IS NOT.");
        return reader.Take(WqlTokenKind.Null)
            ? new WqlNullTest(property, isNegated: true) { Position = property.Position }
            : reader.Fail<WqlPredicate>("NULL");
    }

    /// <summary>Reads TRUE or FALSE after IS.</summary>
    public static WqlPredicate ParseIsTruth(ref WqlReader reader, WqlProperty property, int position)
    {
        var isTrue = reader.Kind == WqlTokenKind.True;
        reader.Advance();
        reader.Note(WqlHabitKind.IsTruth, position, $"IS {(isTrue ? "TRUE" : "FALSE")} was read as = {(isTrue ? "TRUE" : "FALSE")}.");
        return new WqlComparison(property, WqlComparisonOperator.Equal, WqlConstant.Boolean(isTrue)) { Position = property.Position };
    }

    /// <summary>Notes how the number ahead is written otherwise than WQL has it.</summary>
    public static void NoteNumber(ref WqlReader reader)
    {
        var (start, number) = (reader.Start, reader.CurrentText);
        if (number[0] == '+') reader.Note(WqlHabitKind.PlusSign, start, "The plus sign before a number was left out.");
        var digits = number[0] is '+' or '-' ? 1 : 0;
        if (number[digits] == '.') reader.Note(WqlHabitKind.LeadingPoint, start + digits, "A fraction without its zero was read with it: 0.5.");
        var exponent = number.IndexOfAny(['e', 'E']);
        if (exponent >= 0) reader.Note(WqlHabitKind.Exponent, start + exponent, "A number with an exponent was read as a number with a fraction.");
    }

    /// <summary>Takes the semicolon that ends the text, if there is one.</summary>
    public static void TakeSemicolon(ref WqlReader reader)
    {
        var position = reader.Start;
        if (reader.IsAtEnd || reader.Text[position] != ';' || !IsBlankFrom(reader.Text, position + 1)) return;
        reader.Note(WqlHabitKind.TrailingSemicolon, position, "The semicolon at the end was left out.");
        reader.Advance();
    }

    private static bool IsBlankFrom(string text, int index)
    {
        while (index < text.Length && WqlCharacter.IsBlank(text[index])) index++;
        return index == text.Length;
    }
}

/// <summary>Reads the list after SELECT as Wine takes it too: with nothing in it, or with <c>*</c> among names.</summary>
internal static class WqlSelectListHabits
{
    /// <summary>Reads the list and the FROM after it; the list is empty for <c>*</c>.</summary>
    public static IReadOnlyList<WqlProperty>? Parse(ref WqlReader reader)
    {
        var start = reader.Start;
        if (reader.Take(WqlTokenKind.From))
        {
            reader.Note(WqlHabitKind.NoSelectList, start, "SELECT without a list was read as SELECT *.");
            return [];
        }

        var properties = new List<WqlProperty>();
        var (star, count, last) = (-1, 0, "*");
        do
        {
            count++;
            start = reader.Start;
            if (reader.Take(WqlTokenKind.Star))
            {
                if (star < 0) star = start;
                last = "*";
                continue;
            }

            if (WqlPropertyParser.Parse(ref reader, WqlExpected.Name("* or a property name")) is not { } property) return null;
            properties.Add(property);
            last = property.Text;
        }
        while (reader.Take(WqlTokenKind.Comma));

        if (!reader.Take(WqlTokenKind.From)) return WqlSelectParser.FailAfterList(ref reader, last);
        if (star < 0) return properties.AsReadOnly();
        if (count > 1) reader.Note(WqlHabitKind.StarInList, star, "* among other properties was read as * alone.");
        return [];
    }
}
