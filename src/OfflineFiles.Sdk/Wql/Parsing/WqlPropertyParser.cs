using System.Text;

namespace OfflineFiles.Sdk.Wql;

/// <summary>Reads the name of a property with its dots, alone or in a list.</summary>
internal static class WqlPropertyParser
{
    /// <summary>Reads one name; null, with the error noted, when there is none.</summary>
    public static WqlProperty? Parse(ref WqlReader reader, string expected, string? hint = null)
    {
        var start = reader.Current.Start;
        if (reader.TakeName() is not { } name)
            return reader.Fail<WqlProperty>(expected, hint ?? (reader.Current.Kind == WqlTokenKind.Dot ? WqlHints.LeadingPoint : null));
        if (reader.Current.Kind != WqlTokenKind.Dot) return new WqlProperty(name, start);

        // Blanks around the dots are left out: only then the names are joined again.
        var steps = new StringBuilder(name);
        while (reader.Take(WqlTokenKind.Dot))
        {
            if (reader.Current.Kind != WqlTokenKind.Name) return reader.Fail<WqlProperty>("a property name after the point");
            steps.Append('.').Append(reader.Text, reader.Current.Start, reader.Current.Length);
            reader.Advance();
        }

        return new WqlProperty(steps.ToString(), start);
    }

    /// <summary>Reads names with commas between them; null, with the error noted, when one is missing.</summary>
    public static List<WqlProperty>? ParseList(ref WqlReader reader, string expected, string? hintForStar)
    {
        var properties = new List<WqlProperty>();
        do
        {
            var hint = reader.Current.Kind == WqlTokenKind.Star ? hintForStar : null;
            if (Parse(ref reader, properties.Count == 0 ? expected : "a property name", hint) is not { } property) return null;
            properties.Add(property);
        }
        while (reader.Take(WqlTokenKind.Comma));
        return properties;
    }
}
