using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The exception that is thrown if the machine has an address and cannot be reached: it is switched off, behind a firewall or without WinRM, or its
/// certificate is not accepted.
/// </summary>
/// <remarks>
/// <see cref="OfflineFilesBackendException.IsTransient"/> is true if a later call may reach it. Some servers send the same code for a failed logon
/// and for a failed connection.
/// </remarks>
public sealed class CimUnreachableException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimUnreachableException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, and what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public CimUnreachableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CimUnreachableException(CimFault fault)
        : base(fault)
    {
        if (fault.Outage is not { } outage) return;
        Since = outage.Since;
        Attempts = outage.Attempts;
        NextAttempt = outage.NextAttempt;
    }

    /// <summary>The time at which a machine that had been reached was lost, UTC; null if it was never reached or has not been tried since.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The number of attempts to reach the machine since it was lost; 0 if it was never reached or has not been tried since.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// The time before which the machine is not tried again, UTC: a call before it fails at once, and the first call after it tries. Null if the
    /// next call tries in any case.
    /// </summary>
    public DateTimeOffset? NextAttempt { get; init; }
}
