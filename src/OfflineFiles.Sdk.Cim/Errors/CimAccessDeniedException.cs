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
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was asked, what happened, what to do.</param>
    /// <param name="innerException">The error underneath; null when there is none.</param>
    public CimAccessDeniedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CimAccessDeniedException(CimFault fault)
        : base(fault)
    {
    }
}
