using OfflineFiles.Sdk.Cim;

namespace OfflineFiles.Sdk.Conformance.Worlds;

/// <summary>The CIM backend that has WMI look for changes.</summary>
public sealed class CimSubscriptionWorld : CimWorld
{
    protected override CimChangeOptions Changes => new() { Source = CimChangeSource.Subscription, PollingInterval = TimeSpan.FromMilliseconds(20) };
}
