namespace OfflineFiles.Sdk;

/// <summary>The exception that is thrown when the provider, the operating system or the database below a backend refuses or fails.</summary>
public class OfflineFilesBackendException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="OfflineFilesBackendException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
    /// <param name="innerException">The error that caused this exception; null if there is only a code.</param>
    public OfflineFilesBackendException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The code of the layer below the backend, usually an HRESULT, then also in <see cref="Exception.HResult"/>; null if there is no code.</summary>
    public int? NativeCode
    {
        get;
        init
        {
            field = value;
            if (value is { } code) HResult = code;
        }
    }

    /// <summary>The operation that failed; null if it is not known.</summary>
    public string? Operation { get; init; }

    /// <summary>The computer that was asked; null for the local computer.</summary>
    public string? Host { get; init; }

    /// <summary>The path of the item or file; null if the error does not concern an item or a file.</summary>
    public string? Path { get; init; }

    /// <summary>True if the same call may succeed later. Default: false.</summary>
    public bool IsTransient { get; init; }
}
