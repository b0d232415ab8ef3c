using System.ComponentModel;
using System.Text.Json;
using OfflineFiles.Sdk.Backends.Rows;

namespace OfflineFiles.Sdk.Serialization;

/// <summary>
/// Writes a <see cref="WqlRow"/> as an object of its properties, and reads such an object. <see cref="WqlRow"/> names it; nobody else needs to.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WqlRowJsonConverter : JsonConverter<WqlRow>
{
    /// <inheritdoc/>
    public override WqlRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject
            ? Row(ref reader)
            : throw new JsonException($"A row is an object in JSON, and here is {reader.TokenType}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, WqlRow value, JsonSerializerOptions options) => Write(Guard.NotNull(writer), Guard.NotNull(value));

    private static void Write(Utf8JsonWriter writer, WqlRow row)
    {
        writer.WriteStartObject();
        foreach (var name in row.Names)
        {
            writer.WritePropertyName(name);
            Write(writer, RowValue.Written(row[name]));
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case WqlRow row: Write(writer, row); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case long number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case DateTimeOffset time: writer.WriteStringValue(time); break;
            case object?[] values:
                writer.WriteStartArray();
                foreach (var each in values) Write(writer, each);
                writer.WriteEndArray();
                break;
            default: writer.WriteStringValue((string)value); break;
        }
    }

    private static WqlRow Row(ref Utf8JsonReader reader)
    {
        var values = new List<KeyValuePair<string, object?>>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            values.Add(new(name, Value(ref reader)));
        }

        return WqlRow.OfWritten(values);
    }

    private static object? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.StartObject => Row(ref reader),
        JsonTokenType.StartArray => Values(ref reader),
        _ => Number(ref reader),
    };

    private static object?[] Values(ref Utf8JsonReader reader)
    {
        var values = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) values.Add(Value(ref reader));
        return [.. values];
    }

    private static object Number(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var whole)) return whole;
        return reader.TryGetUInt64(out var large) ? large : reader.GetDouble();
    }
}
