using System.Globalization;
using System.Runtime.Serialization;
using OfflineFiles.Sdk.Backends.Rows;

namespace OfflineFiles.Sdk;

/// <content>
/// A row that is written is an object of its properties, for serializers that know the conventions of .NET, such as Newtonsoft.Json. One that is read
/// has no class, unless <c>__CLASS</c> was selected, and the values as they were written: a time is a text.
/// </content>
[Serializable]
public sealed partial class WqlRow : ISerializable
{
    private const string ClassProperty = "__CLASS";

    private WqlRow(SerializationInfo info, StreamingContext context)
        : this(ClassIn(Read(info)), Read(info))
    {
    }

    void ISerializable.GetObjectData(SerializationInfo info, StreamingContext context)
    {
        Guard.NotNull(info);
        foreach (var name in Names) info.AddValue(name, RowValue.Written(this[name]));
    }

    internal static WqlRow OfWritten(IReadOnlyCollection<KeyValuePair<string, object?>> values) => new(ClassIn(values), values);

    private static string ClassIn(IReadOnlyCollection<KeyValuePair<string, object?>> values) =>
        values.FirstOrDefault(value => WqlName.AreEqual(value.Key, ClassProperty)).Value as string ?? "";

    private static List<KeyValuePair<string, object?>> Read(SerializationInfo info)
    {
        var values = new List<KeyValuePair<string, object?>>();
        foreach (var entry in Guard.NotNull(info)) values.Add(new(entry.Name, Value(info, entry.Name, entry.Value)));
        return values;
    }

    // A serializer may hold an object of its own for what it read, which tells its kind by what it converts to and by its text.
    private static object? Value(SerializationInfo info, string name, object? value) => value switch
    {
        null or WqlRow or Array or DateTimeOffset => value,
        IConvertible simple => Simple(simple),
        _ when value.ToString()?.TrimStart() is ['{', ..] => info.GetValue(name, typeof(WqlRow)),
        _ => info.GetValue(name, typeof(object[])),
    };

    // A whole number beyond long is an object of the serializer, too.
    private static object Large(string text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : text;

    private static object? Simple(IConvertible value) => value.GetTypeCode() switch
    {
        TypeCode.Empty or TypeCode.DBNull => null,
        TypeCode.Object => Large(value.ToString(CultureInfo.InvariantCulture)),
        TypeCode.DateTime => new DateTimeOffset(value.ToDateTime(CultureInfo.InvariantCulture).ToUniversalTime()),
        var code => Convert.ChangeType(value, code, CultureInfo.InvariantCulture),
    };
}
