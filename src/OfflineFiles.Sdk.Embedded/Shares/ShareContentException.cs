namespace OfflineFiles.Sdk.Embedded.Shares;

/// <summary>The bytes that were read or written are not the version they should be. The copy was thrown away; the target is as it was.</summary>
internal sealed class ShareContentException(SharePath path, string reason)
    : OfflineFilesException($"'{path}' was to be copied, but {reason}. Nothing was kept; try again.")
{
    public SharePath Path { get; } = path;
}
