namespace OfflineFiles.Sdk.Wql.Parsing;

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

            if (WqlPropertyParser.Parse(ref reader, "* or a property name") is not { } property) return null;
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
