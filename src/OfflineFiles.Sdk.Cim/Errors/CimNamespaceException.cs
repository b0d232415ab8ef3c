using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The machine has no such namespace.</summary>
/// <remarks>See <see cref="CimBackendOptions.Namespace"/>.</remarks>
public sealed class CimNamespaceException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimNamespaceException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
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
