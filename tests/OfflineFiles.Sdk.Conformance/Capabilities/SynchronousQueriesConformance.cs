using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class SynchronousQueriesConformance<TWorld> : ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    [Test]
    public void The_capability_is_stated_exactly_when_the_backend_has_the_interface()
    {
        var states = Cache.Capabilities.HasFlag(BackendCapabilities.SynchronousQueries);

        Assert.That(states, Is.EqualTo(Scene.Backend is ISynchronousQueryBackend));
        Assert.That(states, Is.EqualTo(World.Can(BackendCapabilities.SynchronousQueries)));
    }

    [Test]
    public async Task Without_async_the_answer_is_the_same()
    {
        await Cache.PinAsync(CacheScene.Share);
        if (Scene.Backend is not ISynchronousQueryBackend backend) return;

        var query = new WqlSelectQuery(OfflineFilesSchema.Item.Name, WqlPredicate.Parse("ItemType = 0"));
        var expected = new List<OfflineFilesItem>();
        await foreach (var item in Scene.Backend.QueryItemsAsync(query, CancellationToken.None)) expected.Add(item);

        Assert.That(backend.QueryItems(query), Is.EquivalentTo(expected));
        Assert.That(backend.FindItem(CacheScene.Readme), Is.EqualTo(await Cache.FindAsync(CacheScene.Readme)));
    }
}
