using System.Reactive.Subjects;
using System.Text.Json;
using System.Text.Json.Serialization;
using NSubstitute;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Model;

/// <summary>The items around an item: queries over the cache it came from, with the rules of every query.</summary>
[TestFixture]
public sealed class HierarchyTests
{
    private static readonly UncPath Data = @"\\srv\data";
    private static readonly JsonSerializerOptions Json = new() { ReferenceHandler = ReferenceHandler.IgnoreCycles };

    [Test]
    public async Task An_item_leads_to_the_items_around_it_at_every_backend()
    {
        foreach (var backend in QueryAssert.Backends())
        {
            await using var cache = new OfflineFilesCache(backend);
            var share = (await cache.FindAsync(Data))!;

            Assert.That(await Names(cache.Roots), Is.EqualTo(new[] { "Other", "srv" }), backend.Pushdown.Name);
            Assert.That(await Names(share.Children()), Is.EqualTo(new[] { "axb.txt", "a_b.txt", "empty_dir", "Reports" }), backend.Pushdown.Name);
            Assert.That(await Names(share.Parent()), Is.EqualTo(new[] { "srv" }), backend.Pushdown.Name);
            Assert.That(await share.Descendants().CountAsync(), Is.EqualTo(7), backend.Pushdown.Name);
            Assert.That(backend.OpenStreams, Is.Zero);
        }
    }

    [Test]
    public async Task What_is_found_leads_on_and_every_operator_applies()
    {
        foreach (var backend in QueryAssert.Backends())
        {
            await using var cache = new OfflineFilesCache(backend);

            var server = await cache.Roots.SingleAsync(i => i.ItemName == "SRV");
            var share = await server.Children().OrderBy(i => i.ItemName).FirstAsync();
            var reports = await share.Children().SingleAsync(i => i.PinInfo!.Pinned);
            var dirty = await reports.Children().Where(i => i.ChangeInfo!.Dirty).Select(i => i.ItemName).ToListAsync();
            var file = await share.Descendants().FirstAsync(i => i.ItemName == "q1.xlsx");

            Assert.That(dirty, Is.EqualTo(new[] { "q1.xlsx" }));
            Assert.That(await Names(file.Parent()), Is.EqualTo(new[] { "Reports" }));
        }
    }

    [Test]
    public async Task A_server_has_no_parent_and_a_file_no_children()
    {
        foreach (var backend in QueryAssert.Backends())
        {
            await using var cache = new OfflineFilesCache(backend);
            var server = (await cache.FindAsync(@"\\Other"))!;
            var file = (await cache.FindAsync(@"\\srv\data\a_b.txt"))!;

            Assert.That(server.Parent().ToList(), Is.Empty);
            Assert.That(server.Children().ToList(), Is.Empty);
            Assert.That(file.Children().ToList(), Is.Empty);
            Assert.That(file.Descendants().ToList(), Is.Empty);
        }
    }

    [Test]
    public async Task The_key_is_all_that_a_row_must_hold()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));

        var row = await cache.Query($"SELECT Sparse FROM Win32_OfflineFilesItem WHERE ItemPath LIKE '%data'").As<OfflineFilesItem>().FirstOrDefaultAsync();

        Assert.That(row!.LoadedMembers, Is.EqualTo(ItemMembers.ItemPath | ItemMembers.Sparse));
        Assert.That((await row.Children().CountAsync(), await row.Descendants().CountAsync(), await row.Parent().CountAsync()), Is.EqualTo((4, 7, 1)));
    }

    [Test]
    public async Task The_item_of_a_raw_row_leads_on_too()
    {
        await using var cache = new OfflineFilesCache(new WindowsTrapBackend(SampleItems.All));

        var row = await cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemPath = {Data.ToString()}").FirstOrDefaultAsync();

        Assert.That(await row!.As<OfflineFilesItem>()!.Children().CountAsync(), Is.EqualTo(4));
    }

    [Test]
    public async Task The_items_of_a_change_lead_into_the_cache_that_told_of_it()
    {
        var backend = Substitute.For<ICacheBackend>();
        using var source = new Subject<CacheChange>();
        backend.Changes.Returns(source);
        await using var first = new OfflineFilesCache(backend, ownsBackend: false);
        await using var second = new OfflineFilesCache(backend, ownsBackend: false);
        var told = new List<CacheChange>();
        using var one = first.Changes.Subscribe(told.Add);
        using var other = second.Changes.Subscribe(told.Add);

        source.OnNext(new CacheChange { Kind = CacheChangeKind.ItemModified, Current = new OfflineFilesItem(Data, OfflineFilesItemType.Share) });

        Assert.That(told, Has.Count.EqualTo(2));
        Assert.That(told[0], Is.EqualTo(told[1]));
        Assert.That(told[0].Current, Is.Not.SameAs(told[1].Current));
        Assert.That(told.Select(change => change.Current!.Children()), Is.All.Not.Null);
    }

    [Test]
    public async Task A_path_leads_to_items_without_one()
    {
        await using var cache = new OfflineFilesCache(new WindowsTrapBackend(SampleItems.All));

        Assert.That(await cache.ChildrenOf(Data).CountAsync(), Is.EqualTo(4));
        Assert.That(await cache.DescendantsOf(Data).CountAsync(i => i.ItemType == OfflineFilesItemType.File), Is.EqualTo(5));
        Assert.That(await cache.DescendantsOf(@"\\srv\gone").AnyAsync(), Is.False);
    }

    [Test]
    public void An_item_made_by_hand_says_what_to_do() => Assert.That(
        () => new OfflineFilesItem(Data, OfflineFilesItemType.Share).Children(),
        Throws.TypeOf<DetachedItemException>().With.Property("ItemPath").EqualTo(@"\\srv\data").And.Message.EqualTo(
            @"The items around \\srv\data were asked for, but it was not read from a cache. "
            + "Read it with FindAsync or a query, or ask the cache itself: cache.ChildrenOf(path), cache.DescendantsOf(path)."));

    [Test]
    public async Task A_closed_cache_is_asked_no_more()
    {
        var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        var item = (await cache.FindAsync(Data))!;
        await cache.DisposeAsync();

        await Assert.ThatAsync(() => item.Children().ToListAsync(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => item.Descendants().ToList(), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Two_caches_over_one_backend_each_lead_into_themselves()
    {
        OfflineFilesItem[] rows = [.. SampleItems.All.Select(item => new OfflineFilesItem(item.Path, item.ItemType))];
        var backend = new InMemoryBackend(rows, PushdownProfile.Everything);
        var first = new OfflineFilesCache(backend, ownsBackend: false);
        await using var second = new OfflineFilesCache(backend);

        var fromFirst = await first.Items.FirstAsync(i => i.ItemPath == @"\\srv\data");
        var fromSecond = await second.Items.FirstAsync(i => i.ItemPath == @"\\srv\data");
        var rawFromSecond = await second.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = 'data'").FirstOrDefaultAsync();
        await first.DisposeAsync();

        Assert.That(fromFirst, Is.EqualTo(fromSecond).And.Not.SameAs(fromSecond));
        Assert.That((await fromSecond.Children().CountAsync(), await rawFromSecond!.As<OfflineFilesItem>()!.Children().CountAsync()), Is.EqualTo((4, 4)));
        await Assert.ThatAsync(() => fromFirst.Children().CountAsync(), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Writing_an_item_as_JSON_asks_the_cache_nothing()
    {
        var backend = new InMemoryBackend(SampleItems.All, PushdownProfile.Everything);
        await using var cache = new OfflineFilesCache(backend);
        var item = await cache.FindAsync(Data);

        var json = JsonSerializer.Serialize(item, Json);

        Assert.That(json, Does.Contain("\"ItemName\":\"data\"").And.Not.Contain("Children").And.Not.Contain("Reports"));
        Assert.That(backend.Queries, Is.Empty);
    }

    private static async Task<List<string>> Names(IQueryable<OfflineFilesItem> items) => await items.OrderBy(i => i.ItemName).Select(i => i.ItemName).ToListAsync();
}
