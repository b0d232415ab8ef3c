using System.Text;

namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Reads the name of a property with its dots, alone or in a list.</summary>
internal static class WqlPropertyParser
{
    /// <summary>Reads one name; null, with the error noted, if something else is ahead.</summary>
    public static WqlProperty? Parse(ref WqlReader reader, WqlExpected expected, string? hint = null)
    {
        var start = reader.Start;
        if (!reader.Take(WqlTokenKind.Name))
            return reader.Fail<WqlProperty>(expected, hint ?? (reader.Kind == WqlTokenKind.Dot ? HintForPoint(ref reader) : null));
        var (end, length) = (reader.PreviousEnd, reader.PreviousEnd - start);
        while (reader.Kind == WqlTokenKind.Dot)
        {
            reader.Advance();
            length += reader.Length + 1;
            if (!reader.Take(WqlTokenKind.Name)) return reader.Fail<WqlProperty>(WqlExpected.Name("a property name after the point"));
            end = reader.PreviousEnd;
        }

        var text = reader.Text.Substring(start, end - start);
        return new WqlProperty(text.Length == length ? text : WithoutBlanks(text), start);
    }

    /// <summary>Reads names with commas between them; null, with the error noted, when one is missing.</summary>
    public static List<WqlProperty>? ParseList(ref WqlReader reader, WqlExpected expected, string? hintForStar)
    {
        var properties = new List<WqlProperty>();
        do
        {
            var hint = reader.Kind == WqlTokenKind.Star ? hintForStar : null;
            if (Parse(ref reader, properties.Count == 0 ? expected : "a property name", hint) is not { } property) return null;
            properties.Add(property);
        }
        while (reader.Take(WqlTokenKind.Comma));
        return properties;
    }

    private static string HintForPoint(ref WqlReader reader) =>
        WqlCharacter.IsDigit(WqlSurroundings.CharacterAt(reader.Text, reader.End)) ? WqlHints.LeadingPoint : WqlHints.BarePoint;

    private static string WithoutBlanks(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!WqlCharacter.IsBlank(c)) name.Append(c);
        return name.ToString();
    }
}
