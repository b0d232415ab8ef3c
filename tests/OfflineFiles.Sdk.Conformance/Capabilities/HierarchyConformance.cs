using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

/// <summary>The cache as a tree: from any item to those around it, over a real one.</summary>
public abstract class HierarchyConformance<TWorld> : ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    [Test]
    public async Task From_the_servers_down_every_item_is_a_child_once()
    {
        await PinAllAsync();
        var open = new Queue<OfflineFilesItem>(await Cache.Roots.ToListAsync());
        var met = new List<string>();
        while (open.TryDequeue(out var item))
        {
            met.Add(item.ItemPath);
            foreach (var child in await item.Children().ToListAsync()) open.Enqueue(child);
        }

        Assert.That(met[0], Is.EqualTo(CacheScene.Server.ToString()));
        Assert.That(met, Is.EquivalentTo(await Cache.Items.Select(i => i.ItemPath).ToListAsync()));
    }

    [Test]
    public async Task The_descendants_are_all_that_lies_below()
    {
        await PinAllAsync();
        var everything = await Cache.Items.ToListAsync();

        foreach (var item in everything)
        {
            Assert.That(
                await item.Descendants().Select(i => i.ItemPath).ToListAsync(),
                Is.EquivalentTo(everything.Where(other => other.IsUnder(item.Path)).Select(other => other.ItemPath)),
                item.ItemPath);
        }
    }

    [Test]
    public async Task Every_item_but_a_server_has_one_parent_and_is_a_child_of_it()
    {
        await PinAllAsync();

        foreach (var item in await Cache.Items.ToListAsync())
        {
            var parents = await item.Parent().ToListAsync();

            Assert.That(parents.Select(parent => parent.Path), Is.EqualTo(item.Path.Parent is { } parent ? [parent] : Array.Empty<UncPath>()), item.ItemPath);
            foreach (var above in parents) Assert.That(await above.Children().AnyAsync(i => i.ItemPath == item.ItemPath), Is.True, item.ItemPath);
        }
    }

    [Test]
    public async Task What_is_around_an_item_is_a_query_as_any_other()
    {
        await PinAllAsync();
        var share = await Scene.FindAsync(CacheScene.Share);

        Assert.That(
            await share.Descendants().Where(i => i.ItemName.EndsWith(".TXT")).OrderByDescending(i => i.ItemName).Select(i => i.ItemName).Take(2).ToListAsync(),
            Is.EqualTo(new[] { "readme.txt", "2025.txt" }));
        Assert.That(await share.Children().CountAsync(i => i.ItemType == OfflineFilesItemType.Directory), Is.EqualTo(1));
        Assert.That(await share.Parent().AnyAsync(i => i.ItemType == OfflineFilesItemType.Server), Is.True);
    }

    [Test]
    public async Task What_is_not_in_the_cache_has_nothing_around_it()
    {
        await PinAllAsync();

        Assert.That(await Cache.ChildrenOf(CacheScene.Gone).ToListAsync(), Is.Empty);
        Assert.That(await Cache.DescendantsOf(CacheScene.At("nowhere")).ToListAsync(), Is.Empty);
    }

    private Task PinAllAsync() => Cache.PinAsync(CacheScene.Share);
}
