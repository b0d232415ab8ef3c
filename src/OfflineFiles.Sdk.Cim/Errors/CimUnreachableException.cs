using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The machine has an address and does not answer, or the way to it was refused: it is off, behind a firewall, without WinRM, or its
/// certificate is not accepted.
/// </summary>
/// <remarks>
/// <see cref="OfflineFilesBackendException.IsTransient"/> tells whether it may come by itself. Some servers tell a failed logon and a
/// failed connection by the same code.
/// </remarks>
public sealed class CimUnreachableException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimUnreachableException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public CimUnreachableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CimUnreachableException(CimFault fault)
        : base(fault)
    {
    }
}
