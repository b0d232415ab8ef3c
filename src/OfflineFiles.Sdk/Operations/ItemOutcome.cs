using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>What became of one path in an operation. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record ItemOutcome
{
    /// <summary>The path.</summary>
    public required UncPath Path { get; init; }

    /// <summary>What became of it.</summary>
    public required OutcomeStatus Status { get; init; }

    /// <summary>What was being done to it; null when the operation is no synchronisation or the backend does not tell.</summary>
    public SyncOperation? Action { get; init; }

    /// <summary>How the two sides stood; null when the operation is no synchronisation or the backend does not tell.</summary>
    public SyncState? State { get; init; }

    /// <summary>Bytes moved for this item; 0 when none were or the backend does not tell.</summary>
    public long Bytes { get; init; }

    /// <summary>Why, in words; null when there is nothing to say.</summary>
    public string? Message { get; init; }

    /// <summary>The HRESULT of the provider, or the one that fits the error; 0 when it went well.</summary>
    public int NativeCode { get; init; }

    /// <summary>
    /// Whether the backend told of this very item. False: the status is that of a call about several paths, or was never told at all, and the
    /// item by itself may have fared otherwise; query it to know.
    /// </summary>
    /// <value>Default: true.</value>
    public bool IsReported { get; init; } = true;

    /// <summary>The error behind <see cref="OutcomeStatus.Failed"/>; null otherwise or when only a code is known.</summary>
    public Exception? Error { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString()
    {
        var what = Action is { } action ? $"{Status} ({action})" : Status.ToString();
        if (!IsReported) what += " (not reported by itself)";
        return Message is null ? $"{Path}: {what}" : $"{Path}: {what}: {Message}";
    }
}
