using System.ComponentModel;
using System.Text.Json;

namespace OfflineFiles.Sdk.Serialization;

/// <summary>Writes a <see cref="UncPath"/> as its text and reads it from a text. <see cref="UncPath"/> names it; nobody else needs to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UncPathJsonConverter : JsonConverter<UncPath>
{
    /// <inheritdoc/>
    public override UncPath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Parse(reader.GetString())
            : throw new JsonException($"A UNC path is a text in JSON, and here is {reader.TokenType}. Write it in quotes, each backslash doubled.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, UncPath value, JsonSerializerOptions options) =>
        Guard.NotNull(writer).WriteStringValue(Guard.NotNull(value).IsPath ? value.ToString() : null);

    /// <inheritdoc/>
    public override UncPath ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, UncPath value, JsonSerializerOptions options) =>
        Guard.NotNull(writer).WritePropertyName(Guard.NotNull(value).ToString());

    private static UncPath Parse(string? text)
    {
        try
        {
            return UncPath.Parse(text!);
        }
        catch (InvalidUncPathException error)
        {
            throw new JsonException(error.Message, error);
        }
    }
}
