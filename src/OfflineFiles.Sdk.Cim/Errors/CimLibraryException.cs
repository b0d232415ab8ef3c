using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The exception that is thrown if the native part of Microsoft.Management.Infrastructure is missing, broken or incomplete on this machine. The
/// remote machine was not contacted.
/// </summary>
/// <remarks>
/// The <see cref="Exception.InnerException"/> is the error of the library. Each further call in the same process fails in the same way.
/// </remarks>
public sealed class CimLibraryException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimLibraryException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, and what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public CimLibraryException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CimLibraryException(CimFault fault)
        : base(fault)
    {
    }
}
