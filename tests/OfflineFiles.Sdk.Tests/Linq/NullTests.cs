using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>Null stays null on its way through a query, however it is written; only what leaves the query becomes a default.</summary>
[TestFixture]
public sealed class NullTests
{
    // Some whose state is unknown, beside those that have none.
    private static readonly IReadOnlyList<OfflineFilesItem> Rows =
    [
        .. SampleItems.All,
        new(@"\\srv\lost", OfflineFilesItemType.Share) { ConnectionInfo = new ConnectionInfo { ConnectState = ConnectState.Unknown } },
    ];

    private static IEnumerable<TestCaseData> Ways() =>
        from question in NullCases.All
        from way in question.Ways.Select((_, number) => number)
        select new TestCaseData(question, way).SetArgDisplayNames(question.Name, $"{way + 1}");

    [TestCaseSource(nameof(Ways))]
    public async Task One_question_has_one_answer_in_whatever_way_it_is_asked(NullQuestion question, int way)
    {
        var expected = question.Answer(Rows);
        foreach (var backend in QueryAssert.Backends(Rows))
        {
            await using var cache = new OfflineFilesCache(backend);

            Assert.That(await NowAsync(question.Ways[way](cache.Items)), Is.EqualTo(expected), backend.Pushdown.Name);
        }
    }

    private static async Task<object?> NowAsync(object? answer) => answer switch
    {
        Task<double> average => await average,
        Task<int> count => await count,
        _ => answer,
    };

#if NET10_0_OR_GREATER
    [Test]
    public async Task A_null_key_is_a_key_of_its_own_that_looks_like_the_default_outside()
    {
        foreach (var backend in QueryAssert.Backends(Rows))
        {
            await using var cache = new OfflineFilesCache(backend);

            var states = await cache.Items.CountBy(i => i.ConnectionInfo!.ConnectState).ToListAsync();
            var told = await cache.Items.CountBy(i => i.ConnectionInfo!.ConnectState).Select(p => new { Key = (ConnectState?)p.Key, p.Value }).ToListAsync();

            Assert.That(states.Where(p => p.Key == ConnectState.Unknown).Select(p => p.Value), Is.EquivalentTo(new[] { 1, 2 }));
            Assert.That(told.Where(p => p.Key == ConnectState.Unknown).Select(p => p.Value), Is.EqualTo(new[] { 1 }));
            Assert.That(told.Where(p => p.Key is null).Select(p => p.Value), Is.EqualTo(new[] { 2 }));
        }
    }
#endif

    [Test]
    public async Task A_group_without_a_value_has_null_for_its_least_and_an_empty_query_has_none()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(Rows, PushdownProfile.Everything));
        var servers = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.Server);

        Assert.That(servers.GroupBy(_ => 1).Select(g => g.Min(i => i.FileSysInfo!.LocalSize)).Single(), Is.Zero);
        Assert.That(servers.GroupBy(_ => 1).Select(g => g.Min(i => i.FileSysInfo!.LocalSize)).Count(size => size == 0), Is.Zero);
        Assert.That(servers.GroupBy(_ => 1).Select(g => (double?)g.Average(i => i.FileSysInfo!.LocalSize)).Single(), Is.Null);
        Assert.That(() => servers.Min(i => i.FileSysInfo!.LocalSize), Throws.InvalidOperationException);
        Assert.That(() => servers.Average(i => i.FileSysInfo!.LocalSize), Throws.InvalidOperationException);
    }

    [Test]
    public async Task The_same_object_leaves_the_query_each_time()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(Rows, PushdownProfile.Everything));

        var lists = await cache.Items.Select(i => new NullCases.SizedObject { Size = i.FileSysInfo!.LocalSize }).Skip(0)
            .GroupBy(_ => 1).Select(g => new { All = g.ToList(), First = g.First() }).SingleAsync();

        Assert.That(lists.First, Is.SameAs(lists.All[0]));
    }

    [Test]
    public async Task Explain_says_where_a_value_that_may_be_null_becomes_a_default()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(Rows, PushdownProfile.Everything));

        Assert.That(cache.Items.Select(i => i.FileSysInfo!.LocalSize).Explain().NullDefaults, Is.EqualTo(new[] { "i.FileSysInfo.LocalSize becomes 0" }));
        Assert.That(
            cache.Items.Select(i => new { i.ItemName, i.FileSysInfo!.LocalSize }).Skip(0).OrderBy(x => x.LocalSize).Explain().NullDefaults,
            Is.EqualTo(new[] { "i.FileSysInfo.LocalSize becomes 0" }));
#if NET10_0_OR_GREATER
        Assert.That(
            cache.Items.CountBy(i => i.ConnectionInfo!.ConnectState).Explain().NullDefaults,
            Is.EqualTo(new[] { "i.ConnectionInfo.ConnectState becomes ConnectState.Unknown" }));
        Assert.That(
            cache.Items.LeftJoin(cache.Items, i => i.ParentItemPath, p => p.ItemPath, (i, p) => p!.ItemType).Explain().NullDefaults,
            Is.EqualTo(new[] { "p.ItemType becomes OfflineFilesItemType.File" }));
#endif
        Assert.That(
            cache.Items.GroupBy(i => i.ItemType).Select(g => g.Average(i => i.FileSysInfo!.LocalSize)).Explain().ToString(),
            Does.Contain("Null:     g.Average(i => i.FileSysInfo.LocalSize) becomes 0"));
    }

    [Test]
    public async Task Explain_is_silent_where_null_cannot_be_or_stays_null()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(Rows, PushdownProfile.Everything));

        Assert.That(cache.Items.Explain().NullDefaults, Is.Empty);
        Assert.That(cache.Items.Select(i => i.ItemType).Explain().NullDefaults, Is.Empty);
        Assert.That(cache.Items.Select(i => i.PinInfo!.Pinned).Explain().NullDefaults, Is.Empty);
        Assert.That(cache.Items.Select(i => (long?)i.FileSysInfo!.LocalSize).Explain().NullDefaults, Is.Empty);
        Assert.That(cache.Items.Select(i => i.FileSysInfo!.LocalSize).Where(s => s == 0).Select(s => (long?)s).Explain().NullDefaults, Is.Empty);
        Assert.That(cache.Items.OrderBy(i => i.FileSysInfo!.LocalSize).Select(i => i.ItemName).Explain().NullDefaults, Is.Empty);
        Assert.That(cache.Items.GroupBy(i => i.FileSysInfo!.LocalSize).Select(g => g.Count()).Explain().NullDefaults, Is.Empty);
    }

    [Test]
    public async Task Of_items_with_the_same_least_key_it_is_that_with_the_first_path_on_every_way()
    {
        var first = Rows.Where(i => i.FileSysInfo?.LocalSize == 0).MinBy(i => i.ItemPath, StringComparer.OrdinalIgnoreCase);
        foreach (var rows in new[] { Rows, Rows.Reverse().ToList() })
        {
            foreach (var backend in QueryAssert.Backends(rows))
            {
                await using var cache = new OfflineFilesCache(backend);
                var paths = Rows.Select(i => i.ItemPath).Reverse().ToList();

                Assert.That(cache.Items.MinBy(i => i.FileSysInfo!.LocalSize), Is.EqualTo(first));
                Assert.That(await cache.Items.MinByAsync(i => i.FileSysInfo!.LocalSize), Is.EqualTo(first));
                Assert.That(await cache.Items.Where(i => paths.Contains(i.ItemPath)).MinByAsync(i => i.FileSysInfo!.LocalSize), Is.EqualTo(first));
                Assert.That((await cache.Items.MaxByAsync(i => i.ItemType == OfflineFilesItemType.Server))!.ItemPath, Is.EqualTo(@"\\Other"));
                Assert.That((await cache.Items.Where(i => i.FileSysInfo == null).MinByAsync(i => i.FileSysInfo!.LocalSize))!.ItemPath, Is.EqualTo(@"\\Other"));
            }
        }
    }

    [Test]
    public async Task Of_items_in_an_order_of_their_own_it_is_the_first_in_that_order()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(Rows, PushdownProfile.Everything));

        var last = await cache.Items.OrderByDescending(i => i.ItemPath).MinByAsync(i => i.FileSysInfo!.LocalSize);

        Assert.That(last, Is.EqualTo(Rows.Where(i => i.FileSysInfo?.LocalSize == 0).MaxBy(i => i.ItemPath, StringComparer.OrdinalIgnoreCase)));
    }
}
