using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim.Calls;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Testing.Meaning;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Queries;

/// <summary>What is sent to a server of another dialect, and that it is only what that server answers rightly.</summary>
public sealed class OmiDialectTests
{
    private static IEnumerable<TestCaseData> Sent()
    {
        TestCaseData Case(string name, Expression<Func<OfflineFilesItem, bool>> predicate, string where) =>
            new TestCaseData(predicate, $"SELECT * FROM Win32_OfflineFilesItem{where}").SetArgDisplayNames(name);
        yield return Case("type", i => i.ItemType == OfflineFilesItemType.File, " WHERE ItemType = 0");
        yield return Case("null", i => i.Sparse == null, " WHERE Sparse = NULL");
        yield return Case("value", i => i.Sparse != null && i.ItemName != "a'b", @" WHERE NOT Sparse = NULL AND ItemName <> 'a\'b'");
        yield return Case("not true", i => i.Encrypted != true, "");
        yield return Case("prefix", i => i.ItemName.StartsWith("20"), " WHERE ItemName LIKE '20%'");
        yield return Case("beyond ASCII", i => i.ItemName == "É", "");
        yield return Case("info object", i => i.PinInfo!.Pinned, "");
        yield return Case("subtree", i => i.IsUnder(SampleItems.Share.Path), "");
        yield return Case("children", i => i.ParentItemPath == SampleItems.Share.ItemPath, @" WHERE ParentItemPath = '\\\\srv\\docs'");
    }

    [TestCaseSource(nameof(Sent))]
    public async Task A_query_says_what_the_server_answers_rightly_and_Explain_says_the_same(
        Expression<Func<OfflineFilesItem, bool>> predicate, string wql)
    {
        var (backend, server) = Backends.OverOmi();
        await using var cache = new OfflineFilesCache(backend);

        Assert.That(await cache.Items.Where(predicate).ToListAsync(), Is.EquivalentTo(SampleItems.All.Where(item => Oracle.Holds(predicate, item))));
        Assert.That(server.Queries, Is.EqualTo(new[] { wql }));
        Assert.That(cache.Items.Where(predicate).Explain().Requests, Is.EqualTo(server.Queries));
    }

    [TestCase("ItemName < 'b'", "orders and folds text")]
    [TestCase("ItemName = 'Straße'", "orders and folds text")]
    [TestCase("ItemName LIKE 'a_c'", "one byte")]
    [TestCase("ItemName LIKE '[a-c]%'", "one byte")]
    [TestCase("ItemName LIKE 'ü%'", "one byte")]
    [TestCase("Encrypted <> TRUE", "NULL differs")]
    [TestCase("NOT Encrypted = TRUE", "NULL differs")]
    [TestCase("Encrypted = 1", "own type")]
    [TestCase("ItemType = '0'", "own type")]
    [TestCase("ItemType < 9223372036854775808", "own type")]
    [TestCase("PinInfo.Pinned = TRUE", "an object is NULL")]
    [TestCase("PinInfo IS NULL", "plain properties")]
    [TestCase("__CLASS = 'x'", "plain properties")]
    [TestCase("NOT Sparse IS NOT NULL", "one NOT after another")]
    [TestCase(@"ItemPath LIKE '\\\\srv%'", "on ItemPath and ParentItemPath only")]
    public void What_the_server_answers_otherwise_or_cannot_read_stays_with_the_caller(string where, string reason) =>
        Assert.That(Profile.Judge(WqlPredicate.Parse(where)).Reason, Does.Contain(reason));

    [TestCase("ItemType = 0 OR ItemType >= 2")]
    [TestCase("NOT (ItemName = 'a' AND ItemType = 1)")]
    [TestCase("Sparse = TRUE OR Sparse IS NULL")]
    [TestCase("NOT Sparse IS NULL")]
    [TestCase("NOT ItemName LIKE '%[%]%'")]
    public void The_rest_is_sent(string where) => Assert.That(Profile.Judge(WqlPredicate.Parse(where)), Is.EqualTo(PushdownVerdict.Allowed));

    [Test]
    public void As_many_tests_as_the_profile_lets_through_are_read_even_if_each_and_each_group_of_them_is_negated()
    {
        var test = WqlPredicate.Not(WqlPredicate.Parse("ItemType = 0"));
        var where = Enumerable.Repeat(test, Profile.MaxTerms - 1).Aggregate(
            test, (all, next) => WqlPredicate.Not(all is WqlNot ? WqlPredicate.And([all, next]) : all));

        Assert.That(() => OmiQueryText.Read(new WqlSelectQuery("Win32_OfflineFilesItem", where).ToString(WqlDialect.Omi)), Throws.Nothing);
        Assert.That(where.TermCount, Is.EqualTo(Profile.MaxTerms));
    }

    [TestCase("Sparse IS NULL")]
    [TestCase("Sparse IS NOT NULL")]
    [TestCase("PinInfo ISA 'Win32_OfflineFilesPinInfo'")]
    [TestCase("__CLASS = 'x'")]
    [TestCase("Encrypted")]
    [TestCase("Encrypted = 1")]
    [TestCase("ItemType = 0x1")]
    [TestCase("ItemName = 'it''s'")]
    [TestCase("NoSuchName = 1")]
    public async Task The_double_refuses_what_the_server_cannot_read(string where) =>
        await Assert.ThatAsync(
            () => CountAsync($"SELECT * FROM Win32_OfflineFilesItem WHERE {where}"),
            Throws.TypeOf<CimTransportException>().With.Property("Status").EqualTo(CimStatus.InvalidQuery));

    [TestCase("SELECT PinInfo.Pinned FROM Win32_OfflineFilesItem")]
    [TestCase("ASSOCIATORS OF {Win32_OfflineFilesCache=@}")]
    public async Task The_double_refuses_the_other_forms_of_query_too(string wql) =>
        await Assert.ThatAsync(() => CountAsync(wql), Throws.TypeOf<CimTransportException>().With.Property("Status").EqualTo(CimStatus.InvalidQuery));

    [TestCase("PinInfo = NULL", 1)]
    [TestCase("PinInfo <> NULL", 0, Description = "the evaluation fails")]
    [TestCase("NOT PinInfo.Pinned = TRUE", 1, Description = "a row without pin information is skipped")]
    [TestCase("ItemType = 3 OR PinInfo.Pinned = TRUE", 2, Description = "the server is lost, though the first term holds for it")]
    [TestCase("Sparse <> TRUE", 3, Description = "NULL differs from TRUE")]
    [TestCase("PinInfo ISA Win32_OfflineFilesPinInfo", 3)]
    [TestCase("PinInfo.NoSuchName = 1", 0)]
    public async Task The_double_filters_as_the_server_does(string where, int rows) =>
        Assert.That(await CountAsync($"SELECT * FROM Win32_OfflineFilesItem WHERE {where}"), Is.EqualTo(rows));

    [Test]
    public async Task The_definitions_of_classes_come_from_the_table_of_the_library_because_the_server_has_no_query_for_them()
    {
        var (backend, server) = Backends.OverOmi();
        await using var cache = new OfflineFilesCache(backend);

        Assert.That((await cache.Query(new WqlSchemaQuery()).ToListAsync()).Select(row => row.ClassName), Does.Contain("Win32_OfflineFilesItem"));
        Assert.That(server.Queries, Is.Empty);
    }

    [Test]
    public async Task A_raw_query_over_another_class_is_written_in_the_dialect_too()
    {
        var (backend, server) = Backends.OverOmi();
        await using var cache = new OfflineFilesCache(backend);
        var query = new WqlSelectQuery("Win32_Any", WqlPredicate.Parse("A IS NOT NULL AND B ISA 'C'"));

        await Assert.ThatAsync(
            () => cache.Query(query).ToListAsync(), Throws.TypeOf<OfflineFilesBackendException>().With.Message.Contains("no such class"));
        Assert.That(server.Queries, Is.EqualTo(new[] { "SELECT * FROM Win32_Any WHERE NOT A = NULL AND B ISA C" }));
    }

    private static PushdownProfile Profile => OmiPushdownProfile.Instance;

    private static async Task<int> CountAsync(string wql)
    {
        await using var server = new OmiDouble(new FixedRowsBackend(SampleItems.All));
        var count = 0;
        await foreach (var _ in server.QueryAsync(new CimQuery(wql), default)) count++;
        return count;
    }
}
