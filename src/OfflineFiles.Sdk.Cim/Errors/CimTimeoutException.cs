namespace OfflineFiles.Sdk.Cim;

/// <summary>What a call was waiting for when its time ended.</summary>
public enum CimTimeoutPhase
{
    /// <summary>The answer to a look-up, or no more is known.</summary>
    Answer = 0,

    /// <summary>The session with the machine.</summary>
    Connect = 1,

    /// <summary>The first row of a query.</summary>
    FirstRow = 2,

    /// <summary>The next row of a query that had delivered some.</summary>
    NextRow = 3,

    /// <summary>The end of an operation.</summary>
    Operation = 4,

    /// <summary>Its turn: as many calls as may run at the same time were running, and nothing of it was sent.</summary>
    Queue = 5,
}

/// <summary>The machine did not answer within the time the options give it, or gave up itself.</summary>
/// <remarks>
/// The time a caller gives to a whole query is another: <see cref="QueryOptions.Timeout"/>, with <see cref="OfflineFilesTimeoutException"/>.
/// An operation that was waited for too long may go on at the machine.
/// </remarks>
public sealed class CimTimeoutException : CimBackendException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was asked, what happened, what to do.</param>
    /// <param name="innerException">The error underneath; null when there is none.</param>
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
