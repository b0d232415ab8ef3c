using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>Offline Files was enabled or disabled on the machine, and the machine has not been restarted since.</summary>
public sealed class OfflineFilesRestartPendingException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="OfflineFilesRestartPendingException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public OfflineFilesRestartPendingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal OfflineFilesRestartPendingException(CimFault fault)
        : base(fault) => WillBeEnabled = fault.Service == OfflineFilesServiceState.EnabledAfterRestart;

    /// <summary>What the restart brings: Offline Files begins to work, or, when false, ends.</summary>
    public bool WillBeEnabled { get; init; }
}
