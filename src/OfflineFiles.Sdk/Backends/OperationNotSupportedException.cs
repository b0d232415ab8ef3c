namespace OfflineFiles.Sdk;

/// <summary>The exception that is thrown when a backend does not support an operation. Nothing was done.</summary>
public sealed class OperationNotSupportedException : OfflineFilesException
{
    /// <summary>Initializes a new instance of the <see cref="OperationNotSupportedException"/> class.</summary>
    /// <param name="operation">The operation, for example "Encrypt".</param>
    /// <param name="backend">The name of the backend.</param>
    /// <param name="reason">The reason, as a whole sentence, with an alternative if there is one.</param>
    public OperationNotSupportedException(string operation, string backend, string reason)
        : base($"The {backend} backend does not support {operation}. {reason}")
    {
        Operation = operation;
        Backend = backend;
        Reason = reason;
    }

    /// <summary>The operation that is not supported.</summary>
    public string Operation { get; }

    /// <summary>The name of the backend.</summary>
    public string Backend { get; }

    /// <summary>The reason why the backend does not support the operation.</summary>
    public string Reason { get; }
}
