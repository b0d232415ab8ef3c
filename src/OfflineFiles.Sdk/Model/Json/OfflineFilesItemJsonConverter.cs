using System.ComponentModel;
using System.Text.Json;
using OfflineFiles.Sdk.Model.Json;

namespace OfflineFiles.Sdk.Serialization;

/// <summary>
/// Writes the members that an <see cref="OfflineFilesItem"/> holds and leaves out the others; an item that is read holds the same members.
/// <see cref="OfflineFilesItem"/> names it; nobody else needs to.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OfflineFilesItemJsonConverter : JsonConverter<OfflineFilesItem>
{
    /// <inheritdoc/>
    public override OfflineFilesItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Guard.NotNull(options);
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException($"An item is an object in JSON, and here is {reader.TokenType}.");
        string? path = null;
        string? origin = null;
        ItemMembers? loaded = null;
        var values = new List<(ItemContentMember Member, object? Value)>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (Is(nameof(OfflineFilesItem.ItemPath), name, options)) path = reader.GetString();
            else if (Is(nameof(OfflineFilesItem.Origin), name, options)) origin = reader.GetString();
            else if (Is(nameof(OfflineFilesItem.LoadedMembers), name, options)) loaded = (ItemMembers?)Value(ref reader, typeof(ItemMembers), options);
            else if (ItemContent.Members.FirstOrDefault(member => Is(member.Name, name, options)) is { } member)
                values.Add((member, Value(ref reader, member.Type, options)));
            else reader.Skip();
        }

        // What says nothing of what it holds, holds what it has.
        var item = new OfflineFilesItem(path ?? throw new JsonException("An item has no ItemPath here, which is its key. Write it."))
        {
            LoadedMembers = loaded ?? values.Aggregate(ItemMembers.ItemPath, (members, value) => members | value.Member.Flag),
            Origin = origin,
        };
        foreach (var (member, value) in values) Give(item, member, value);
        return item;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, OfflineFilesItem value, JsonSerializerOptions options)
    {
        Guard.NotNull(options);
        Guard.NotNull(writer).WriteStartObject();
        writer.WriteString(NameOf(nameof(OfflineFilesItem.ItemPath), options), Guard.NotNull(value).ItemPath);
        if (UncPath.TryParse(value.ItemPath, out var path)) writer.WriteString(NameOf(nameof(OfflineFilesItem.Path), options), path.ToString());
        Write(writer, nameof(OfflineFilesItem.LoadedMembers), value.LoadedMembers, typeof(ItemMembers), options);
        if (value.Origin is { } origin) writer.WriteString(NameOf(nameof(OfflineFilesItem.Origin), options), origin);
        foreach (var member in ItemContent.Of(value)) Write(writer, member.Name, member.Read(value), member.Type, options);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, object? value, Type type, JsonSerializerOptions options)
    {
        if (value is null && options.DefaultIgnoreCondition is JsonIgnoreCondition.WhenWritingNull or JsonIgnoreCondition.WhenWritingDefault) return;
        writer.WritePropertyName(NameOf(name, options));
        JsonSerializer.Serialize(writer, value, ItemMembersJson.InfoOf(type, options));
    }

    private static object? Value(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, ItemMembersJson.InfoOf(type, options));

    private static void Give(OfflineFilesItem item, ItemContentMember member, object? value)
    {
        if (value is null && member.Type.IsValueType && Nullable.GetUnderlyingType(member.Type) is null)
            throw new JsonException($"{member.Name} of {item.ItemPath} is null here, which it cannot be.");
        member.Write(item, value);
    }

    private static string NameOf(string member, JsonSerializerOptions options) => options.PropertyNamingPolicy?.ConvertName(member) ?? member;

    // What was written by another program, or by another serializer, may have other case.
    private static bool Is(string member, string name, JsonSerializerOptions options) =>
        WqlName.AreEqual(member, name) || NameOf(member, options) == name;
}
