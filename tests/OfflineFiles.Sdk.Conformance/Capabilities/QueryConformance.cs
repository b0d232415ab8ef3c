using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Capabilities;

public abstract class QueryConformance<TWorld> : ConformanceBase<TWorld>
    where TWorld : CacheWorld, new()
{
    private static readonly string[] Predicates =
    [
        "ItemType = 0",
        "ItemType <> 0",
        "ItemType < 2",
        "ItemName LIKE '%.TXT'",
        "ItemName LIKE '202[45].txt'",
        "ItemName = 'README.txt'",
        @"ItemPath = '\\\\SRV\\docs\\readme.txt'",
        @"ItemPath = '\\\\srv\\docs\\gone.txt'",
        @"ParentItemPath = '\\\\srv\\docs\\plans'",
        @"ParentItemPath = '\\\\srv\\docs\\plans' AND ItemName LIKE '2024%'",
        "PinInfo.Pinned = TRUE",
        "NOT PinInfo.Pinned = TRUE",
        "PinInfo IS NULL",
        "FileSysInfo.LocalSize > 7",
        "FileSysInfo.LocalLastWriteTime > '20200101000000.000000+000'",
        "Sparse = FALSE AND (ItemName LIKE '2%' OR ItemName LIKE 'r%')",
        "Encrypted IS NULL",
        "ConnectionInfo.ConnectState = 2 AND ChangeInfo.Dirty = FALSE",
    ];

    [Test]
    public async Task An_empty_cache_has_no_items() => Assert.That(await RowsAsync(null), Is.Empty);

    [Test]
    public async Task Everything_from_the_server_down_is_there_and_each_item_once()
    {
        await Cache.PinAsync(CacheScene.Plans);

        Assert.That((await RowsAsync(null)).Select(item => item.ItemPath), Is.EquivalentTo(new[]
        {
            @"\\srv", @"\\srv\docs", @"\\srv\docs\plans", @"\\srv\docs\plans\2024.txt", @"\\srv\docs\plans\2025.txt",
        }));
    }

    [TestCaseSource(nameof(Predicates))]
    public async Task What_the_backend_is_asked_it_answers_like_the_rows_themselves(string where)
    {
        await Cache.PinAsync(CacheScene.Share);
        await Cache.PinAsync(CacheScene.Plan2024, new PinOptions { Flags = PinControlFlags.ForAll });
        var predicate = WqlPredicate.Parse(where);
        var conjuncts = predicate is WqlAnd and ? and.Operands : [predicate];
        var allowed = conjuncts.Where(conjunct => Scene.Backend.Pushdown.Judge(conjunct).IsAllowed).ToList();
        if (World.AnswersEveryPredicate) Assert.That(allowed, Is.EqualTo(conjuncts));
        else predicate = allowed.Count == 0 ? WqlPredicate.Parse("ItemType >= 0") : WqlPredicate.And(allowed);
        var everything = await RowsAsync(null);

        var answer = await RowsAsync(predicate);

        Assert.That(
            answer.Select(item => item.ItemPath),
            Is.EquivalentTo(everything.Where(WqlCompiler.Compile(predicate, ItemProperties.Instance)).Select(item => item.ItemPath)));
    }

    [Test]
    public async Task A_row_holds_what_was_listed_and_says_what_it_holds()
    {
        await Cache.PinAsync(CacheScene.Readme);
        var query = new WqlSelectQuery(OfflineFilesSchema.Item.Name, WqlPredicate.Parse("ItemType = 0"), [new WqlProperty("ItemPath"), new WqlProperty("PinInfo", "Pinned")]);

        await foreach (var item in Scene.Backend.QueryItemsAsync(query, CancellationToken.None))
        {
            Assert.That(item.LoadedMembers & (ItemMembers.ItemPath | ItemMembers.PinInfo), Is.EqualTo(ItemMembers.ItemPath | ItemMembers.PinInfo));
            Assert.That(item.PinInfo!.Pinned, Is.True);
            if (!item.LoadedMembers.HasFlag(ItemMembers.ChangeInfo)) Assert.That(() => item.ChangeInfo, Throws.TypeOf<MemberNotLoadedException>());
        }
    }

    [Test]
    public async Task A_query_is_lazy_and_sees_the_cache_as_it_is_when_it_is_enumerated()
    {
        var query = Scene.Backend.QueryItemsAsync(new WqlSelectQuery(OfflineFilesSchema.Item.Name), CancellationToken.None);
        await Cache.PinAsync(CacheScene.Readme);

        var count = 0;
        await foreach (var item in query) count++;

        Assert.That(count, Is.EqualTo(3));
    }

    [Test]
    public async Task A_cancelled_query_ends_with_the_callers_token()
    {
        await Cache.PinAsync(CacheScene.Share);
        using var source = new CancellationTokenSource();
        await using var rows = Scene.Backend.QueryItemsAsync(new WqlSelectQuery(OfflineFilesSchema.Item.Name), source.Token).GetAsyncEnumerator(CancellationToken.None);
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

    private async Task<List<OfflineFilesItem>> RowsAsync(WqlPredicate? where)
    {
        var rows = new List<OfflineFilesItem>();
        await foreach (var item in Scene.Backend.QueryItemsAsync(new WqlSelectQuery(OfflineFilesSchema.Item.Name, where), CancellationToken.None)) rows.Add(item);
        return rows;
    }
}
