namespace OfflineFiles.Sdk.Cim;

/// <summary>
/// What the other machine may do in the name of the account, by DCOM (Microsoft Learn: Setting the Default Process Security Level).
/// </summary>
public enum CimImpersonation
{
    /// <summary>What Windows picks.</summary>
    Default = 0,

    /// <summary>Nothing: the machine does not learn who asks. WMI answers hardly anything.</summary>
    Anonymous = 1,

    /// <summary>The machine learns who asks and cannot act as that account.</summary>
    Identify = 2,

    /// <summary>The machine acts as that account on itself.</summary>
    Impersonate = 3,

    /// <summary>The machine acts as that account on other machines too, file servers for example; the domain has to allow it.</summary>
    Delegate = 4,
}
