namespace OfflineFiles.Sdk.Cim;

/// <summary>How an account proves itself to another machine or to a proxy (Microsoft Learn: MI_UserCredentials).</summary>
public enum CimAuthentication
{
    /// <summary>What the protocol picks: with WS-Management Kerberos, then Negotiate.</summary>
    Default = 0,

    /// <summary>HTTP Digest. WS-Management only; needs a credential.</summary>
    Digest = 1,

    /// <summary>Kerberos where it can be had, else NTLM.</summary>
    Negotiate = 2,

    /// <summary>The password itself is sent. WS-Management only; needs a credential, and https to be safe.</summary>
    Basic = 3,

    /// <summary>Kerberos.</summary>
    Kerberos = 4,

    /// <summary>NTLM.</summary>
    NtlmDomain = 5,

    /// <summary>The credential is passed on to the machine, which can use it on file servers. WS-Management only; needs a credential.</summary>
    CredSsp = 6,
}
