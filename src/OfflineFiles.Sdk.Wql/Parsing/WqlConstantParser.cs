namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Reads one constant: a string, a number, TRUE or FALSE.</summary>
internal static class WqlConstantParser
{
    /// <summary>Reads the constant ahead; null, with the error noted, if no constant is ahead.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="hint">What to write instead of what is no constant; null for what that itself says.</param>
    public static WqlConstant? Parse(ref WqlReader reader, string? hint = null)
    {
        switch (reader.Kind)
        {
            case WqlTokenKind.String:
                return new WqlStringConstant(reader.TakeString());
            case WqlTokenKind.True or WqlTokenKind.False:
                var value = WqlConstant.Boolean(reader.Kind == WqlTokenKind.True);
                reader.Advance();
                return value;
            case WqlTokenKind.Integer:
                if (!WqlNumber.TryReadInteger(reader.Text, reader.NumberStart, reader.End, out var integer)) return reader.Fail<WqlConstant>(WqlNumber.IntegerRange);
                TakeNumber(ref reader);
                return new WqlIntegerConstant(integer);
            case WqlTokenKind.Real:
                if (!WqlNumber.TryReadAnyReal(reader.CurrentText, out var real)) return reader.Fail<WqlConstant>("a number that fits 64 bits");
                TakeNumber(ref reader);
                return new WqlRealConstant(real);
            default:
                return reader.Fail<WqlConstant>(WqlExpected.Value("a constant"), hint);
        }
    }

    /// <summary>Takes the number ahead, noting how it is written otherwise than WQL has it.</summary>
    public static void TakeNumber(ref WqlReader reader)
    {
        if (reader.TakesHabits) WqlHabitParser.NoteNumber(ref reader);
        reader.Advance();
    }

    /// <summary>What to write instead of what is ahead after a comparison operator.</summary>
    public static string? HintAfter(ref WqlReader reader, WqlTokenKind operation) => reader.Kind switch
    {
        WqlTokenKind.Name => reader.Text[reader.End] is ':' or '\\' ? WqlHints.PathConstant : WqlHints.StringPrefix,
        WqlTokenKind.Like => WqlHints.LikeIsOperator,
        WqlTokenKind.Not => "Not equal is written <>.",
        WqlTokenKind.Is => WqlHints.IsIsOperator,
        WqlTokenKind.Dot => WqlHints.LeadingPoint,
        WqlTokenKind.Star => WqlHints.QuotedString,
        WqlTokenKind.OpenParenthesis => WqlName.AreEqual(WqlSurroundings.WordAt(reader.Text, reader.End), "SELECT")
            ? WqlHints.ForWord("EXISTS")
            : WqlHints.ParenthesesInTest,
        WqlTokenKind.UnknownCharacter => HintForCharacter(ref reader, operation),
        _ when reader.Kind.IsOperator() => WqlHints.ForOperators(operation, reader.Kind),
        _ => null,
    };

    private static string? HintForCharacter(ref WqlReader reader, WqlTokenKind operation) => reader.Text[reader.Start] switch
    {
        '[' or '`' or '%' => WqlHints.QuotedString,
        '!' or '~' or '^' when operation == WqlTokenKind.Equal => "Not equal is written <>.",
        _ => null,
    };
}
