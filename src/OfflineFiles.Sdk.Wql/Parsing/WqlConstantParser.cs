namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Reads one constant: a string, a number, TRUE or FALSE.</summary>
internal static class WqlConstantParser
{
    /// <summary>Reads the constant ahead; null, with the error noted, if no constant is ahead.</summary>
    public static WqlConstant? Parse(ref WqlReader reader)
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
                return reader.Fail<WqlConstant>("a constant", HintForMissing(reader.Kind));
        }
    }

    /// <summary>Takes the number ahead, noting how it is written otherwise than WQL has it.</summary>
    public static void TakeNumber(ref WqlReader reader)
    {
        if (reader.TakesHabits) WqlHabitParser.NoteNumber(ref reader);
        reader.Advance();
    }

    private static string? HintForMissing(WqlTokenKind kind) => kind switch
    {
        >= WqlTokenKind.Name and <= WqlTokenKind.False => WqlHints.SecondProperty,
        WqlTokenKind.Equal => WqlHints.DoubledEqual,
        WqlTokenKind.Dot => WqlHints.LeadingPoint,
        _ => null,
    };
}
