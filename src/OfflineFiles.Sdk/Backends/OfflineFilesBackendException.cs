namespace OfflineFiles.Sdk;

/// <summary>What is underneath has spoken: the provider, the operating system or the database refused or failed.</summary>
public class OfflineFilesBackendException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="OfflineFilesBackendException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
    /// <param name="innerException">The error underneath; null when there is only a code.</param>
    public OfflineFilesBackendException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The code underneath as it came, usually an HRESULT; null when there is none.</summary>
    public int? NativeCode { get; init; }

    /// <summary>What was being done; null when not known.</summary>
    public string? Operation { get; init; }

    /// <summary>The machine that was asked; null for this one.</summary>
    public string? Host { get; init; }

    /// <summary>The item or file; null when it is about none.</summary>
    public string? Path { get; init; }

    /// <summary>Whether the same call may well work later. Default: false.</summary>
    public bool IsTransient { get; init; }
}
