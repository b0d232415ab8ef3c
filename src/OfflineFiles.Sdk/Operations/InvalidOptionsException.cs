namespace OfflineFiles.Sdk;

/// <summary>An option or flag of an operation or a query makes no sense. Nothing was done.</summary>
public sealed class InvalidOptionsException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="InvalidOptionsException"/> class.</summary>
    /// <param name="option">The option, for example "PinOptions.Flags"; several with commas between them.</param>
    /// <param name="message">What was asked, what is wrong with it, what to write instead.</param>
    public InvalidOptionsException(string option, string message)
        : base(message) => Option = option;

    /// <summary>The option at fault; several with commas between them.</summary>
    public string Option { get; }
}
