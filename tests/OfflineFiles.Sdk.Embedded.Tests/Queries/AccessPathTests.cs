using OfflineFiles.Sdk.Embedded.Queries;
using OfflineFiles.Sdk.Embedded.Store;
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

    private static string Explain(CacheStore store, ItemQueryPlan plan)
    {
        using var lease = store.Lease();
        using var rows = lease.Connection.Query("EXPLAIN QUERY PLAN " + plan.Sql).Open(plan.Parameters);
        Assert.That(rows.Read(), Is.True);
        var columns = rows.Columns;
        columns.Skip(3);
        return columns.TextOrNull()!;
    }
}
