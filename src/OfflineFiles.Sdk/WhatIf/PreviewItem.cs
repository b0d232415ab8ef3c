using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>What an operation would do to one path. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record PreviewItem
{
    /// <summary>The path.</summary>
    public required UncPath Path { get; init; }

    /// <summary>What it is; null when it is not in the cache.</summary>
    public OfflineFilesItemType? ItemType { get; init; }

    /// <summary>What would become of it.</summary>
    public required PreviewVerdict Verdict { get; init; }

    /// <summary>Why, or what it would become; null when there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() => Reason is null ? $"{Path}: {Verdict}" : $"{Path}: {Verdict}: {Reason}";
}
