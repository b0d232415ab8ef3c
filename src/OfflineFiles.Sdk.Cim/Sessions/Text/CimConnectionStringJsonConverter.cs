using System.ComponentModel;
using System.Text.Json;
using OfflineFiles.Sdk.Cim;

namespace OfflineFiles.Sdk.Serialization;

/// <summary>Writes a connection string as its text, which holds no password. <see cref="CimConnectionString"/> names it; nobody else needs to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CimConnectionStringJsonConverter : JsonConverter<CimConnectionString>
{
    /// <inheritdoc/>
    public override CimConnectionString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return CimConnectionString.TryParse(text, out var connection, out var error) ? connection : throw new JsonException(error);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CimConnectionString value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.ToString());
    }
}
