using System.ComponentModel;
using System.Text.Json;
using OfflineFiles.Sdk.Operations;

namespace OfflineFiles.Sdk.Serialization;

/// <summary>
/// Writes an <see cref="ItemOutcome"/> with what is recorded of its error, so that the generated code of a program never comes to the type of an
/// exception. <see cref="ItemOutcome"/> names it; nobody else needs to.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ItemOutcomeJsonConverter : JsonConverter<ItemOutcome>
{
    private static readonly WrittenTypes Types = new(WrittenOutcomeJson.Default);

    /// <inheritdoc/>
    public override ItemOutcome Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, Types.InfoOf<WrittenOutcome>(options))!.ToOutcome();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ItemOutcome value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, WrittenOutcome.Of(Guard.NotNull(value)), Types.InfoOf<WrittenOutcome>(options));
}
