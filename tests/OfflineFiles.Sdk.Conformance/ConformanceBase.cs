using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance;

/// <summary>Opens a cache of a world for each test and removes it afterwards.</summary>
public abstract class ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    private CacheScene? _scene;

    protected TWorld World { get; } = new();

    protected CacheScene Scene => _scene ?? throw new InvalidOperationException("No test is running.");

    protected OfflineFilesCache Cache => Scene.Cache;

    [SetUp]
    public async Task OpenAsync() => _scene = await World.OpenAsync();

    [TearDown]
    public async Task CloseAsync()
    {
        if (_scene is not null) await _scene.DisposeAsync();
        _scene = null;
    }
}
