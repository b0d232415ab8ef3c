using System.ComponentModel;
using System.Text.Json;
using OfflineFiles.Sdk.Embedded;

namespace OfflineFiles.Sdk.Serialization;

/// <summary>Writes a mapping as its share and its directory. <see cref="ShareMapping"/> names it; nobody else needs to.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ShareMappingJsonConverter : JsonConverter<ShareMapping>
{
    /// <inheritdoc/>
    public override ShareMapping Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException($"A mapping is an object in JSON, and here is {reader.TokenType}.");
        string? share = null;
        var directory = "";
        var usesMarker = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name.Equals(nameof(ShareMapping.Share), StringComparison.OrdinalIgnoreCase)) share = reader.GetString();
            else if (name.Equals(nameof(ShareMapping.Directory), StringComparison.OrdinalIgnoreCase)) directory = reader.GetString() ?? "";
            else if (name.Equals(nameof(ShareMapping.UsesMarker), StringComparison.OrdinalIgnoreCase)) usesMarker = reader.GetBoolean();
            else reader.Skip();
        }

        return new ShareMapping(share, directory) { UsesMarker = usesMarker };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ShareMapping value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString(NameOf(nameof(ShareMapping.Share), options), value.ShareText);
        writer.WriteString(NameOf(nameof(ShareMapping.Directory), options), value.Directory);
        if (!value.UsesMarker) writer.WriteBoolean(NameOf(nameof(ShareMapping.UsesMarker), options), false);
        writer.WriteEndObject();
    }

    private static string NameOf(string member, JsonSerializerOptions options) => options.PropertyNamingPolicy?.ConvertName(member) ?? member;
}
