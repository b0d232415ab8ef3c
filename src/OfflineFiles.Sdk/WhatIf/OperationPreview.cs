using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>What an operation would do, path by path, as the cache stood when it was asked. Immutable.</summary>
/// <remarks>It has an item for each path the report of the operation would tell of, as far as they are in the cache, and is about as large.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record OperationPreview
{
    /// <summary>The operation.</summary>
    public required OfflineFilesOperation Operation { get; init; }

    /// <summary>What would become of each path, ordered by path, no path twice. Empty for an operation about no item.</summary>
    public required IReadOnlyList<PreviewItem> Items { get; init; }

    /// <summary>What cannot be known before, in sentences; empty when nothing.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Whether anything would change for certain.</summary>
    public required bool WouldChange { get; init; }

    /// <summary>Whether a restart would be needed to make it true; null when that cannot be known or the operation cannot need one.</summary>
    public bool? RestartRequired { get; init; }

    /// <summary>The items of one verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public IEnumerable<PreviewItem> With(PreviewVerdict verdict) => Items.Where(item => item.Verdict == verdict);

    /// <summary>How many items have a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(PreviewVerdict verdict) => Items.Count(item => item.Verdict == verdict);

    /// <summary>The counts, for people.</summary>
    public override string ToString()
    {
        var counts = Items.GroupBy(item => item.Verdict).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key}");
        var text = Items.Count > 0 ? string.Join(", ", counts) : WouldChange ? "the cache as a whole" : "nothing to do";
        if (RestartRequired == true) text += ", restart required";
        return $"{Operation} would be: {text}";
    }
}
