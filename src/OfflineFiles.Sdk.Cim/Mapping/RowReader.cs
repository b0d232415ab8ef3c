using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// Reads properties of one row by their positions in the schema of its class. A property the row does not have reads like NULL. Values that
/// arrive typed cost an index and a test of their type.
/// </summary>
internal readonly struct RowReader
{
    private readonly CimClassSchema _schema;
    private readonly CimRow _row;
    private readonly CimRow _whole;
    private readonly int[] _indexes;

    public RowReader(CimClassSchema schema, CimRow row)
        : this(schema, row, row)
    {
    }

    private RowReader(CimClassSchema schema, CimRow row, CimRow whole)
    {
        _schema = schema;
        _row = row;
        _whole = whole;
        _indexes = row.Shape.IndexesOf(schema);
    }

    private delegate bool Conversion<T>(object value, out T result);

    public string? String(int property) => Raw(property) switch
    {
        null => null,
        string text => text,
        var other => throw Unreadable(property, other),
    };

    public bool? Boolean(int property) => Raw(property) switch
    {
        bool truth => truth,
        var value => Convert<bool>(property, value, CimValue.TryBoolean),
    };

    public long? Integer(int property) => Raw(property) switch
    {
        long number => number,
        var value => Convert<long>(property, value, CimValue.TryInteger),
    };

    public uint? Number(int property) => Raw(property) switch
    {
        uint number => number,
        var value => Convert<uint>(property, value, CimValue.TryUInt32),
    };

    public ushort? Short(int property) => Convert<ushort>(property, Raw(property), CimValue.TryUInt16);

    public DateTimeOffset? Time(int property) => Raw(property) switch
    {
        DateTimeOffset point => point.ToUniversalTime(),
        { } value when CimTime.IsUnknown(value) => null,
        var value => Convert<DateTimeOffset>(property, value, CimTime.TryRead),
    };

    public IReadOnlyList<string>? Strings(int property) => Raw(property) switch
    {
        null => null,
        string[] texts => texts,
        // A transport of strings writes a list of one so.
        string text => text.Length == 0 ? null : [text],
        object?[] many when Array.TrueForAll(many, one => one is string) => Array.ConvertAll(many, one => (string)one!),
        var other => throw Unreadable(property, other),
    };

    /// <summary>An embedded object, to be read by the schema of its own class.</summary>
    public RowReader? Object(int property, CimClassSchema schema) => Raw(property) switch
    {
        null => null,
        CimRow embedded => new RowReader(schema, embedded, _whole),
        // A transport of strings writes NULL objects so.
        "" => null,
        var other => throw Unreadable(property, other),
    };

    /// <summary>The error that a value is none of its type; what is told of the row is its key.</summary>
    public OfflineFilesBackendException Unreadable(int property, object? value) => CimErrors.UnreadableValue(
        _schema.Name, _schema.Properties[property], value, _whole["ItemPath"] as string);

    private T? Convert<T>(int property, object? value, Conversion<T> convert)
        where T : struct =>
        value switch
        {
            null or "" => null,
            _ when convert(value, out var result) => result,
            _ => throw Unreadable(property, value),
        };

    private object? Raw(int property) => _row[_indexes[property]];
}
