namespace OfflineFiles.Sdk;

/// <summary>The exception that is thrown when a path is neither in the cache nor, if the server was asked, on the server.</summary>
public sealed class ItemNotFoundException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="ItemNotFoundException"/> class.</summary>
    /// <param name="path">The path.</param>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
    public ItemNotFoundException(UncPath path, string message)
        : base(message)
    {
        Path = path;
        // HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND).
        HResult = unchecked((int)0x80070002);
    }

    /// <summary>The path that was not found.</summary>
    public UncPath Path { get; }
}
