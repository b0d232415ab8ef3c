using OfflineFiles.Sdk.Wql.Parsing;

namespace OfflineFiles.Sdk.Wql;

/// <summary>What may be the name of a class or of a property, and when two names are the same.</summary>
public static class WqlName
{
    /// <summary>The class that only schema queries select from.</summary>
    public const string SchemaClass = "meta_class";

    private const int ShortestLikely = 4;

    /// <summary>
    /// Returns true if a text can be the name of a class or of a property: a letter or <c>_</c>, then letters, digits or <c>_</c>, and no
    /// keyword.
    /// </summary>
    /// <param name="text">The text; null is not a name.</param>
    public static bool IsName(string? text)
    {
        if (string.IsNullOrEmpty(text) || !WqlCharacter.IsLetter(text![0])) return false;
        foreach (var c in text)
            if (!WqlCharacter.IsLetterOrDigit(c)) return false;
        return WqlReservedWords.Recognize(text, 0, text.Length) == WqlTokenKind.Name;
    }

    internal static string Check(string? text, string parameter) => IsName(Guard.NotNull(text, parameter))
        ? text!
        : throw new ArgumentException(
            $"'{ReadableText.Of(text)}' is no WQL name: write a letter or '_', then letters, digits or '_', and no keyword.", parameter);

    /// <summary>A class that a data or an event query can name.</summary>
    internal static string CheckClass(string? text, string parameter) => AreEqual(Check(text, parameter), SchemaClass)
        ? throw new ArgumentException(
            $"'{text}' stands for the classes in schema queries and has no instances and no events: make a {nameof(WqlSchemaQuery)}.", parameter)
        : text!;

    /// <summary>A class that a data query can name: none of the event classes of the system.</summary>
    internal static string CheckDataClass(string? text, string parameter) => IsSystemEvent(CheckClass(text, parameter))
        ? throw new ArgumentException(
            $"'{ReadableText.Of(text)}' is a class of events, which has no instances to ask for: make a {nameof(WqlEventQuery)}.", parameter)
        : text!;

    /// <summary>
    /// Whether it names an event class of the system itself, such as <c>__InstanceCreationEvent</c> (Microsoft Learn: WMI System Classes).
    /// </summary>
    internal static bool IsSystemEvent(string name) =>
        name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("Event", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns true if two names are the same: WQL compares names ignoring case.</summary>
    /// <param name="left">A name.</param>
    /// <param name="right">Another name.</param>
    public static bool AreEqual(string? left, string? right) => WqlText.AreEqual(left, right);

    /// <summary>Finds the name that a misspelt name was probably meant to be.</summary>
    /// <param name="name">The misspelt name.</param>
    /// <param name="candidates">The names that are known.</param>
    /// <returns>
    /// The candidate that differs by one slip at most, ignoring case: a letter too few or too many, a wrong one, or two that changed places. Null
    /// if no candidate is so near, if two are equally near, and for names of less than four letters: then the spelling does not tell what was
    /// meant.
    /// </returns>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var fewest = Guard.NotNull(name).Length < ShortestLikely ? 0 : 1;
        foreach (var candidate in Guard.NotNull(candidates))
        {
            if (Math.Abs(candidate.Length - name.Length) > fewest) continue;
            var edits = Edits(WqlText.ToUpper(name), WqlText.ToUpper(candidate));
            if (edits > fewest) continue;
            nearest = edits == fewest && nearest is not null && !AreEqual(nearest, candidate) ? null : candidate;
            fewest = edits;
        }

        return nearest;
    }

    internal static int Hash(string name) => WqlText.GetHashCode(name);

    /// <summary>How many letters must be put in, left out, changed or swapped with their neighbour to make one word the other.</summary>
    private static int Edits(string left, string right)
    {
        var (beforeLast, last, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            (beforeLast, last, row) = (last, row, beforeLast);
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var changed = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(last[j], row[j - 1]) + 1);
                var areSwapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                if (areSwapped) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }
        }

        return row[right.Length];
    }
}
