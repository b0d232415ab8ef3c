namespace OfflineFiles.Sdk.Wql;

/// <summary>What may be the name of a class or of a property, and when two names are the same.</summary>
internal static class WqlName
{
    /// <summary>The class that only schema queries select from.</summary>
    public const string SchemaClass = "meta_class";

    // The words that no implementation takes as a name, and without which a query could not be read back.
    private static readonly HashSet<string> ReservedWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "LIKE", "ISA", "IS", "NULL", "TRUE", "FALSE",
    };

    public static bool IsReserved(string word) => ReservedWords.Contains(word);

    public static bool IsStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or >= '\u0080';

    public static bool IsPart(char c) => IsStart(c) || IsDigit(c);

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsName(string? text)
    {
        if (string.IsNullOrEmpty(text) || !IsStart(text![0])) return false;
        foreach (var c in text)
            if (!IsPart(c)) return false;
        return !IsReserved(text);
    }

    public static string Check(string? text, string parameter) => IsName(Guard.NotNull(text, parameter))
        ? text!
        : throw new ArgumentException(
            $"'{text}' is no WQL name: write a letter or '_', then letters, digits or '_', and no keyword.", parameter);

    public static string CheckClass(string? text, string parameter) => AreEqual(Check(text, parameter), SchemaClass)
        ? throw new ArgumentException($"'{text}' is the class of schema queries, which are not taken by this version.", parameter)
        : text!;

    public static bool AreEqual(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    public static int Hash(string name) => StringComparer.OrdinalIgnoreCase.GetHashCode(name);
}
