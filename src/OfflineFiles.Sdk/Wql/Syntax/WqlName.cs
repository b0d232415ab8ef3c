namespace OfflineFiles.Sdk.Wql;

/// <summary>What may be the name of a class or of a property, and when two names are the same.</summary>
internal static class WqlName
{
    /// <summary>The class that only schema queries select from.</summary>
    public const string SchemaClass = "meta_class";

    public static bool IsName(string? text)
    {
        if (string.IsNullOrEmpty(text) || !WqlCharacter.IsLetter(text![0])) return false;
        foreach (var c in text)
            if (!WqlCharacter.IsLetterOrDigit(c)) return false;
        return WqlReservedWords.Recognize(text.AsSpan()) == WqlTokenKind.Name;
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
