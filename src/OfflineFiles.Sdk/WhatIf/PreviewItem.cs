using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The preview of an operation for one path. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record PreviewItem
{
    /// <summary>The path.</summary>
    public required UncPath Path { get; init; }

    /// <summary>The type of the item; null if it is not in the cache.</summary>
    public OfflineFilesItemType? ItemType { get; init; }

    /// <summary>What the operation would do to the item.</summary>
    public required PreviewVerdict Verdict { get; init; }

    /// <summary>The reason, or the resulting state; null if there is nothing to explain.</summary>
    public string? Reason { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() => ReadableText.Of(Reason is null ? $"{Path}: {Verdict}" : $"{Path}: {Verdict}: {Reason}");
}
