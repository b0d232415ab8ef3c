using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>The preview of an operation for one path. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record PreviewItem
{
    /// <summary>The path. If <see cref="Input"/> is not null there is none: it then holds that text, and no operation takes it.</summary>
    public required UncPath Path
    {
        // What is no path is not written, and read again from the text that was given.
        get => field ?? UncPath.OfBadText(Input ?? "");
        init => field = value is { IsPath: true } ? value : null;
    }

    /// <summary>The text that was given for a path and is none, as it was given; null if there is a path. See <see cref="UncPathList"/>.</summary>
    public string? Input { get; init; }

    /// <summary>The type of the item; null if it is not in the cache.</summary>
    public OfflineFilesItemType? ItemType { get; init; }

    /// <summary>What the operation would do to the item.</summary>
    public required PreviewVerdict Verdict { get; init; }

    /// <summary>The reason, or the resulting state; null if there is nothing to explain.</summary>
    public string? Reason { get; init; }

    /// <summary>Returns a short text for people.</summary>
    public override string ToString() => ReadableText.Of(Reason is null ? $"{Path}: {Verdict}" : $"{Path}: {Verdict}: {Reason}");
}
