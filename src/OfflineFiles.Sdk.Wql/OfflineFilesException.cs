namespace OfflineFiles.Sdk;

/// <summary>
/// The root of every error this library raises on its own account. Standard .NET exceptions are used only for what they mean everywhere:
/// <see cref="ArgumentNullException"/>, <see cref="ObjectDisposedException"/> and <see cref="OperationCanceledException"/>.
/// </summary>
/// <remarks>
/// A message says what was asked and of what, what happened, and what to do. It is one line in which every character can be seen, see
/// <see cref="ReadableText"/>; the properties of an exception hold names as they are.
/// </remarks>
public class OfflineFilesException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="OfflineFilesException"/> class with a general message.</summary>
    public OfflineFilesException()
        : base("An Offline Files operation failed.")
    {
    }

    /// <summary>Initializes a new instance of the <see cref="OfflineFilesException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
    public OfflineFilesException(string message)
        : base(Readable(message))
    {
    }

    /// <summary>Initializes a new instance of the <see cref="OfflineFilesException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public OfflineFilesException(string message, Exception? innerException)
        : base(Readable(message), innerException)
    {
    }

    // What a message quotes was named by somebody else. A text that is too long is cut where it is quoted; this is for what comes from outside.
    private static string Readable(string message) => ReadableText.Of(message, 4 * ReadableText.Longest);
}
