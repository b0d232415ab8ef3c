using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Conformance.Worlds;

/// <summary>The CIM backend over the double of another CIM server, in the dialect of that server.</summary>
public sealed class OmiWorld : CacheWorld
{
    private readonly CimWorld _windows = new();

    public override BackendCapabilities Lacks => _windows.Lacks;

    public override BackendCapabilities Missing => _windows.Missing;

    public override IReadOnlyList<SyncConflictPolicy> RefusedPolicies => _windows.RefusedPolicies;

    public override bool TellsWhy => _windows.TellsWhy;

    public override bool AnswersEveryPredicate => false;

    public override Task<CacheScene> OpenAsync() =>
        CacheScene.OpenAsync(engine => new CimBackend(new OmiDouble(engine), new CimBackendOptions { Dialect = CimDialect.Omi, Changes = CimWorld.Snapshots with { Source = CimChangeSource.Automatic } }, "pc42"));
}
