namespace OfflineFiles.Sdk;

/// <summary>A text that should be a UNC path (<c>\\server\share\...</c>) is not one. Nothing was done.</summary>
public sealed class InvalidUncPathException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="InvalidUncPathException"/> class.</summary>
    /// <param name="text">The text that was refused; null when none was given.</param>
    /// <param name="reason">Why it is no UNC path, as the end of a sentence.</param>
    public InvalidUncPathException(string? text, string reason)
        : base($"'{text}' is no UNC path: {reason}. Write \\\\server, \\\\server\\share or \\\\server\\share\\directory\\file.")
    {
        Text = text;
        Reason = reason;
    }

    /// <summary>The text that was refused; null when none was given.</summary>
    public string? Text { get; }

    /// <summary>Why the text is no UNC path, as the end of a sentence.</summary>
    public string Reason { get; }
}
