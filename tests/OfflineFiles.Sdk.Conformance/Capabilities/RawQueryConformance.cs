using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class RawQueryConformance<TWorld> : ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    private static readonly string[] Predicates =
    [
        "ItemType = 0",
        "NOT Sparse = TRUE",
        "Encrypted <> TRUE",
        "PinInfo IS NULL",
        @"ItemPath = '\\\\SRV\\docs\\readme.txt'",
        @"ItemPath = '\\\\srv\\docs\\gone.txt'",
        @"ItemPath <> '\\\\srv\\docs\\readme.txt'",
        @"NOT ItemPath = '\\\\srv\\docs\\readme.txt'",
        @"ItemPath = '\\\\srv\\docs' OR ItemType = 3",
        @"ItemPath = '\\\\srv\\docs' OR ItemPath = '\\\\srv'",
        @"ItemPath LIKE '\\\\srv\\docs\\plans%' AND ItemType = 0",
        @"ParentItemPath = '\\\\srv\\docs\\plans' AND ItemName LIKE '2024%'",
        @"ParentItemPath LIKE '%plans'",
        "ParentItemPath IS NULL OR ItemName LIKE 'r%'",
        "PinInfo.Nonsense = 1 OR ItemType = 2",
    ];

    [TestCaseSource(nameof(Predicates))]
    public async Task A_raw_query_answers_like_the_predicate_over_all_rows(string where)
    {
        await Cache.PinAsync(CacheScene.Share);
        var matches = WqlCompiler.Compile(WqlPredicate.Parse(where), ItemProperties.Instance);
        var everything = await Cache.Query($"SELECT * FROM Win32_OfflineFilesItem").As<OfflineFilesItem>().ToListAsync();

        var rows = await ToListAsync(Cache.QueryText("SELECT * FROM Win32_OfflineFilesItem WHERE " + where));

        Assert.That(everything, Has.Count.EqualTo(6));
        Assert.That(rows.Select(row => row["ItemPath"]), Is.EquivalentTo(everything.Where(matches).Select(item => item.ItemPath)));
    }

    [Test]
    public async Task A_row_holds_what_was_selected_by_name_and_its_typed_object()
    {
        await Cache.PinAsync(CacheScene.Readme);
        var name = "README.txt";

        var row = (await Cache.Query($"SELECT ItemName, FileSysInfo.LocalSize, PinInfo FROM Win32_OfflineFilesItem WHERE ItemName = {name}").ToListAsync()).Single();

        Assert.That((row["ItemName"], row["FileSysInfo.LocalSize"], row["PinInfo.Pinned"]), Is.EqualTo(((object)"readme.txt", (object)7L, (object)true)));
        Assert.That(row.Names, Is.EqualTo(new[] { "ItemPath", "ItemName", "FileSysInfo", "PinInfo" }));
        Assert.That(() => row["ChangeInfo"], Throws.TypeOf<RowReadException>().With.Message.Contains("SELECT ItemName"));
        Assert.That(row.TryGetValue("FileSysInfo.LocalAttributes", out _), Is.False);
        Assert.That(row.As<OfflineFilesItem>()!.ItemName, Is.EqualTo("readme.txt"));
    }

    [Test]
    public async Task A_value_finds_the_item_of_exactly_that_name_whatever_it_holds([ValueSource(typeof(HostileNames), nameof(HostileNames.All))] string name)
    {
        foreach (var other in HostileNames.All) await Scene.WriteOnShareAsync(CacheScene.At(other), other);
        await Cache.PinAsync(CacheScene.Share);
        var path = CacheScene.At(name);

        var byName = await Cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = {name}").As<OfflineFilesItem>().ToListAsync();
        var byPath = await ToListAsync(Cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemPath = {path}").As<OfflineFilesItem>());
        var byParent = await ToListAsync(Cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ParentItemPath = {CacheScene.Share} AND ItemName = {name}"));
        var byPattern = await Cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName LIKE {WqlLikePattern.StartsWith(name)}").ToListAsync();

        Assert.That(byName.Select(item => item.ItemPath), Is.EqualTo(new[] { path.ToString() }));
        Assert.That(byPath.Select(item => item.ItemPath), Is.EqualTo(new[] { path.ToString() }));
        Assert.That(byParent.Select(row => row["ItemName"]), Is.EqualTo(new[] { name }));
        Assert.That(byPattern.Select(row => row["ItemName"]), Is.EqualTo(new[] { name }));
    }

    [Test]
    public async Task A_value_between_quotes_of_the_text_is_refused()
    {
        await Cache.PinAsync(CacheScene.Share);
        var name = " OR ItemType = 0 OR ItemName = ";

        Assert.That(() => Cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemName = '{name}'"), Throws.TypeOf<WqlSyntaxException>());
        Assert.That(() => Cache.Query($"SELECT * FROM {name}"), Throws.TypeOf<WqlSyntaxException>());
    }

    [Test]
    public async Task The_cache_is_a_row_too()
    {
        var rows = await Cache.Query($"SELECT * FROM Win32_OfflineFilesCache WHERE Enabled = {true}").ToListAsync();

        Assert.That(rows.Select(row => row.Instance), Is.EqualTo(new[] { await Cache.GetAsync() }));
        Assert.That(await Cache.Query($"SELECT * FROM Win32_OfflineFilesCache WHERE Enabled = {false}").ToListAsync(), Is.Empty);
    }

    [Test]
    public async Task The_definition_of_a_class_is_its_schema()
    {
        var classes = await Cache.Query($"SELECT * FROM meta_class WHERE __this ISA {"win32_OfflineFilesItem"}").As<CimClassSchema>().ToListAsync();

        Assert.That(classes, Is.EqualTo(new[] { OfflineFilesSchema.Item }));
    }

    [TestCase("PinInfo.__CLASS LIKE '%PinInfo'")]
    [TestCase("__CLASS = 'win32_offlinefilesitem' AND ChangeInfo.Dirty = FALSE")]
    [TestCase("NOT (PinInfo.Pinned = FALSE OR ItemName LIKE 'no such%')")]
    public async Task What_a_predicate_reads_need_not_be_selected(string where)
    {
        await Cache.PinAsync(CacheScene.Share);

        var narrow = await Cache.Query(WqlQuery.Parse("SELECT ItemName FROM Win32_OfflineFilesItem WHERE " + where)).ToListAsync();
        var wide = await Cache.Query(WqlQuery.Parse("SELECT * FROM Win32_OfflineFilesItem WHERE " + where)).ToListAsync();

        Assert.That(narrow.Select(row => row["ItemPath"]), Is.EquivalentTo(wide.Select(row => row["ItemPath"])).And.Not.Empty);
        Assert.That(() => narrow[0]["PinInfo"], Throws.TypeOf<RowReadException>());
    }

    [TestCase("SELECT * FROM Win32_NoSuchClass", typeof(OfflineFilesException))]
    [TestCase("SELECT * FROM Win32_OfflineFilesPinInfo", typeof(QueryTranslationException))]
    [TestCase("SELECT NoSuchName FROM Win32_OfflineFilesItem", typeof(QueryTranslationException))]
    [TestCase("SELECT * FROM Win32_OfflineFilesItem WHERE NoSuchName = 1", typeof(QueryTranslationException))]
    [TestCase("SELECT * FROM __InstanceCreationEvent WITHIN 5", typeof(OperationNotSupportedException))]
    [TestCase("SELECT * FROM Win32_OfflineFilesItem WITHIN 5", typeof(OperationNotSupportedException))]
    public async Task What_cannot_be_answered_is_refused(string wql, Type error) =>
        await Assert.ThatAsync(() => ToListAsync(Cache.QueryText(wql)), Throws.InstanceOf(error).With.Message.Length.GreaterThan(20));

    [Test]
    public async Task A_query_is_lazy_and_sees_the_cache_as_it_is_when_it_is_enumerated()
    {
        var query = Cache.Query($"SELECT * FROM Win32_OfflineFilesItem");
        var rows = Cache.QueryText("SELECT * FROM Win32_OfflineFilesItem");
        await Cache.PinAsync(CacheScene.Readme);

        Assert.That((await query.ToListAsync()).Count, Is.EqualTo(3));
        Assert.That((await ToListAsync(rows)).Count, Is.EqualTo(3));
        Assert.That((await query.ToListAsync()).Count, Is.EqualTo(3), "and again");
    }

    [Test]
    public async Task A_cancelled_query_ends_with_the_callers_token()
    {
        await Cache.PinAsync(CacheScene.Share);
        using var source = new CancellationTokenSource();
        await using var rows = Cache.QueryText("SELECT * FROM Win32_OfflineFilesItem").GetAsyncEnumerator(source.Token);
        await rows.MoveNextAsync();
        await source.CancelAsync();

        await Assert.ThatAsync(
            async () =>
            {
                while (await rows.MoveNextAsync())
                {
                }
            },
            Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(source.Token));
    }

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> source)
    {
        var rows = new List<T>();
        await foreach (var row in source) rows.Add(row);
        return rows;
    }
}
