using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The native part of Microsoft.Management.Infrastructure is missing, broken or incomplete on this machine. Nothing was contacted.
/// </summary>
/// <remarks>The error underneath is in <see cref="Exception.InnerException"/>. It stays so for the life of the process.</remarks>
public sealed class CimLibraryException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimLibraryException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
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
