using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The exception that is thrown if Offline Files was enabled or disabled on the machine and the machine has not been restarted since.
/// </summary>
public sealed class OfflineFilesRestartPendingException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="OfflineFilesRestartPendingException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, and what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public OfflineFilesRestartPendingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal OfflineFilesRestartPendingException(CimFault fault)
        : base(fault) => WillBeEnabled = fault.Service == OfflineFilesServiceState.EnabledAfterRestart;

    /// <summary>True if Offline Files is enabled after the restart; false if it is disabled.</summary>
    public bool WillBeEnabled { get; init; }
}
