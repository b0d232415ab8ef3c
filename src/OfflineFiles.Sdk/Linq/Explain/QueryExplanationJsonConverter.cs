using System.ComponentModel;
using System.Text.Json;
using OfflineFiles.Sdk.Linq.Explain;

namespace OfflineFiles.Sdk.Serialization;

/// <summary>
/// Writes a <see cref="QueryExplanation"/> with what is recorded of its refusal, so that the generated code of a program never comes to the type of an
/// exception. It is not read: only the library makes one. <see cref="QueryExplanation"/> names it; nobody else needs to.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class QueryExplanationJsonConverter : JsonConverter<QueryExplanation>
{
    private static readonly WrittenTypes Types = new(WrittenExplanationJson.Default);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override QueryExplanation Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("An explanation cannot be read: it is made by Explain() of a query.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, QueryExplanation value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new WrittenExplanation(Guard.NotNull(value)), Types.InfoOf<WrittenExplanation>(options));
}
