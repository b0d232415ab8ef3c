namespace OfflineFiles.Sdk.Cim;

/// <summary>How a remote machine is spoken to.</summary>
public enum CimProtocol
{
    /// <summary>WS-Management; WinRM must be set up on the machine.</summary>
    WSMan = 0,

    /// <summary>DCOM, for machines without WinRM; the firewall must let RPC through.</summary>
    Dcom = 1,
}
