namespace OfflineFiles.Sdk.Embedded;

/// <summary>
/// The exception that is thrown if a share cannot be reached or is not the one that was cached: its root is missing, cannot be read, is not
/// a directory, or is another directory than before. It never means that an item was deleted.
/// </summary>
public sealed class ShareUnavailableException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="ShareUnavailableException"/> class.</summary>
    /// <param name="share">The root of the share.</param>
    /// <param name="reason">The reason, as the end of a sentence.</param>
    /// <param name="innerException">The cause; null if the share answered but is not the right one.</param>
    public ShareUnavailableException(UncPath share, string reason, Exception? innerException = null)
        : base($"The share '{share}' was to be used, but {reason}. The cached copy stays as it is; try again when the share is back.", innerException)
    {
        Share = share;
        Reason = reason;
    }

    /// <summary>The root of the share.</summary>
    public UncPath Share { get; }

    /// <summary>The reason, as the end of a sentence.</summary>
    public string Reason { get; }
}
