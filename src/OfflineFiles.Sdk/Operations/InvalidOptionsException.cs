namespace OfflineFiles.Sdk;

/// <summary>The exception that is thrown when an option or flag of an operation or a query is not valid. Nothing was done.</summary>
public sealed class InvalidOptionsException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="InvalidOptionsException"/> class.</summary>
    /// <param name="option">The name of the option, for example "PinOptions.Flags"; several names have commas between them.</param>
    /// <param name="message">The message: what was asked, what is wrong with it, what to write instead.</param>
    public InvalidOptionsException(string option, string message)
        : base(message) => Option = option;

    /// <summary>The name of the option that is not valid; several names have commas between them.</summary>
    public string Option { get; }
}
