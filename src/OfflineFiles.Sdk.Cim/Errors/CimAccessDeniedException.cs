using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The account may not do it: it was not let in, may not use the namespace of WMI, or has no right to the item or the operation.
/// </summary>
/// <remarks>
/// <see cref="OfflineFilesBackendException.NativeCode"/> tells which: <see cref="NativeCodes.LogonFailure"/>, <see
/// cref="NativeCodes.WmiAccessDenied"/>, <see cref="NativeCodes.AccessDenied"/>; null when the machine gave no code.
/// </remarks>
public sealed class CimAccessDeniedException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimAccessDeniedException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
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
