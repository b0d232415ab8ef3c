using OfflineFiles.Sdk.Embedded.Tests.Backend;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Queries;

[TestFixture]
internal sealed class QueryTests
{
    [TestCase("ItemType = 0", 3)]
    [TestCase("ItemType = '1'", 1)]
    [TestCase("Sparse = 'FALSE'", 3)]
    [TestCase("Sparse IS NULL", 3)]
    [TestCase("Sparse <> TRUE", 3)]
    [TestCase("NOT Sparse = TRUE", 3)]
    [TestCase("PinInfo.Pinned = TRUE", 5)]
    [TestCase("PinInfo.Nonsense = 1", 0)]
    [TestCase("NOT PinInfo.Nonsense = 1", 0)]
    [TestCase("ItemName = 'A.TXT'", 1)]
    [TestCase("ItemName LIKE '[ab].txt'", 2)]
    [TestCase("FileSysInfo.LocalSize > 1 OR ItemType = 3", 2)]
    [TestCase("FileSysInfo.LocalLastWriteTime > '20000101000000.000000+000' AND ItemType = 0", 3)]
    [TestCase(@"ItemPath LIKE '\\\\SRV\\docs\\s%'", 2)]
    [TestCase("ConnectionInfo.ConnectState = 2", 5)]
    [TestCase("__CLASS = 'win32_offlinefilesitem'", 6)]
    [TestCase("__CLASS <> 'Win32_OfflineFilesItem' OR ItemType = 0", 3)]
    [TestCase("NOT __GENUS = 2", 0)]
    [TestCase("__SUPERCLASS IS NULL AND ItemType = 0", 3)]
    [TestCase(@"__RELPATH = 'Win32_OfflineFilesItem.ItemPath=""\\\\\\\\srv\\\\docs\\\\a.txt""'", 1)]
    [TestCase("PinInfo.__CLASS LIKE '%PinInfo'", 5)]
    [TestCase("PinInfo.__CLASS IS NULL", 1)]
    [TestCase("PinInfo.__NONSENSE IS NULL", 0)]
    public async Task A_predicate_finds(string where, int count)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "bb"), (@"sub\c.txt", "c"));
        await test.PinAsync();

        Assert.That(await test.QueryAsync($"SELECT * FROM Win32_OfflineFilesItem WHERE {where}"), Has.Count.EqualTo(count));
    }

    // Letters whose case some runtimes do not know.
    [TestCase("ItemName = '\uA7DC\U00010400.TXT'")]
    [TestCase("ItemName LIKE '\uA7DC\U00010400%'")]
    [TestCase("ItemName LIKE '%\U00010400.txt'")]
    [TestCase("ItemName LIKE '[\uA7DC]%'")]
    [TestCase("ItemName >= '\uA7DC\U00010400.TXT' AND ItemName <= '\uA7DC\U00010400.TXT'")]
    [TestCase("ItemPath LIKE '%\\\\\uA7DC%' AND ItemType = 0")]
    public async Task Case_is_folded_as_everywhere(string where)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("\u019B\U00010428.txt", "b"));
        await test.PinAsync();

        var found = await test.QueryAsync($"SELECT * FROM Win32_OfflineFilesItem WHERE {where}");

        Assert.That(found.Select(item => item.ItemName), Is.EqualTo(new[] { "\u019B\U00010428.txt" }));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(int.MaxValue)]
    public async Task A_page_size_changes_no_row(int pageSize)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "bb"), (@"sub\c.txt", "c"));
        await test.PinAsync();
        await using var cache = new OfflineFilesCache(test.Backend, ownsBackend: false);
        var items = cache.Items.OrderBy(i => i.ItemPath).Select(i => i.ItemPath);

        var paged = await items.WithOptions(new QueryOptions { PageSize = pageSize }).ToListAsync();

        Assert.That(paged, Is.EqualTo(await items.ToListAsync()).And.Count.EqualTo(6));
    }

    // The database takes expressions of a depth of 1000; the language has no such limit.
    [TestCase(3_000, 0)]
    [TestCase(0, 3_000)]
    [TestCase(900, 390)]
    public async Task A_predicate_may_have_thousands_of_terms(int joinedByAnd, int joinedByOr)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "bb"));
        await test.PinAsync();
        var all = string.Join(" AND ", Enumerable.Range(0, joinedByAnd).Select(number => $"ItemName <> 'x{number}'").Append("ItemType = 0"));
        var any = string.Join(" OR ", Enumerable.Range(0, joinedByOr).Select(number => $"ItemName = 'x{number}'").Append("ItemName = 'B.txt'"));

        var found = await test.QueryAsync($"SELECT * FROM Win32_OfflineFilesItem WHERE {all} AND ({any})");

        Assert.That(found.Select(item => item.ItemName), Is.EqualTo(new[] { "b.txt" }));
    }

    [Test]
    public async Task A_select_list_is_honoured()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();

        var item = (await test.QueryAsync("SELECT ItemName, PinInfo.Pinned FROM Win32_OfflineFilesItem WHERE ItemType = 0")).Single();

        Assert.That(item.LoadedMembers, Is.EqualTo(ItemMembers.ItemPath | ItemMembers.ItemName | ItemMembers.PinInfo));
        Assert.That((item.ItemName, item.PinInfo!.PinnedForUser), Is.EqualTo(("a.txt", PinState.Pinned)));
        Assert.That(() => item.FileSysInfo, Throws.InstanceOf<MemberNotLoadedException>().With.Message.Contains("SELECT ItemName, PinInfo.Pinned"));
    }

    [TestCase("SELECT * FROM Win32_OfflineFilesItem WHERE Nonsense = 1", typeof(WqlEvaluationException))]
    [TestCase("SELECT * FROM Win32_OfflineFilesItem WHERE __SERVER = 'x'", typeof(WqlEvaluationException))]
    [TestCase("SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 'x'", typeof(WqlEvaluationException))]
    [TestCase("SELECT Nonsense FROM Win32_OfflineFilesItem", typeof(QueryTranslationException))]
    [TestCase("SELECT * FROM Win32_Process", typeof(QueryTranslationException))]
    public async Task A_query_that_makes_no_sense_is_refused(string wql, Type error)
    {
        await using var test = await TestCache.OpenAsync();

        Assert.That(() => test.QueryAsync(wql), Throws.InstanceOf(error));
    }

    [Test]
    public async Task Synchronous_and_asynchronous_answers_are_the_same_over_many_batches()
    {
        await using var test = await TestCache.OpenAsync([.. Enumerable.Range(0, 600).Select(number => ($"f{number}.txt", ""))]);
        await test.PinAsync(options: new PinOptions { Flags = PinControlFlags.ForUser });
        var query = new WqlSelectQuery("Win32_OfflineFilesItem");

        var rows = test.Backend.QueryItems(query).Select(item => item.ItemPath).ToList();

        Assert.That(rows, Has.Count.EqualTo(602));
        Assert.That((await test.QueryAsync(query.ToString())).Select(item => item.ItemPath), Is.EqualTo(rows));
    }

    [Test]
    public async Task A_query_that_is_cancelled_ends_with_the_callers_token()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var error = await Assert.ThrowsAsync<TaskCanceledException>(async () =>
        {
            await foreach (var _ in test.Backend.QueryItemsAsync(new WqlSelectQuery("Win32_OfflineFilesItem"), source.Token)) Assert.Fail("A row came.");
        });

        Assert.That(error!.CancellationToken, Is.EqualTo(source.Token));
    }

    [Test]
    public async Task A_query_that_is_being_read_is_not_disturbed_by_any_number_of_others()
    {
        await using var test = await TestCache.OpenAsync([.. Enumerable.Range(0, 200).Select(number => ($"f{number}.txt", ""))]);
        await test.PinAsync(options: new PinOptions { Flags = PinControlFlags.ForUser });
        var seen = 0;

        foreach (var item in test.Backend.QueryItems(new WqlSelectQuery("Win32_OfflineFilesItem")))
        {
            seen++;
            var other = $"SELECT * FROM Win32_OfflineFilesItem WHERE {string.Join(" OR ", Enumerable.Repeat("ItemName = 'f7.txt'", (seen % 100) + 1))}";
            Assert.That(await test.QueryAsync(other), Has.Count.EqualTo(1));
            Assert.That(test.Backend.FindItem(item.Path), Is.EqualTo(item));
        }

        Assert.That(seen, Is.EqualTo(202));
    }

    [Test]
    public async Task A_look_up_that_is_cancelled_before_it_begins_ends_with_the_callers_token()
    {
        await using var test = await TestCache.OpenAsync();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var error = await Assert.ThrowsAsync<TaskCanceledException>(async () => await test.Backend.FindItemAsync(TestCache.Share, source.Token));

        Assert.That(error!.CancellationToken, Is.EqualTo(source.Token));
    }

    [Test]
    public async Task A_row_read_through_the_query_is_the_row_the_change_stream_tells()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "abc"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "changed");
        var row = await ReadRowAsync(test);

        var item = await test.ItemAsync("a.txt");

        Assert.That(item.FileSysInfo, Is.EqualTo(row.FileSysInfo));
        Assert.That(item.PinInfo, Is.EqualTo(row.PinInfo));
        Assert.That(item.ChangeInfo, Is.EqualTo(row.ChangeInfo));
        Assert.That(item.ConnectionInfo, Is.EqualTo(row.ConnectionInfo));
        Assert.That(item.SuspendInfo, Is.EqualTo(row.SuspendInfo));
        Assert.That(item.DirtyInfo, Is.EqualTo(row.DirtyInfo));
        Assert.That((item.Encrypted, item.Sparse, item.ItemName, item.ParentItemPath), Is.EqualTo((row.Encrypted, row.Sparse, row.ItemName, row.ParentItemPath)));
    }

    private static async Task<OfflineFilesItem> ReadRowAsync(TestCache test)
    {
        await test.Backend.DisposeAsync();
        OfflineFilesItem item;
        using (var store = Embedded.Store.CacheStore.Open(test.CacheDirectory))
        {
            var row = await store.FindAsync(TestCache.At("a.txt"), CancellationToken.None);
            item = Embedded.Store.StoredItemMapper.ToItem(row!, store.FindScope(TestCache.Share));
        }

        await test.StartAsync();
        return item;
    }
}
