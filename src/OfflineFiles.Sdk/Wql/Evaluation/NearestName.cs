namespace OfflineFiles.Sdk.Wql;

/// <summary>Finds the name that a misspelt one was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>The name with the fewest edits, ignoring case; null when all are too far to be a slip (more than a third of the letters).</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var fewest = Math.Max(2, name.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) >= fewest) continue;
            var edits = Edits(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (edits >= fewest) continue;
            (nearest, fewest) = (candidate, edits);
        }

        return nearest;
    }

    /// <summary>How many letters must be put in, left out or changed to make one word the other.</summary>
    private static int Edits(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
