namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>A name fits several entries that differ only in case, and none of them exactly: none is guessed.</summary>
internal sealed class ShareNameClashException(SharePath path, IReadOnlyList<string> candidates)
    : OfflineFilesException(
        $"'{path}' was asked for, but the share holds {candidates.Count} entries of that name that differ only in case ({string.Join(", ", candidates)}). Rename all but one of them on the share.")
{
    public SharePath Path { get; } = path;

    public IReadOnlyList<string> Candidates { get; } = candidates;
}
