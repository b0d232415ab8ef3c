using Microsoft.Management.Infrastructure.Options;
using OfflineFiles.Sdk.Cim.Diagnosis;
using OfflineFiles.Sdk.Cim.Sessions.Connectors;
using OfflineFiles.Sdk.Cim.Sessions.Mmi;

namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>Puts together how a machine is reached: by which protocols, in which time, and whether it has to answer first.</summary>
internal static class ConnectorStack
{
    /// <summary>This machine is not asked first: there is no way to it that could be closed.</summary>
    public static ICimConnector Local(CimBackendOptions options) =>
        Limited(new MmiConnector(null, options.Namespace, () => MmiSessionOptions.Local(options)), options);

    public static ICimConnector Remote(string computerName, CimBackendOptions options, CimLog log)
    {
        var dcom = Tested(() => MmiSessionOptions.Dcom(options));
        if (options.Protocol == CimProtocol.Dcom) return dcom;
        var wsman = Tested(() => MmiSessionOptions.WSMan(options));
        return options.FallBackToDcom ? new FallbackConnector(wsman, dcom, log) : wsman;

        ICimConnector Tested(Func<CimSessionOptions> session) =>
            Limited(new TestedConnector(new MmiConnector(computerName, options.Namespace, session)), options);
    }

    private static LimitedConnector Limited(ICimConnector connector, CimBackendOptions options) =>
        new(connector, options.TimeProvider, options.ConnectTimeout);
}
