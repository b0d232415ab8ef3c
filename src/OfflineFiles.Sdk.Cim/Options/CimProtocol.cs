namespace OfflineFiles.Sdk.Cim;

/// <summary>The protocol to a remote machine.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CimProtocol>))]
public enum CimProtocol
{
    /// <summary>WS-Management. WinRM must be set up on the machine.</summary>
    WSMan = 0,

    /// <summary>DCOM, for machines without WinRM. The firewall must allow RPC.</summary>
    Dcom = 1,
}
