using OfflineFiles.Sdk.Embedded.Queries;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Tests.Backend;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Queries;

/// <summary>Which index answers what, in the words of the database's own explanation.</summary>
[TestFixture]
internal sealed class AccessPathTests
{
    private string _directory = "";

    [SetUp]
    public void SetUp() => _directory = Directory.CreateTempSubdirectory("offlinefiles-plan-").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(_directory, recursive: true);

    [TestCase(@"ItemPath = '\\\\srv\\docs\\A.txt'", "SEARCH i USING INDEX sqlite_autoindex_items_1 (path_key=?)")]
    [TestCase(@"ItemType = 0 AND ItemPath = '\\\\srv\\docs'", "SEARCH i USING INDEX sqlite_autoindex_items_1 (path_key=?)")]
    [TestCase(@"ParentItemPath = '\\\\srv\\docs'", "SEARCH i USING INDEX items_by_parent (parent_key=?)")]
    [TestCase(@"ItemPath LIKE '\\\\srv\\docs\\%'", "SEARCH i USING INDEX sqlite_autoindex_items_1 (path_key>? AND path_key<?)")]
    [TestCase(@"ItemPath LIKE '\\\\srv\\my[_]docs\\%'", "SEARCH i USING INDEX sqlite_autoindex_items_1 (path_key>? AND path_key<?)")]
    [TestCase(@"ItemPath LIKE '\\\\srv\\100[%] [[]x]%'", "SEARCH i USING INDEX sqlite_autoindex_items_1 (path_key>? AND path_key<?)")]
    [TestCase(@"ParentItemPath LIKE '\\\\srv\\my[_]docs%'", "SEARCH i USING INDEX items_by_parent (parent_key>? AND parent_key<?)")]
    [TestCase("ItemName LIKE 'a[_]b%%'", "SEARCH i USING INDEX items_by_name (name_key>? AND name_key<?)")]
    [TestCase("ItemName LIKE 'a[_]b'", "SEARCH i USING INDEX items_by_name (name_key=?)")]
    [TestCase("ItemName LIKE '[[]x]'", "SEARCH i USING INDEX items_by_name (name_key=?)")]
    [TestCase("ItemName = 'a.txt'", "SEARCH i USING INDEX items_by_name (name_key=?)")]
    [TestCase("ItemType = 0", "SCAN i")]
    public void A_predicate_is_answered_through(string where, string plan)
    {
        using var store = CacheStore.Open(_directory);
        var made = ItemQueryPlan.Make(new WqlSelectQuery("Win32_OfflineFilesItem", WqlPredicate.Parse(where)));

        Assert.That(made.Recheck, Is.Null);
        Assert.That(Explain(store, made), Is.EqualTo(plan));
    }

    [TestCase("ItemName LIKE '%.txt'")]
    [TestCase("ItemName < 'm'")]
    [TestCase("PinInfo ISA 'Win32_OfflineFilesPinInfo'")]
    [TestCase("__CLASS = 'Win32_OfflineFilesItem'")]
    [TestCase("PinInfo.__CLASS IS NULL")]
    public void What_SQL_cannot_say_exactly_is_rechecked_row_by_row(string where)
    {
        var plan = ItemQueryPlan.Make(new WqlSelectQuery("Win32_OfflineFilesItem", WqlPredicate.Parse(where + " AND ItemType = 0")));

        Assert.That(plan.Recheck, Is.Not.Null);
        Assert.That(plan.Sql, Does.EndWith("WHERE (i.item_type = ?1)"));
    }

    // What the database finds then is more than the answer, and each row of it is tested.
    [TestCase("ItemName LIKE 'a[_]b%.txt'", "SEARCH i USING INDEX items_by_name (name_key>? AND name_key<?)")]
    [TestCase("ItemName LIKE 'a_b' AND ItemType = 0", "SEARCH i USING INDEX items_by_name (name_key>? AND name_key<?)")]
    [TestCase(@"ItemPath LIKE '\\\\s\\d\\%.txt' AND ItemName < 'm'", "SEARCH i USING INDEX sqlite_autoindex_items_1 (path_key>? AND path_key<?)")]
    [TestCase("ItemName LIKE '%b'", "SCAN i")]
    [TestCase("ItemName LIKE '[ab]%'", "SCAN i")]
    [TestCase("NOT ItemName LIKE 'a%b'", "SCAN i")]
    public void A_pattern_with_more_than_a_prefix_is_searched_by_the_prefix(string where, string plan)
    {
        using var store = CacheStore.Open(_directory);
        var made = ItemQueryPlan.Make(new WqlSelectQuery("Win32_OfflineFilesItem", WqlPredicate.Parse(where)));

        Assert.That(made.Recheck, Is.Not.Null);
        Assert.That(Explain(store, made), Is.EqualTo(plan));
    }

    // Both sides of an OR have a prefix: what begins with one of them holds the answer.
    [Test]
    public void Prefixes_joined_by_OR_are_searched_each_by_its_own()
    {
        using var store = CacheStore.Open(_directory);
        var either = WqlPredicate.Parse("ItemName LIKE 'a%z' OR (ItemName LIKE 'b_' AND ItemType = 0)");
        var made = ItemQueryPlan.Make(new WqlSelectQuery("Win32_OfflineFilesItem", either));

        Assert.That(made.Recheck, Is.Not.Null);
        Assert.That(Steps(store, made), Has.Exactly(2).Contains("items_by_name (name_key>? AND name_key<?)"));
    }

    // One query has more terms than SQL can be given; each of the queries it becomes goes through the index of what it names.
    [Test]
    public async Task Ten_thousand_values_are_searched_through_their_index()
    {
        string[] values = [@"\\srv\docs\a.txt", @"\\SRV\docs", "B.TXT", .. Enumerable.Range(0, 10_000).Select(number => $@"\\srv\docs\{number}")];
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "bb"), (@"sub\c.txt", "c"));
        await test.PinAsync();
        await using var cache = new OfflineFilesCache(test.Backend, ownsBackend: false);

        await CheckAsync(cache.Items.Where(i => values.Contains(i.ItemPath)), "path_key=?)", "docs", "a.txt");
        await CheckAsync(cache.Items.Where(i => values.Contains(i.ParentItemPath) && i.ItemType == OfflineFilesItemType.File), "parent_key=?)", "a.txt", "b.txt");
        await CheckAsync(cache.Items.Where(i => values.Contains(i.ItemName)), "name_key=?)", "b.txt");
        await CheckAsync(cache.Items.Where(i => i.IsUnder(@"\\srv\my_docs")), "path_key>? AND path_key<?)");
        await CheckAsync(cache.Items.Where(i => values.Contains(i.ItemPath) || i.IsUnder(@"\\srv\docs\sub")), "path_key", "docs", "a.txt", "c.txt");
    }

    // Each page is found where the one before ended, without going through or sorting what was read before.
    [TestCase("ItemType = 0", "SEARCH i USING INTEGER PRIMARY KEY (rowid>?)")]
    [TestCase(@"ParentItemPath = '\\\\srv\\docs'", "SEARCH i USING INDEX items_by_parent (parent_key=? AND rowid>?)")]
    [TestCase("ItemName = 'a.txt' AND ItemType = 0", "SEARCH i USING INDEX items_by_name (name_key=? AND rowid>?)")]
    [TestCase(@"ItemPath LIKE '\\\\srv\\docs\\%'", "SEARCH i USING INDEX sqlite_autoindex_items_1 (path_key>? AND path_key<?)")]
    public void A_page_is_found_through(string where, string step)
    {
        using var store = CacheStore.Open(_directory);
        var made = ItemQueryPlan.Make(new WqlSelectQuery("Win32_OfflineFilesItem", WqlPredicate.Parse(where)));
        KeysetWay way = made.Search == SearchedBy.RangeOfPaths ? new PathWay(made) : new NumberWay(made, ItemTable.From);

        var steps = Steps(store, way.Sql, [.. made.Parameters, made.Search == SearchedBy.RangeOfPaths ? "" : 0L, 10L]);

        Assert.That(steps[0], Is.EqualTo(step));
        Assert.That(steps, Has.None.Contains("TEMP B-TREE"));
    }

    private async Task CheckAsync(IQueryable<OfflineFilesItem> query, string index, params string[] names)
    {
        Assert.That((await query.ToListAsync()).Select(item => item.ItemName), Is.EquivalentTo(names));
        using var store = CacheStore.Open(_directory);
        foreach (var request in query.Explain().Requests.Where((_, number) => number % 8 == 0))
        {
            var made = ItemQueryPlan.Make((WqlSelectQuery)WqlQuery.Parse(request));
            Assert.That(made.Recheck, Is.Null);
            Assert.That(Steps(store, made).Where(step => step.StartsWith("SEARCH i ", StringComparison.Ordinal)), Is.Not.Empty.And.All.Contains($"({index}"));
        }
    }

    private static string Explain(CacheStore store, ItemQueryPlan plan) => Steps(store, plan)[0];

    private static List<string> Steps(CacheStore store, ItemQueryPlan plan) => Steps(store, plan.Sql, plan.Parameters);

    private static List<string> Steps(CacheStore store, string sql, IReadOnlyList<object> values)
    {
        using var lease = store.Lease();
        using var rows = lease.Connection.Query("EXPLAIN QUERY PLAN " + sql).Open(values);
        var steps = new List<string>();
        while (rows.Read()) steps.Add(rows.Columns.TextOrNull(3)!);

        return steps;
    }
}
