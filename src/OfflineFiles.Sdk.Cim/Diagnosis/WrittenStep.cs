namespace OfflineFiles.Sdk.Cim.Diagnosis;

/// <summary>What is written of a <see cref="CimConnectionStep"/>.</summary>
internal sealed class WrittenStep
{
    public CimConnectionPart Part { get; init; }

    public CimConnectionOutcome Outcome { get; init; }

    public TimeSpan Duration { get; init; }

    public string? Detail { get; init; }

    public RecordedError? Error { get; init; }
}

[JsonSerializable(typeof(WrittenStep))]
internal sealed partial class WrittenStepJson : JsonSerializerContext;
