namespace OfflineFiles.Sdk.Cim;

/// <summary>The authentication of an account at a remote machine or a proxy (Microsoft Learn: MI_UserCredentials).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CimAuthentication>))]
public enum CimAuthentication
{
    /// <summary>The protocol chooses: WS-Management uses Kerberos, then Negotiate.</summary>
    Default = 0,

    /// <summary>HTTP Digest. WS-Management only; needs a credential.</summary>
    Digest = 1,

    /// <summary>Kerberos if it is available, otherwise NTLM.</summary>
    Negotiate = 2,

    /// <summary>The password is sent as it is. WS-Management only; needs a credential, and https to be safe.</summary>
    Basic = 3,

    /// <summary>Kerberos.</summary>
    Kerberos = 4,

    /// <summary>NTLM.</summary>
    NtlmDomain = 5,

    /// <summary>The machine gets the credential and can use it on file servers. WS-Management only; needs a credential.</summary>
    CredSsp = 6,
}
