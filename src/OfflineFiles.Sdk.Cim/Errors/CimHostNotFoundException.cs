using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The name of the machine means nothing to this network: no address was found for it.</summary>
public sealed class CimHostNotFoundException : CimBackendException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was asked, what happened, what to do.</param>
    /// <param name="innerException">The error underneath; null when there is none.</param>
    public CimHostNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CimHostNotFoundException(CimFault fault)
        : base(fault)
    {
    }
}
