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

    /// <summary>A class that a data or an event query can name.</summary>
    public static string CheckClass(string? text, string parameter) => AreEqual(Check(text, parameter), SchemaClass)
        ? throw new ArgumentException(
            $"'{text}' stands for the classes in schema queries and has no instances and no events: make a {nameof(WqlSchemaQuery)}.", parameter)
        : text!;

    /// <summary>A class that a data query can name: none of the event classes of the system.</summary>
    public static string CheckDataClass(string? text, string parameter) => IsSystemEvent(CheckClass(text, parameter))
        ? throw new ArgumentException($"'{text}' is a class of events, which has no instances to ask for: make a {nameof(WqlEventQuery)}.", parameter)
        : text!;

    /// <summary>Whether it names an event class of the system itself, such as <c>__InstanceCreationEvent</c> (Microsoft Learn: WMI System Classes).</summary>
    public static bool IsSystemEvent(string name) =>
        name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("Event", StringComparison.OrdinalIgnoreCase);

    public static bool AreEqual(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    public static int Hash(string name) => StringComparer.OrdinalIgnoreCase.GetHashCode(name);
}
