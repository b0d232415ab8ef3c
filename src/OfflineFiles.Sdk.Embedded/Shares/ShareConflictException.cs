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
