using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class AssociationsConformance<TWorld> : CapabilityConformance<TWorld>
    where TWorld : CacheWorld, new()
{
    private static readonly WqlObjectPath TheCache = WqlObjectPath.Singleton("Win32_OfflineFilesCache");

    public override BackendCapabilities Capability => BackendCapabilities.Associations;

    [Test]
    public Task The_cache_is_tied_to_each_item_once() => RuleAsync(async () =>
    {
        Assert.That(await Cache.AssociatedItems.ToListAsync(), Is.Empty);
        await Cache.PinAsync(CacheScene.Plan2024);

        var pairs = await Cache.AssociatedItems.ToListAsync();

        Assert.That(pairs.Select(pair => pair.Dependent), Is.EquivalentTo(new[] { CacheScene.Server, CacheScene.Share, CacheScene.Plans, CacheScene.Plan2024 }));
        Assert.That(pairs.Select(pair => pair.AntecedentPath), Is.All.EqualTo(TheCache));
    });

    [Test]
    public Task The_cache_leads_to_its_items_and_an_item_to_the_cache() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Plan2024);

        var items = await Cache.Query($"ASSOCIATORS OF {{Win32_OfflineFilesCache=@}} WHERE ResultRole = Dependent").As<OfflineFilesItem>().ToListAsync();
        var state = await Cache.Query($"ASSOCIATORS OF {{Win32_OfflineFilesItem.ItemPath={CacheScene.Plan2024}}}").As<OfflineFilesCacheState>().ToListAsync();
        var pairs = await Cache.Query($"REFERENCES OF {{Win32_OfflineFilesItem.ItemPath={CacheScene.Plan2024}}}").As<AssociatedItem>().ToListAsync();

        Assert.That(items.Select(item => item.Path), Does.Contain(CacheScene.Plan2024).And.Contain(CacheScene.Server));
        Assert.That(items.Single(item => item.Path == CacheScene.Plan2024).FileSysInfo!.LocalSize, Is.EqualTo("plan of 2024".Length), "whole items");
        Assert.That(state, Is.EqualTo(new[] { await Cache.GetAsync() }));
        Assert.That(pairs.Select(pair => pair.Dependent), Is.EqualTo(new[] { CacheScene.Plan2024 }));
    });

    [Test]
    public Task KeysOnly_leaves_the_key() => RuleAsync(async () =>
    {
        await Cache.PinAsync(CacheScene.Readme);

        var row = await Cache.Query(new WqlAssociatorsQuery(TheCache, new WqlAssociationOptions { KeysOnly = true })).FirstOrDefaultAsync();

        Assert.That(row!.Names, Is.EqualTo(new[] { "ItemPath" }));
        Assert.That(() => row["ItemName"], Throws.TypeOf<RowReadException>());
        Assert.That(() => row.As<OfflineFilesItem>()!.ItemName, Throws.TypeOf<MemberNotLoadedException>());
    });

    [Test]
    public Task A_source_that_is_not_in_the_cache_is_not_found() => RuleAsync(() => Assert.ThatAsync(
        () => Cache.Query($"ASSOCIATORS OF {{Win32_OfflineFilesItem.ItemPath={CacheScene.Gone}}}").ToListAsync(),
        Throws.TypeOf<ItemNotFoundException>().With.Property("Path").EqualTo(CacheScene.Gone)));

    [Test]
    public Task A_source_is_found_whatever_its_name_holds([ValueSource(typeof(HostileNames), nameof(HostileNames.All))] string name) => RuleAsync(async () =>
    {
        await Scene.WriteOnShareAsync(CacheScene.At(name), name);
        await Cache.PinAsync(CacheScene.Share);

        var pairs = await Cache.Query($"REFERENCES OF {{Win32_OfflineFilesItem.ItemPath={CacheScene.At(name)}}}").As<AssociatedItem>().ToListAsync();
        var again = await Cache.Query(new WqlReferencesQuery(pairs.Single().DependentPath)).As<AssociatedItem>().ToListAsync();

        Assert.That(pairs.Select(pair => pair.Dependent), Is.EqualTo(new[] { CacheScene.At(name) }));
        Assert.That(again, Is.EqualTo(pairs));
    });

    protected override Task AttemptAsync() => Cache.AssociatedItems.ToListAsync();
}
