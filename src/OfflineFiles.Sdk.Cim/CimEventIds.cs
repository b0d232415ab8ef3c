namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// The numbers of what is logged to <see cref="CimBackendOptions.Logger"/>: 1200 to 1299 are the CIM backend's. They do not change; the texts may.
/// Every event has the backend it is of, for example "CIM (pc-042)", as <c>Backend</c>. Accounts and passwords are in none.
/// </summary>
/// <remarks>A subscriber to the changes that throws is logged with the number 1100, by every backend.</remarks>
public static class CimEventIds
{
    /// <summary>Debug: the first session was made.</summary>
    public const int SessionMade = 1200;

    /// <summary>Warning: a session was lost, with the exception that told. The next call makes another.</summary>
    public const int SessionLost = 1201;

    /// <summary>Information: after a loss a session was made again, with the number of the attempt.</summary>
    public const int SessionRemade = 1202;

    /// <summary>Warning: no session came about, with the exception and the number of the attempt.</summary>
    public const int SessionFailed = 1203;

    /// <summary>Warning: the machine was not reached by WS-Management, so DCOM is tried; with the exception.</summary>
    public const int FellBackToDcom = 1204;

    /// <summary>Information: a request is sent again after a loss, with its kind, the number of the repetition and the exception.</summary>
    public const int RequestRepeated = 1205;

    /// <summary>Warning: Offline Files did not answer, and this is how its service was found to stand.</summary>
    public const int ServiceDiagnosed = 1210;

    /// <summary>Information: somebody subscribed to changes, and this is how they are noticed from now on.</summary>
    public const int ChangeSourceChosen = 1220;

    /// <summary>Information: the machine refuses subscriptions, with the exception. Another source is chosen.</summary>
    public const int ChangeSourceRefused = 1221;

    /// <summary>Warning: changes are not noticed at the moment, with the exception if there is one. It is tried again.</summary>
    public const int ChangesLost = 1222;

    /// <summary>Information: changes are noticed again.</summary>
    public const int ChangesHealed = 1223;
}
