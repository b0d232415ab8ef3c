namespace OfflineFiles.Sdk.Embedded;

/// <summary>
/// The exception that is thrown if a path leaves its share: it lies under another root, has a component such as <c>..</c>, or passes a link
/// or a mount point. Nothing was read or written through the path.
/// </summary>
public sealed class PathOutsideShareException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="PathOutsideShareException"/> class.</summary>
    /// <param name="path">The path, as it was given.</param>
    /// <param name="share">The root of the share, or the directory that holds its files.</param>
    /// <param name="reason">The way in which the path leaves the share, as the end of a sentence.</param>
    public PathOutsideShareException(string path, string share, string reason)
        : base($"'{path}' was asked for below '{share}', but {reason}. Name an item that lies in the share itself.")
    {
        Path = path;
        Share = share;
        Reason = reason;
    }

    /// <summary>The path, as it was given.</summary>
    public string Path { get; }

    /// <summary>The root of the share, or the directory that holds its files.</summary>
    public string Share { get; }

    /// <summary>The way in which the path leaves the share, as the end of a sentence.</summary>
    public string Reason { get; }
}
