using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>
/// The share does not hold the version the change was planned from. Nothing was changed (what had been moved was put back): classify again.
/// </summary>
internal sealed class ShareConflictException : OfflineFilesException
{
    public ShareConflictException(SharePath path, ShareToken? expected, ShareToken? found, string reason)
        : base($"'{path}' was to be changed on the share, but {reason}. Expected {Name(expected)}, found {Name(found)}. Compare both sides again.")
    {
        Path = path;
        Expected = expected;
        Found = found;
    }

    public SharePath Path { get; }

    /// <summary>Null: the item was to be absent.</summary>
    public ShareToken? Expected { get; }

    /// <summary>Null: the item is absent.</summary>
    public ShareToken? Found { get; }

    private static string Name(ShareToken? token) => token?.ToString() ?? "no item";
}

/// <summary>The bytes that were read or written are not the version they should be. The copy was thrown away; the target is as it was.</summary>
internal sealed class ShareContentException(SharePath path, string reason)
    : OfflineFilesException($"'{path}' was to be copied, but {reason}. Nothing was kept; try again.")
{
    public SharePath Path { get; } = path;
}

/// <summary>A name fits several entries that differ only in case, and none of them exactly: none is guessed.</summary>
internal sealed class ShareNameClashException(SharePath path, IReadOnlyList<string> candidates)
    : OfflineFilesException(
        $"'{path}' was asked for, but the share holds {candidates.Count} entries of that name that differ only in case ({string.Join(", ", candidates)}). Rename all but one of them on the share.")
{
    public SharePath Path { get; } = path;

    public IReadOnlyList<string> Candidates { get; } = candidates;
}
