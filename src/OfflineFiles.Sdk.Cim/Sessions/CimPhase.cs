namespace OfflineFiles.Sdk.Cim;

/// <summary>How far a call has come.</summary>
internal enum CimPhase
{
    /// <summary>It waits for its turn: as many as may run at the same time are running.</summary>
    Queue,

    /// <summary>A session is being made. Nothing of the call was sent.</summary>
    Connect,

    /// <summary>It was sent, and the server has not answered (further) yet.</summary>
    Answer,
}
