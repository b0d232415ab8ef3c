using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;

namespace OfflineFiles.Sdk.Cim.Mapping;

/// <summary>
/// Reads properties of one row by their positions in the schema of its class. A property the row does not have reads like NULL. Values that
/// arrive typed cost an index and a test of their type.
/// </summary>
internal readonly struct RowReader
{
    private static readonly Conversion<bool> ToBoolean = CimValue.TryBoolean;
    private static readonly Conversion<long> ToInteger = CimValue.TryInteger;
    private static readonly Conversion<uint> ToNumber = CimValue.TryUInt32;
    private static readonly Conversion<ushort> ToShort = CimValue.TryUInt16;
    private static readonly Conversion<DateTimeOffset> ToTime = CimTime.TryRead;

    // A struct of four fields that lives in one method costs no more than four variables.
    private readonly CimClassSchema _schema;
    private readonly CimRow _whole;
    private readonly int[] _indexes;
    private readonly object?[] _items;

    /// <param name="schema">The schema of the row's class.</param>
    /// <param name="row">The row.</param>
    /// <param name="whole">The row that holds it, for errors; the row itself where none does.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RowReader(CimClassSchema schema, CimRow row, CimRow whole)
    {
        _schema = schema;
        _whole = whole;
        _indexes = row.Shape.IndexesOf(schema);
        _items = row.Items;
    }

    private delegate bool Conversion<T>(object value, out T result);

    public string? String(int property) => Raw(property) switch
    {
        null => null,
        string text => text,
        var other => throw Unreadable(property, other),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool? Boolean(int property) => Raw(property) switch
    {
        null => null,
        bool truth => truth,
        var value => Convert(property, value, ToBoolean),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long? Integer(int property) => Raw(property) switch
    {
        null => null,
        long number => number,
        var value => Convert(property, value, ToInteger),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint? Number(int property) => Raw(property) switch
    {
        null => null,
        uint number => number,
        var value => Convert(property, value, ToNumber),
    };

    public ushort? Short(int property) => Convert(property, Raw(property), ToShort);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DateTimeOffset? Time(int property) => Raw(property) switch
    {
        null => null,
        DateTimeOffset point => CimTime.Utc(point),
        var value => Convert(property, value, ToTime),
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

    /// <summary>An embedded object.</summary>
    public CimRow? Object(int property) => Raw(property) switch
    {
        null => null,
        CimRow embedded => embedded,
        // A transport of strings writes NULL objects so.
        "" => null,
        var other => throw Unreadable(property, other),
    };

    // For members that cannot be null: zero where the provider leaves NULL.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool BooleanOrZero(int property) => Raw(property) is bool truth ? truth : ConvertOrZero(property, ToBoolean);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long IntegerOrZero(int property) => Raw(property) is long number ? number : ConvertOrZero(property, ToInteger);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NumberOrZero(int property) => Raw(property) is uint number ? number : ConvertOrZero(property, ToNumber);

    /// <summary>The error that a value is none of its type; what is told of the row is its key.</summary>
    public OfflineFilesBackendException Unreadable(int property, object? value) => CimErrors.UnreadableValue(
        _schema.Name, _schema.Properties[property], value, _whole["ItemPath"] as string);

    private T ConvertOrZero<T>(int property, Conversion<T> convert)
        where T : struct =>
        Convert(property, Raw(property), convert) ?? default;

    private T? Convert<T>(int property, object? value, Conversion<T> convert)
        where T : struct =>
        value switch
        {
            null or "" or CimTime.Unknown => null,
            _ when convert(value, out var result) => result,
            _ => throw Unreadable(property, value),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private object? Raw(int property)
    {
        var index = _indexes[property];
        return (uint)index < (uint)_items.Length ? _items[index] : null;
    }
}
