using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The exception that is thrown if the machine does not have the namespace in <see cref="CimBackendOptions.Namespace"/>.</summary>
public sealed class CimNamespaceException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimNamespaceException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, and what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public CimNamespaceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CimNamespaceException(CimFault fault)
        : base(fault)
    {
    }
}
