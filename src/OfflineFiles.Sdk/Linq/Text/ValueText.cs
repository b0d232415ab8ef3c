using System.Collections;
using System.Globalization;
using System.Text;

namespace OfflineFiles.Sdk.Linq.Text;

/// <summary>Writes values nearly as the literals of C#.</summary>
internal static class ValueText
{
    private const int LongestText = 200;

    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => OfText(text),
        char c => $"'{(c == '\'' ? @"\'" : c == '"' ? "\"" : Escape(c))}'",
        bool boolean => boolean ? "true" : "false",
        Enum named => OfEnum(named),
        DateTimeOffset point => point.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        DateTime point => point.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        IItemQueryRoot => "cache.Items",
        Type type => $"typeof({TypeText.Of(type)})",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IWrittenValue written => written.Text,
        UncPath or OfflineFilesItem or ValueType => value.ToString()!,
        _ => TypeText.Of(value.GetType()),
    };

    /// <summary>Whether it is written where something is read of it; other objects are left out, as <c>this</c> is.</summary>
    public static bool IsLiteral(object? value) =>
        value is null or ValueType or string or Type or IFormattable or IEnumerable or IWrittenValue or UncPath or OfflineFilesItem;

    /// <summary>Whether the text says which value it is, and not only which type.</summary>
    public static bool TellsValue(object? value) =>
        value is null or string or bool or char or Type or IFormattable or IItemQueryRoot or IWrittenValue or UncPath or OfflineFilesItem;

    /// <summary>Whether several members of an enum make the value.</summary>
    public static bool IsCombined(Enum value) => value.ToString().Contains(", ");

    private static string OfEnum(Enum value)
    {
        var type = TypeText.Of(value.GetType());
        var names = value.ToString();
        if (names == "0") return names;
        return char.IsLetter(names[0]) || names[0] == '_'
            ? string.Join(" | ", names.Split([", "], StringSplitOptions.None).Select(name => $"{type}.{name}"))
            : $"({type}){names}";
    }

    // Paths are full of backslashes, which a verbatim string leaves single.
    private static string OfText(string text)
    {
        if (text.Length > LongestText) text = ReadableText.Of(text, LongestText);
        if (text.Any(c => c == '\\') && ReadableText.IsReadable(text)) return $"@\"{text.Replace("\"", "\"\"")}\"";
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text) escaped.Append(Escape(c));
        return escaped.Append('"').ToString();
    }

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        '\0' => @"\0",
        _ when char.IsControl(c) => $"\\u{(int)c:X4}",
        _ => c.ToString(),
    };
}

/// <summary>A value that only this library puts into an expression. Calls that take it first are written as if they were methods of it.</summary>
internal interface IWrittenValue
{
    string Text { get; }
}
