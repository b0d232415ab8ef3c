using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>A step of a running operation. Immutable.</summary>
/// <remarks>
/// <para>
/// What is done never becomes less, and is never more than its total. The embedded backend counts the items and bytes of the whole operation before
/// the first item, if there is somebody to tell, and puts a total right with the result of an item that turns out otherwise: one that fails, or that
/// somebody changed meanwhile. The last step of an operation that was not stopped has reached its totals. A large file is told of again, with
/// <see cref="ProgressReason.ItemBegin"/>, after each 256 KiB that were moved.
/// </para>
/// <para>The provider of Windows tells of items and nothing else: there the totals and the bytes are null.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record OperationProgress
{
    /// <summary>The operation.</summary>
    public required OfflineFilesOperation Operation { get; init; }

    /// <summary>The kind of the step.</summary>
    public required ProgressReason Reason { get; init; }

    /// <summary>The path of the item; null at the start and the end of the operation.</summary>
    public UncPath? Path { get; init; }

    /// <summary>The outcome for the item; null unless <see cref="Reason"/> is <see cref="ProgressReason.ItemResult"/>.</summary>
    public ItemOutcome? Outcome { get; init; }

    /// <summary>The number of items finished so far.</summary>
    public long ItemsDone { get; init; }

    /// <summary>The number of items of the whole operation; null if the backend does not know it.</summary>
    public long? ItemsTotal { get; init; }

    /// <summary>The number of bytes moved so far, in vain or not; null if the backend does not report it.</summary>
    public long? BytesDone { get; init; }

    /// <summary>The number of bytes that the whole operation moves; null if the backend does not know it.</summary>
    public long? BytesTotal { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() =>
        ReadableText.Of(Path is null ? $"{Operation} {Reason}" : Outcome is null ? $"{Operation} {Reason} {Path}" : $"{Operation} {Outcome}");
}
