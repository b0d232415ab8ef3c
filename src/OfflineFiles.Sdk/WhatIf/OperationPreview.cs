using System.Diagnostics;

namespace OfflineFiles.Sdk;

/// <summary>What an operation would do, path by path, based on the state of the cache at the time of the call. Immutable.</summary>
/// <remarks>It has an item for each path in the cache that the report of the operation would have, and is about as large as the report.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record OperationPreview
{
    /// <summary>The operation.</summary>
    public required OfflineFilesOperation Operation { get; init; }

    /// <summary>The items, ordered by path, each path once. Empty if the operation is not about items.</summary>
    public required IReadOnlyList<PreviewItem> Items { get; init; }

    /// <summary>What cannot be known in advance, in sentences; empty if everything is known.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>True if it is certain that something would change.</summary>
    public required bool WouldChange { get; init; }

    /// <summary>True if a restart would be needed for the effect; null if that cannot be known or the operation cannot need a restart.</summary>
    public bool? RestartRequired { get; init; }

    /// <summary>Returns the items with a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public IEnumerable<PreviewItem> With(PreviewVerdict verdict) => Items.Where(item => item.Verdict == verdict);

    /// <summary>Returns the number of items with a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(PreviewVerdict verdict) => Items.Count(item => item.Verdict == verdict);

    /// <summary>Returns the number of items by verdict, as a text for people.</summary>
    public override string ToString()
    {
        var counts = Items.GroupBy(item => item.Verdict).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key}");
        var text = Items.Count > 0 ? string.Join(", ", counts) : WouldChange ? "the cache as a whole" : "nothing to do";
        if (RestartRequired == true) text += ", restart required";
        return $"{Operation} would be: {text}";
    }
}
