using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The name of the machine means nothing to this network: no address was found for it.</summary>
public sealed class CimHostNotFoundException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimHostNotFoundException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public CimHostNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CimHostNotFoundException(CimFault fault)
        : base(fault)
    {
    }
}
