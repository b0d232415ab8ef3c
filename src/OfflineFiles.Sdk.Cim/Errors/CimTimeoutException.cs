using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The exception that is thrown if the machine does not answer within a timeout of the options, or reports a timeout of its own.</summary>
/// <remarks>
/// An operation that timed out can continue on the machine. The timeout of a whole query is <see cref="QueryOptions.Timeout"/>; it throws
/// <see cref="OfflineFilesTimeoutException"/>.
/// </remarks>
public sealed class CimTimeoutException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimTimeoutException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, and what to do.</param>
    /// <param name="innerException">The exception that caused this one; can be null.</param>
    public CimTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    internal CimTimeoutException(CimFault fault)
        : base(fault)
    {
        Phase = fault.Phase;
        Timeout = fault.Limit;
    }

    /// <summary>What the call was waiting for when its time ended.</summary>
    public CimTimeoutPhase Phase { get; init; }

    /// <summary>The timeout of the options that ended the call; null if the machine ended it.</summary>
    public TimeSpan? Timeout { get; init; }
}
