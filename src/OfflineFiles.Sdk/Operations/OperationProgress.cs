using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>One step of a running operation. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record OperationProgress
{
    /// <summary>The operation.</summary>
    public required OfflineFilesOperation Operation { get; init; }

    /// <summary>What this step announces.</summary>
    public required ProgressReason Reason { get; init; }

    /// <summary>The item; null at the beginning and the end.</summary>
    public UncPath? Path { get; init; }

    /// <summary>What became of the item; null unless <see cref="Reason"/> is <see cref="ProgressReason.ItemResult"/>.</summary>
    public ItemOutcome? Outcome { get; init; }

    /// <summary>Items finished so far.</summary>
    public long ItemsDone { get; init; }

    /// <summary>Items there are to do; null when the backend cannot know.</summary>
    public long? ItemsTotal { get; init; }

    /// <summary>Bytes moved so far; null when the backend does not tell.</summary>
    public long? BytesDone { get; init; }

    /// <summary>Bytes there are to move; null when the backend cannot know.</summary>
    public long? BytesTotal { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() =>
        Path is null ? $"{Operation} {Reason}" : Outcome is null ? $"{Operation} {Reason} {Path}" : $"{Operation} {Outcome}";
}
