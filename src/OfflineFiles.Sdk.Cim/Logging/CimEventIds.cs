namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The ids of the events that go to <see cref="CimBackendOptions.Logger"/>: the CIM backend has 1200 to 1299. The ids do not change between
/// versions; the texts can.
/// </summary>
/// <remarks>
/// Every event has a property <c>Backend</c> with the backend and its machine, for example "CIM (pc-042)". No event holds an account or a password.
/// A subscriber to the changes that throws is logged with the id 1100, by every backend.
/// </remarks>
public static class CimEventIds
{
    /// <summary>Debug: the first session was opened.</summary>
    public const int SessionMade = 1200;

    /// <summary>Warning: a session was lost; has the exception. The next call opens another one.</summary>
    public const int SessionLost = 1201;

    /// <summary>Information: a session was opened again after a loss; has the number of the attempt.</summary>
    public const int SessionRemade = 1202;

    /// <summary>Warning: a session could not be opened; has the exception and the number of the attempt.</summary>
    public const int SessionFailed = 1203;

    /// <summary>Warning: the machine was not reached by WS-Management, and DCOM is tried; has the exception.</summary>
    public const int FellBackToDcom = 1204;

    /// <summary>Information: a request is sent again after a loss; has its kind, the number of the repetition and the exception.</summary>
    public const int RequestRepeated = 1205;

    /// <summary>Warning: Offline Files did not answer; has the state of its service.</summary>
    public const int ServiceDiagnosed = 1210;

    /// <summary>Information: the first subscriber to the changes came; has the source of the changes.</summary>
    public const int ChangeSourceChosen = 1220;

    /// <summary>Information: the machine refuses event queries, and another source of changes is used; has the exception.</summary>
    public const int ChangeSourceRefused = 1221;

    /// <summary>Warning: changes are not noticed for now; has the exception if there is one. The backend tries again.</summary>
    public const int ChangesLost = 1222;

    /// <summary>Information: changes are noticed again.</summary>
    public const int ChangesHealed = 1223;
}
