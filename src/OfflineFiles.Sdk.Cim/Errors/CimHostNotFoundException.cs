using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The exception that is thrown if no address is found for the name of the machine.</summary>
public sealed class CimHostNotFoundException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimHostNotFoundException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, and what to do.</param>
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
