namespace OfflineFiles.Sdk.Cim;

/// <summary>What a call was waiting for when its time ended.</summary>
public enum CimTimeoutPhase
{
    /// <summary>The answer to a look-up, or no more is known.</summary>
    Answer = 0,

    /// <summary>The session with the machine. Nothing of the call was sent.</summary>
    Connect = 1,

    /// <summary>The first row of a query.</summary>
    FirstRow = 2,

    /// <summary>The next row of a query that had delivered some.</summary>
    NextRow = 3,

    /// <summary>The end of an operation.</summary>
    Operation = 4,

    /// <summary>
    /// Its turn: as many calls were running as <see cref="CimBackendOptions.MaxConcurrentOperations"/> allows. Nothing of it was sent.
    /// </summary>
    Queue = 5,
}
