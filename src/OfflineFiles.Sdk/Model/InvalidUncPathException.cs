namespace OfflineFiles.Sdk;

/// <summary>The exception that is thrown when a text is not a valid UNC path (<c>\\server\share\...</c>). Nothing was done.</summary>
public sealed class InvalidUncPathException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="InvalidUncPathException"/> class.</summary>
    /// <param name="text">The text; null if the text was null.</param>
    /// <param name="reason">The reason why it is not a valid UNC path, as the end of a sentence.</param>
    public InvalidUncPathException(string? text, string reason)
        : base($"'{text}' is no UNC path: {reason}. Write \\\\server, \\\\server\\share or \\\\server\\share\\directory\\file.")
    {
        Text = text;
        Reason = reason;
        // HRESULT_FROM_WIN32(ERROR_BAD_PATHNAME).
        HResult = unchecked((int)0x800700A1);
    }

    /// <summary>The text that is not a valid UNC path; null if the text was null.</summary>
    public string? Text { get; }

    /// <summary>The reason why the text is not a valid UNC path, as the end of a sentence.</summary>
    public string Reason { get; }
}
