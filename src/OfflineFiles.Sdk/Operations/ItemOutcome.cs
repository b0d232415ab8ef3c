using System.Diagnostics;
using System.Runtime.Serialization;

namespace OfflineFiles.Sdk;

/// <summary>The outcome of an operation for one path. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[DataContract]
[JsonConverter(typeof(ItemOutcomeJsonConverter))]
public sealed partial record ItemOutcome
{
    /// <summary>The path. If <see cref="Input"/> is not null there is none: it then holds that text, and no operation takes it.</summary>
    [DataMember]
    public required UncPath Path
    {
        // What is no path is not written, and read again from the text that was given.
        get => field ?? UncPath.OfBadText(Input ?? "");
        init => field = value is { IsPath: true } ? value : null;
    }

    /// <summary>The text that was given for a path and is none, as it was given; null if there is a path. See <see cref="UncPathList"/>.</summary>
    [DataMember]
    public string? Input { get; init; }

    /// <summary>The status of the path.</summary>
    [DataMember]
    public required OutcomeStatus Status { get; init; }

    /// <summary>The step that was taken; null if the operation is not a synchronisation or the backend does not report it.</summary>
    [DataMember]
    public SyncOperation? Action { get; init; }

    /// <summary>The state of both sides that was found; null if the operation is not a synchronisation or the backend does not report it.</summary>
    [DataMember]
    public SyncState? State { get; init; }

    /// <summary>The number of bytes moved for this item; 0 if no bytes were moved or the backend does not report it.</summary>
    [DataMember]
    public long Bytes { get; init; }

    /// <summary>The reason, in words; null if there is nothing to explain.</summary>
    [DataMember]
    public string? Message { get; init; }

    /// <summary>The HRESULT of the provider, or the HRESULT that fits the error; 0 if the operation succeeded.</summary>
    [DataMember]
    public int NativeCode { get; init; }

    /// <summary>
    /// True if the backend reported this very item. If false, the status is that of a call for several paths, or was never reported, and the
    /// item itself may have another outcome; query the item to know.
    /// </summary>
    /// <value>Default: true.</value>
    [DataMember]
    public bool IsReported { get; init; } = true;

    /// <summary>The error of <see cref="OutcomeStatus.Failed"/>; null otherwise, or if only a code is known.</summary>
    public Exception? Error { get; init; }

    // What a serializer of data contracts writes and reads of the error; Newtonsoft.Json goes by them too.
    [DataMember(Name = nameof(Error))]
    private RecordedError? WrittenError
    {
        get => RecordedError.Of(Error);
        init => Error = value?.ToException();
    }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString()
    {
        var what = Action is { } action ? $"{Status} ({action})" : Status.ToString();
        if (!IsReported) what += " (not reported by itself)";
        return ReadableText.Of(Message is null ? $"{Path}: {what}" : $"{Path}: {what}: {Message}");
    }
}
