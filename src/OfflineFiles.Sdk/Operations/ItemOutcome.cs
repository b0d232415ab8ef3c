using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The outcome of an operation for one path. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record ItemOutcome
{
    /// <summary>The path.</summary>
    public required UncPath Path { get; init; }

    /// <summary>The status of the path.</summary>
    public required OutcomeStatus Status { get; init; }

    /// <summary>The step that was taken; null if the operation is not a synchronisation or the backend does not report it.</summary>
    public SyncOperation? Action { get; init; }

    /// <summary>The state of both sides that was found; null if the operation is not a synchronisation or the backend does not report it.</summary>
    public SyncState? State { get; init; }

    /// <summary>The number of bytes moved for this item; 0 if no bytes were moved or the backend does not report it.</summary>
    public long Bytes { get; init; }

    /// <summary>The reason, in words; null if there is nothing to explain.</summary>
    public string? Message { get; init; }

    /// <summary>The HRESULT of the provider, or the HRESULT that fits the error; 0 if the operation succeeded.</summary>
    public int NativeCode { get; init; }

    /// <summary>
    /// True if the backend reported this very item. If false, the status is that of a call for several paths, or was never reported, and the
    /// item itself may have another outcome; query the item to know.
    /// </summary>
    /// <value>Default: true.</value>
    public bool IsReported { get; init; } = true;

    /// <summary>The error of <see cref="OutcomeStatus.Failed"/>; null otherwise, or if only a code is known.</summary>
    public Exception? Error { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString()
    {
        var what = Action is { } action ? $"{Status} ({action})" : Status.ToString();
        if (!IsReported) what += " (not reported by itself)";
        return ReadableText.Of(Message is null ? $"{Path}: {what}" : $"{Path}: {what}: {Message}");
    }
}
