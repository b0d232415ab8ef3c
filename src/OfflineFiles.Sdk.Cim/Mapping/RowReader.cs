using OfflineFiles.Sdk.Schema;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// Reads properties of one row by the schema of its class. A property the row does not have reads like NULL; a name the schema does not
/// have is a fault of the caller.
/// </summary>
internal readonly struct RowReader(CimClassSchema schema, CimRow row)
{
    private delegate bool Conversion<T>(object value, out T result);

    public string? String(string name) => Raw(name) switch
    {
        null => null,
        string text => text,
        var other => throw Unreadable(name, other),
    };

    public bool? Boolean(string name) => Read<bool>(name, CimValue.TryBoolean);

    public long? Integer(string name) => Read<long>(name, CimValue.TryInteger);

    public uint? Number(string name) => Read<uint>(name, CimValue.TryUInt32);

    public ushort? Short(string name) => Read<ushort>(name, CimValue.TryUInt16);

    public DateTimeOffset? Time(string name) => Read<DateTimeOffset>(name, CimValue.TryPointInTime);

    public IReadOnlyList<string>? Strings(string name) => Raw(name) switch
    {
        null => null,
        string[] texts => texts,
        // A transport of strings writes a list of one so.
        string text => text.Length == 0 ? null : [text],
        var other => throw Unreadable(name, other),
    };

    public RowReader? Object(string name) => Raw(name) switch
    {
        null => null,
        CimRow embedded => new RowReader(OfflineFilesSchema.Find(schema.Find(name)!.ClassName!)!, embedded),
        // A transport of strings writes NULL objects so.
        "" => null,
        var other => throw Unreadable(name, other),
    };

    private T? Read<T>(string name, Conversion<T> convert)
        where T : struct =>
        Raw(name) switch
        {
            null or "" => null,
            var value when convert(value, out var result) => result,
            var value => throw Unreadable(name, value),
        };

    private object? Raw(string name) => row[Property(name).Name];

    private CimPropertySchema Property(string name) =>
        schema.Find(name) ?? throw new ArgumentException($"{schema.Name} has no property {name}.", nameof(name));

    private OfflineFilesBackendException Unreadable(string name, object value) =>
        CimErrors.UnreadableValue(schema.Name, name, value, Property(name).Type.ToString());
}
