using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim;

/// <summary>The machine did not answer within the time the options give it, or gave up itself.</summary>
/// <remarks>
/// The time a caller gives to a whole query is another: <see cref="QueryOptions.Timeout"/>, with <see cref="OfflineFilesTimeoutException"/>.
/// An operation that was waited for too long may go on at the machine.
/// </remarks>
public sealed class CimTimeoutException : CimBackendException
{
    /// <summary>Initializes a new instance of the <see cref="CimTimeoutException"/> class.</summary>
    /// <param name="message">The message: what was asked, what happened, what to do.</param>
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

    /// <summary>What the call was waiting for.</summary>
    public CimTimeoutPhase Phase { get; init; }

    /// <summary>The time it had, from the options; null when it was the machine that gave up.</summary>
    public TimeSpan? Timeout { get; init; }
}
