namespace OfflineFiles.Sdk.Cim;

/// <summary>What a call was waiting for when its time ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CimTimeoutPhase>))]
public enum CimTimeoutPhase
{
    /// <summary>The answer to a look-up; also if nothing more is known.</summary>
    Answer = 0,

    /// <summary>A session with the machine. The call was not sent.</summary>
    Connect = 1,

    /// <summary>The first row of a query.</summary>
    FirstRow = 2,

    /// <summary>The next row of a query that has delivered rows.</summary>
    NextRow = 3,

    /// <summary>The end of an operation.</summary>
    Operation = 4,

    /// <summary>
    /// A place in the queue: as many calls were running as <see cref="CimBackendOptions.MaxConcurrentOperations"/> allows. The call was not sent.
    /// </summary>
    Queue = 5,
}
