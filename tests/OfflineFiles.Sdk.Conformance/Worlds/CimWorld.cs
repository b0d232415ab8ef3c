using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Conformance.Provider;

namespace OfflineFiles.Sdk.Conformance.Worlds;

/// <summary>The CIM backend over the double of the Windows provider, whose items and methods are those of the embedded engine.</summary>
public sealed class CimWorld : CacheWorld
{
    public override BackendCapabilities Lacks => BackendCapabilities.Changes | BackendCapabilities.Files | BackendCapabilities.SynchronousQueries
        | BackendCapabilities.Associations;

    public override BackendCapabilities Missing => EmbeddedWorld.EngineLacks;

    public override IReadOnlyList<SyncConflictPolicy> RefusedPolicies => EmbeddedWorld.EngineRefuses;

    public override bool TellsWhy => false;

    public override Task<CacheScene> OpenAsync() =>
        CacheScene.OpenAsync(engine => new CimBackend(new ProviderDouble(engine), CimBackendOptions.Default, "pc42"));
}
