using OfflineFiles.Sdk.Backends;

namespace OfflineFiles.Sdk.Conformance.Worlds;

/// <summary>The embedded backend itself.</summary>
public sealed class EmbeddedWorld : CacheWorld
{
    /// <summary>What the embedded engine cannot do, in whichever world it stands behind.</summary>
    internal const BackendCapabilities EngineLacks = BackendCapabilities.RenameItem | BackendCapabilities.RenameItemEx
        | BackendCapabilities.Encrypt | BackendCapabilities.SuspendRoot | BackendCapabilities.Enable;

    internal static IReadOnlyList<SyncConflictPolicy> EngineRefuses { get; } =
        [SyncConflictPolicy.KeepLocal, SyncConflictPolicy.KeepRemote, SyncConflictPolicy.KeepLatest];

    public override BackendCapabilities Lacks => EngineLacks | BackendCapabilities.Configuration;

    public override IReadOnlyList<SyncConflictPolicy> RefusedPolicies => EngineRefuses;

    public override bool TellsWhy => true;

    public override bool KnowsConflicts => true;

    public override Task<CacheScene> OpenAsync() => CacheScene.OpenAsync(engine => engine);
}
