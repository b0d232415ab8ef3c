namespace OfflineFiles.Sdk.Cim;

/// <summary>What a remote machine may do in the name of the account, by DCOM (Microsoft Learn: Setting the Default Process Security Level).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CimImpersonation>))]
public enum CimImpersonation
{
    /// <summary>Windows chooses.</summary>
    Default = 0,

    /// <summary>The machine does not know the account. WMI answers hardly anything.</summary>
    Anonymous = 1,

    /// <summary>The machine knows the account and cannot act as it.</summary>
    Identify = 2,

    /// <summary>The machine acts as the account on itself.</summary>
    Impersonate = 3,

    /// <summary>The machine acts as the account on other machines too, for example on file servers. The domain must allow it.</summary>
    Delegate = 4,
}
