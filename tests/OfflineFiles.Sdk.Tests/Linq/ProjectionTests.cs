using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>A query asks the backend for the members it reads, and for all when it cannot know them.</summary>
[TestFixture]
public sealed class ProjectionTests
{
    private static IEnumerable<TestCaseData> Queries()
    {
        static TestCaseData Case(string name, Func<IQueryable<OfflineFilesItem>, System.Collections.IEnumerable> query, string list) =>
            new TestCaseData(query, list).SetArgDisplayNames(name);
        yield return Case("a member", items => items.Select(i => i.ItemName), "ItemPath, ItemName");
        yield return Case("a path", items => items.Select(i => i.Path), "ItemPath");
        yield return Case("a member of an info object", items => items.Select(i => i.PinInfo!.Pinned), "ItemPath, PinInfo");
        yield return Case("a sort key", items => items.OrderBy(i => i.FileSysInfo!.LocalSize).Select(i => i.ItemType), "ItemPath, ItemType, FileSysInfo");
        yield return Case("a pushed predicate", items => items.Where(i => i.ItemName == "srv").Select(i => i.ItemPath), "ItemPath");
        yield return Case("a residual predicate", items => items.Where(i => i.ItemName.Length == 3).Select(i => i.ItemPath), "ItemPath, ItemName");
        yield return Case("a checked predicate", items => items.Where(i => i.ItemName.Equals("srv", StringComparison.Ordinal)).Select(i => i.ItemPath), "ItemPath, ItemName");
        yield return Case("what comes after Select", items => items.Select(i => i.ItemName).Where(n => n.Length > 3).OrderBy(n => n.Length), "ItemPath, ItemName");
        yield return Case("whole items", items => items.Where(i => i.ItemName == "srv"), "*");
        yield return Case("an item that escapes", items => items.Select(i => i.ToString()), "*");
        yield return Case("an item in an object", items => items.Select(i => new { i, i.ItemName }), "*");
        yield return Case("the key of a group", items => items.GroupBy(i => i.ItemType, i => i.ItemName), "ItemPath, ItemName, ItemType");
        yield return Case("the key and result of a join", items => items.Join(new[] { "a" }, i => i.ItemName, n => n, (i, n) => i.PinInfo), "ItemPath, ItemName, PinInfo");
        yield return Case("what SelectMany reads", items => items.SelectMany(i => i.ItemName, (i, c) => i.ItemType), "ItemPath, ItemName, ItemType");
        yield return Case("what is distinct", items => items.Select(i => i.ItemType).Distinct(), "ItemPath, ItemType");
        yield return Case("a numbered row", items => items.Select((i, n) => i.ItemName + n), "ItemPath, ItemName");
        yield return Case("what is paired", items => items.Zip(new[] { 1 }, (i, n) => i.ItemName), "ItemPath, ItemName");
        yield return Case("a path test", items => items.Where(i => i.IsUnder(@"\\srv") == i.ItemName.StartsWith("x")).Select(i => i.ItemName), "ItemPath, ItemName");
    }

    [TestCaseSource(nameof(Queries))]
    public async Task The_select_list_holds_what_is_read(Func<IQueryable<OfflineFilesItem>, System.Collections.IEnumerable> query, string list)
    {
        var backend = new InMemoryBackend(SampleItems.All, PushdownProfile.Everything);
        await using var cache = new OfflineFilesCache(backend);

        foreach (var _ in query(cache.Items))
        {
        }

        Assert.That(backend.Queries.Single(), Does.StartWith($"SELECT {list} FROM Win32_OfflineFilesItem"));
    }

    [Test]
    public async Task Counting_reads_only_keys()
    {
        var backend = new InMemoryBackend(SampleItems.All, PushdownProfile.Everything);
        await using var cache = new OfflineFilesCache(backend);

        await cache.Items.CountAsync(i => i.PinInfo!.Pinned);

        Assert.That(backend.Queries.Single(), Is.EqualTo("SELECT ItemPath FROM Win32_OfflineFilesItem WHERE PinInfo.Pinned = TRUE"));
    }

    [Test]
    public async Task An_aggregate_reads_what_its_selector_reads()
    {
        var backend = new InMemoryBackend(SampleItems.All, PushdownProfile.Everything);
        await using var cache = new OfflineFilesCache(backend);

        await cache.Items.SumAsync(i => i.FileSysInfo!.LocalSize);
        await cache.Items.Select(i => new { i.ItemName, i.PinInfo }).CountAsync(x => x.ItemName == "a");
        await cache.Items.Select(i => new { i.ItemName, i.PinInfo }).MaxAsync(x => x.ItemName);

        Assert.That(backend.Queries, Is.EqualTo(new[]
        {
            "SELECT ItemPath, FileSysInfo FROM Win32_OfflineFilesItem",
            "SELECT ItemPath FROM Win32_OfflineFilesItem WHERE ItemName = 'a'",
            "SELECT ItemPath, ItemName FROM Win32_OfflineFilesItem",
        }));
    }

    [Test]
    public async Task The_profile_says_what_is_asked_for_when_some_members_are_read()
    {
        var backend = new WindowsTrapBackend(SampleItems.All);
        await using var cache = new OfflineFilesCache(backend);

        await cache.Items.Select(i => i.ItemName).ToListAsync();
        await cache.Items.Select(i => new { i.ItemName, i.PinInfo }).ToListAsync();
        await cache.Items.Where(i => i.PinInfo!.Pinned).CountAsync();

        Assert.That(backend.Queries, Is.EqualTo(new[]
        {
            "SELECT ItemPath, ItemName FROM Win32_OfflineFilesItem",
            "SELECT * FROM Win32_OfflineFilesItem",
            "SELECT ItemPath FROM Win32_OfflineFilesItem WHERE PinInfo.Pinned = TRUE",
        }));
        Assert.That(cache.Items.Select(i => i.PinInfo).Explain().Members, Is.EqualTo(ItemMembers.All));
    }
}
