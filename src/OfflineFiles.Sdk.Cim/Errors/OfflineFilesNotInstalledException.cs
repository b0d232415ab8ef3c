using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The machine has no provider of Offline Files: its namespace lacks the classes, or WMI does not find what is behind them.
/// </summary>
/// <remarks>A Windows Server has them only with the Desktop Experience (Microsoft Learn: Win32_OfflineFilesCache).</remarks>
public sealed class OfflineFilesNotInstalledException : CimBackendException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was asked, what happened, what to do.</param>
    /// <param name="innerException">The error underneath; null when there is none.</param>
    public OfflineFilesNotInstalledException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal OfflineFilesNotInstalledException(CimFault fault)
        : base(fault)
    {
    }
}
