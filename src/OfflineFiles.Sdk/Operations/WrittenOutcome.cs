using System.Text.Json;

namespace OfflineFiles.Sdk.Operations;

/// <summary>What is written of a <see cref="ItemOutcome"/>.</summary>
internal sealed class WrittenOutcome
{
    /// <summary>Null for a text that is no path, and then left out by those who write no null.</summary>
    public UncPath? Path { get; init; }

    public string? Input { get; init; }

    public required OutcomeStatus Status { get; init; }

    public SyncOperation? Action { get; init; }

    public SyncState? State { get; init; }

    public long Bytes { get; init; }

    public string? Message { get; init; }

    public int NativeCode { get; init; }

    public bool IsReported { get; init; } = true;

    public RecordedError? Error { get; init; }

    public static WrittenOutcome Of(ItemOutcome outcome) => new()
    {
        Path = outcome.Input is null ? outcome.Path : null,
        Input = outcome.Input,
        Status = outcome.Status,
        Action = outcome.Action,
        State = outcome.State,
        Bytes = outcome.Bytes,
        Message = outcome.Message,
        NativeCode = outcome.NativeCode,
        IsReported = outcome.IsReported,
        Error = RecordedError.Of(outcome.Error),
    };

    public ItemOutcome ToOutcome() => new()
    {
        Path = Path ?? (Input is null ? throw new JsonException("An outcome has neither Path nor Input here. Write one of them.") : null!),
        Input = Input,
        Status = Status,
        Action = Action,
        State = State,
        Bytes = Bytes,
        Message = Message,
        NativeCode = NativeCode,
        IsReported = IsReported,
        Error = Error?.ToException(),
    };
}

[JsonSerializable(typeof(WrittenOutcome))]
internal sealed partial class WrittenOutcomeJson : JsonSerializerContext;
