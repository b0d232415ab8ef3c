using System.Globalization;

namespace OfflineFiles.Sdk.Display;

/// <summary>
/// What a tool shows of an object: a column for each member, in the order in which people look for them. Reading a column asks nobody and throws
/// nothing, and yields a value that needs no look inside: a text, a number, a time, an enum, or a list of objects that have a table themselves.
/// </summary>
internal sealed class MemberTable<T>
{
    private readonly List<Column> _columns = [];

    public IEnumerable<string> NamesOf(T shown) => ColumnsOf(shown).Select(column => column.Name);

    public IEnumerable<Type> TypesOf(T shown) => ColumnsOf(shown).Select(column => column.Type);

    public IEnumerable<object?> ValuesOf(T shown) => ColumnsOf(shown).Select(column => column.Read(shown));

    /// <summary>Adds a number, a time, a truth or an enum. A grid has columns of these types, but none of nullable ones.</summary>
    public MemberTable<T> Value<TValue>(string name, Func<T, TValue> read, Func<T, bool>? isHeld = null) =>
        Add(name, Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue), shown => read(shown), isHeld);

    /// <summary>Adds a text, or what is shown as one: a path, an error, an object that one line says enough about.</summary>
    public MemberTable<T> Text(string name, Func<T, object?> read, Func<T, bool>? isHeld = null) =>
        Add(name, typeof(string), shown => DisplayText.Of(read(shown)), isHeld);

    /// <summary>Adds texts, one below the other.</summary>
    public MemberTable<T> Texts(string name, Func<T, IEnumerable<string>?> read, Func<T, bool>? isHeld = null) =>
        Add(name, typeof(string[]), shown => read(shown)?.Select(text => DisplayText.Of(text)!).ToArray(), isHeld);

    /// <summary>Adds a list of objects, which become a table in the table.</summary>
    public MemberTable<T> Rows<TRow>(string name, Func<T, IReadOnlyList<TRow>?> read, Func<T, bool>? isHeld = null) =>
        Add(name, typeof(IReadOnlyList<TRow>), read, isHeld);

    /// <summary>Adds an HRESULT, written as people search for it; 0 is no code.</summary>
    public MemberTable<T> Code(string name, Func<T, int?> read) =>
        Text(name, shown => read(shown) is { } code && code != 0 ? string.Format(CultureInfo.InvariantCulture, "0x{0:X8}", code) : null);

    private MemberTable<T> Add(string name, Type type, Func<T, object?> read, Func<T, bool>? isHeld)
    {
        _columns.Add(new Column(name, type, read, isHeld));
        return this;
    }

    private IEnumerable<Column> ColumnsOf(T shown) => _columns.Where(column => column.IsHeld?.Invoke(shown) != false);

    private sealed record Column(string Name, Type Type, Func<T, object?> Read, Func<T, bool>? IsHeld);
}

/// <summary>Writes a value as one text that people can read.</summary>
internal static class DisplayText
{
    public static string? Of(object? value) => value switch
    {
        null => null,
        Exception error => ReadableText.Of($"{error.GetType().Name}: {error.Message}", 4 * ReadableText.Longest),
        _ => ReadableText.Of(value.ToString(), 4 * ReadableText.Longest),
    };
}
