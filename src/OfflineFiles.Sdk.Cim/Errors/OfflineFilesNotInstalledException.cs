using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The exception that is thrown if the machine has no Offline Files provider: its namespace does not have the classes, or WMI does not find their
/// provider.
/// </summary>
/// <remarks>Windows Server has the provider only with the Desktop Experience (Microsoft Learn: Win32_OfflineFilesCache).</remarks>
public sealed class OfflineFilesNotInstalledException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="OfflineFilesNotInstalledException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, and what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public OfflineFilesNotInstalledException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal OfflineFilesNotInstalledException(CimFault fault)
        : base(fault)
    {
    }
}
