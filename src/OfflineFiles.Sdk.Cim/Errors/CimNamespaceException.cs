using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The machine has no such namespace.</summary>
/// <remarks>See <see cref="CimBackendOptions.Namespace"/>.</remarks>
public sealed class CimNamespaceException : CimBackendException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was asked, what happened, what to do.</param>
    /// <param name="innerException">The error underneath; null when there is none.</param>
    public CimNamespaceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CimNamespaceException(CimFault fault)
        : base(fault)
    {
    }
}
