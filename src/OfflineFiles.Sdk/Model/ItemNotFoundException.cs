namespace OfflineFiles.Sdk;

/// <summary>A path names nothing that could be used: it is neither in the cache nor, if the server was asked, there.</summary>
public sealed class ItemNotFoundException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="ItemNotFoundException"/> class.</summary>
    /// <param name="path">The path.</param>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
    public ItemNotFoundException(UncPath path, string message)
        : base(message) => Path = path;

    /// <summary>The path that names nothing.</summary>
    public UncPath Path { get; }
}
