namespace OfflineFiles.Sdk;

/// <summary>A backend cannot do what was asked. Nothing was done.</summary>
public sealed class OperationNotSupportedException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="OperationNotSupportedException"/> class.</summary>
    /// <param name="operation">What was asked, for example "Encrypt".</param>
    /// <param name="backend">The name of the backend.</param>
    /// <param name="reason">Why it cannot, as a whole sentence, with what to do instead if there is something.</param>
    public OperationNotSupportedException(string operation, string backend, string reason)
        : base($"The {backend} backend does not support {operation}. {reason}")
    {
        Operation = operation;
        Backend = backend;
        Reason = reason;
    }

    /// <summary>What was asked.</summary>
    public string Operation { get; }

    /// <summary>The name of the backend.</summary>
    public string Backend { get; }

    /// <summary>Why it cannot.</summary>
    public string Reason { get; }
}
