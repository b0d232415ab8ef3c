using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace OfflineFiles.Sdk.Serialization;

/// <summary>Writes a culture as its name. <see cref="Cim.CimBackendOptions"/> names it; nobody else needs to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CultureJsonConverter : JsonConverter<CultureInfo>
{
    /// <inheritdoc/>
    public override CultureInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A culture is its name in JSON, like \"en-US\".");
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException error)
        {
            throw new JsonException($"'{ReadableText.Of(name)}' is no culture that is known here. Write a name like en-US.", error);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CultureInfo value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Name);
    }
}
