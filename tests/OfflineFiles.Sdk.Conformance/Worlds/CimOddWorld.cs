using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Conformance.Worlds;

/// <summary>The CIM backend over a provider that differs from the one observed wherever the documents leave it open.</summary>
public sealed class CimOddWorld : CacheWorld
{
    private static readonly ProviderDoubleOptions Odd = new()
    {
        ValuesAsStrings = true,
        ServerHasEmptyParent = true,
        OpensSubtrees = true,
        SelectListIsIgnored = true,
        OutParametersAreMissing = true,
        ProgressIsMissing = true,
        FailuresAreThrown = true,
    };

    private readonly CimWorld _usual = new();

    public override BackendCapabilities Lacks => _usual.Lacks;

    public override BackendCapabilities Missing => _usual.Missing;

    public override IReadOnlyList<SyncConflictPolicy> RefusedPolicies => _usual.RefusedPolicies;

    public override bool TellsWhy => _usual.TellsWhy;

    public override bool TellsOfEachItem => false;

    public override Task<CacheScene> OpenAsync() => CacheScene.OpenAsync(engine => new CimBackend(
        new ProviderDouble(engine, Odd), new CimBackendOptions { MethodTarget = CimMethodTarget.Instance, Changes = CimWorld.Snapshots }, "pc42"));
}
