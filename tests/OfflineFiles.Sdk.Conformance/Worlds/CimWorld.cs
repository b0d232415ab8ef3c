using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Conformance.Worlds;

/// <summary>The CIM backend over the double of the Windows provider, whose items and methods are those of the embedded engine.</summary>
public class CimWorld : CacheWorld
{
    public override BackendCapabilities Lacks => BackendCapabilities.Files | BackendCapabilities.SynchronousQueries | BackendCapabilities.Associations;

    public override BackendCapabilities Missing => EmbeddedWorld.EngineLacks;

    public override IReadOnlyList<SyncConflictPolicy> RefusedPolicies => EmbeddedWorld.EngineRefuses;

    public override bool TellsWhy => false;

    /// <summary>Looks as often as it can: the tests wait for what it finds, also for what is changed beside the backend.</summary>
    internal static CimChangeOptions Snapshots { get; } = new()
    {
        Source = CimChangeSource.Snapshots,
        ReadingShare = 1,
        ShortestInterval = TimeSpan.FromMilliseconds(20),
        LongestInterval = TimeSpan.FromMilliseconds(20),
    };

    protected virtual CimChangeOptions Changes => Snapshots;

    public override Task<CacheScene> OpenAsync() =>
        CacheScene.OpenAsync(engine => new CimBackend(new ProviderDouble(engine), new CimBackendOptions { Changes = Changes }, "pc42"));
}
