using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The exception that is thrown if the account has no right to log on, to use the WMI namespace, to access the item, or to run the operation.
/// </summary>
/// <remarks>
/// <see cref="OfflineFilesBackendException.NativeCode"/> tells which right is missing, for example <see cref="NativeCodes.LogonFailure"/>,
/// <see cref="NativeCodes.WmiAccessDenied"/> or <see cref="NativeCodes.AccessDenied"/>. It is null if the machine sent no code.
/// </remarks>
public sealed class CimAccessDeniedException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimAccessDeniedException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, and what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public CimAccessDeniedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CimAccessDeniedException(CimFault fault)
        : base(fault)
    {
    }
}
