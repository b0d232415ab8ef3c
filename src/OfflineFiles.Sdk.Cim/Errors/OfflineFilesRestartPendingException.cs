using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>Offline Files was enabled or disabled on the machine, and the machine has not been restarted since.</summary>
public sealed class OfflineFilesRestartPendingException : CimBackendException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was asked, what happened, what to do.</param>
    /// <param name="innerException">The error underneath; null when there is none.</param>
    public OfflineFilesRestartPendingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal OfflineFilesRestartPendingException(CimFault fault)
        : base(fault) => WillBeEnabled = fault.Service == OfflineFilesServiceState.EnabledAfterRestart;

    /// <summary>What the restart brings: Offline Files begins to work, or, when false, ends.</summary>
    public bool WillBeEnabled { get; init; }
}
