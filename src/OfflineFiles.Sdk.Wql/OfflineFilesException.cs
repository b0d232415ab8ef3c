namespace OfflineFiles.Sdk;

/// <summary>
/// The root of every error this library raises on its own account. Standard .NET exceptions are used only for what they mean everywhere:
/// <see cref="ArgumentNullException"/>, <see cref="ObjectDisposedException"/> and <see cref="OperationCanceledException"/>.
/// </summary>
/// <remarks>A message says what was asked and of what, what happened, and what to do.</remarks>
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
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="OfflineFilesException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public OfflineFilesException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
