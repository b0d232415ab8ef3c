namespace OfflineFiles.Sdk;

/// <summary>
/// An error that happened in another program or at another time, as it was written down: its type, its code, which is the
/// <see cref="Exception.HResult"/>, and its message. It is never thrown; a report that is read from JSON holds it in the place of the error.
/// </summary>
public sealed class RecordedErrorException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="RecordedErrorException"/> class.</summary>
    /// <param name="errorType">The full name of the type of the error.</param>
    /// <param name="code">The HRESULT of the error.</param>
    /// <param name="message">The message of the error.</param>
    public RecordedErrorException(string errorType, int code, string message)
        : base(message)
    {
        ErrorType = Guard.NotNull(errorType);
        HResult = code;
    }

    /// <summary>The full name of the type of the error.</summary>
    public string ErrorType { get; }
}
