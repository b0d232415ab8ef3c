using System.ComponentModel;
using System.Text.Json;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Cim.Diagnosis;

namespace OfflineFiles.Sdk.Serialization;

/// <summary>
/// Writes a <see cref="CimConnectionStep"/> with what is recorded of its error, so that the generated code of a program never comes to the type of an
/// exception. <see cref="CimConnectionStep"/> names it; nobody else needs to.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CimConnectionStepJsonConverter : JsonConverter<CimConnectionStep>
{
    private static readonly WrittenTypes Types = new(WrittenStepJson.Default);

    /// <inheritdoc/>
    public override CimConnectionStep Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var written = JsonSerializer.Deserialize(ref reader, Types.InfoOf<WrittenStep>(options))!;
        return new CimConnectionStep
        {
            Part = written.Part,
            Outcome = written.Outcome,
            Duration = written.Duration,
            Detail = written.Detail,
            Error = written.Error?.ToException(),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CimConnectionStep value, JsonSerializerOptions options) => JsonSerializer.Serialize(
        writer,
        new WrittenStep
        {
            Part = value.Part,
            Outcome = value.Outcome,
            Duration = value.Duration,
            Detail = value.Detail,
            Error = RecordedError.Of(value.Error),
        },
        Types.InfoOf<WrittenStep>(options));
}
