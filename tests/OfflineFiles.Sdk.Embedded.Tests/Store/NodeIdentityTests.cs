using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Tests.Store;

/// <summary>The number of an item is its identity: it survives renames, and nobody else gets it.</summary>
[TestFixture]
internal sealed class NodeIdentityTests
{
    private static readonly UncPath Share = @"\\srv\docs";
    private string _directory = "";

    [SetUp]
    public void SetUp() => _directory = Directory.CreateTempSubdirectory("offlinefiles-node-").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(_directory, recursive: true);

    [Test]
    public async Task A_number_is_never_given_again_not_after_a_deletion_a_rollback_or_a_restart()
    {
        var given = new List<long>();
        for (var round = 0; round < 3; round++)
        {
            using var store = CacheStore.Open(_directory);
            await store.WriteAsync(transaction => transaction.EnsureShare(new ScopeRow { Path = Share }), CancellationToken.None);
            var row = await InsertAsync(store, "a");
            given.Add(row.Id);
            await store.WriteAsync(transaction => transaction.Delete(row), CancellationToken.None);
            Assert.That(() => InsertAsync(store, "b", fail: true), Throws.InstanceOf<InvalidOperationException>());
            var other = await InsertAsync(store, "c");
            given.Add(other.Id);
            await store.WriteAsync(transaction => transaction.Delete(other), CancellationToken.None);
        }

        Assert.That(given, Is.Unique.And.Ordered);
    }

    [TestCase(@"\\srv\docs\there", TestName = "to another name")]
    [TestCase(@"\\srv\docs\x\deeper", TestName = "into another directory")]
    [TestCase(@"\\srv\docs\HERE", TestName = "to the same name in another case")]
    [TestCase(@"\\srv\docs\Ünïcödé 𝔘", TestName = "to a name of other letters")]
    public async Task A_tree_that_moves_keeps_its_numbers_and_everything_else(string to)
    {
        using var store = CacheStore.Open(_directory);
        var before = await FillAsync(store);
        IReadOnlyList<StoreChange> changes = [];
        store.Committed = transaction => changes = transaction.Changes;

        var moved = await store.WriteAsync(
            transaction => transaction.Move(transaction.Find(@"\\srv\docs\here")!, to), CancellationToken.None);

        var after = await store.ReadAsync(connection => connection.Below(Share), CancellationToken.None);
        Assert.That(after.Where(row => row.Path.IsAtOrUnder(to)), Is.EqualTo(moved));
        Assert.That(moved.Select(row => row.Path.ToString()), Is.EqualTo(before.Select(row => to + row.Path.ToString()[@"\\srv\docs\here".Length..])));
        Assert.That(
            moved.Select((row, i) => row with { Path = before[i].Path, Generation = before[i].Generation, ParentId = before[i].ParentId }),
            Is.EqualTo(before), "only the path, the container and the stamp are others");
        foreach (var row in moved) Assert.That(after.Append(await store.FindAsync(Share, CancellationToken.None)).Single(item => item!.Id == row.ParentId)!.Path, Is.EqualTo(row.Path.Parent));
        Assert.That(await store.ReadAsync(connection => connection.Children(to).Count, CancellationToken.None), Is.EqualTo(2), "they are found in their new container");
        Assert.That(changes.Select(change => (change.Old!.Id, change.New!.Path.ToString())), Is.EqualTo(moved.Select(row => (row.Id, row.Path.ToString()))), "each is told");
    }

    [Test]
    public async Task What_stays_gets_a_container_at_the_old_path()
    {
        using var store = CacheStore.Open(_directory);
        await FillAsync(store);

        await store.WriteAsync(
            transaction =>
            {
                var old = transaction.Find(@"\\srv\docs\here")!;
                transaction.Move(old, @"\\srv\docs\there", row => row.Path.Name == "f1" ? null : row with { CreatedOffline = true });
                transaction.Adopt(transaction.Insert(new ItemRow { Path = old.Path, ItemType = OfflineFilesItemType.Directory, DeletedOffline = true }));
            },
            CancellationToken.None);

        var rows = await store.ReadAsync(connection => connection.Below(Share).ToDictionary(row => row.Path.ToString()), CancellationToken.None);
        Assert.That(rows[@"\\srv\docs\here\f1"].ParentId, Is.EqualTo(rows[@"\\srv\docs\here"].Id));
        Assert.That(rows[@"\\srv\docs\there\sub"], Has.Property("CreatedOffline").True.And.Property("ParentId").EqualTo(rows[@"\\srv\docs\there"].Id));
        Assert.That(rows[@"\\srv\docs\here"].Id, Is.Not.EqualTo(rows[@"\\srv\docs\there"].Id));
    }

    [Test]
    public async Task Neighbours_whose_names_begin_alike_stay()
    {
        using var store = CacheStore.Open(_directory);
        await FillAsync(store);
        await InsertAsync(store, "here2");
        await InsertAsync(store, "here.txt");

        await store.WriteAsync(transaction => transaction.Move(transaction.Find(@"\\srv\docs\here")!, @"\\srv\docs\there"), CancellationToken.None);

        Assert.That(await store.FindAsync(@"\\srv\docs\here2", CancellationToken.None), Is.Not.Null);
        Assert.That(await store.FindAsync(@"\\srv\docs\here.txt", CancellationToken.None), Is.Not.Null);
    }

    [Test]
    public async Task Many_items_are_one_commit()
    {
        using var store = CacheStore.Open(_directory);
        await FillAsync(store);
        var commits = 0;
        store.Committed = _ => commits++;

        await store.WriteAsync(
            transaction =>
            {
                for (var i = 0; i < 5000; i++)
                    transaction.Insert(new ItemRow { Path = Share.Append("here").Append($"n{i}"), ItemType = OfflineFilesItemType.File });
                transaction.Move(transaction.Find(@"\\srv\docs\here")!, @"\\srv\docs\there");
            },
            CancellationToken.None);

        Assert.That(commits, Is.EqualTo(1));
        Assert.That(await store.ReadAsync(connection => connection.Below(@"\\srv\docs\there").Count, CancellationToken.None), Is.EqualTo(5004));
    }

    [Test]
    public async Task Whoever_listens_cannot_make_a_write_that_was_committed_fail()
    {
        using var store = CacheStore.Open(_directory);
        store.Committed = _ => throw new InvalidOperationException("a subscriber");

        await FillAsync(store);

        Assert.That(await store.FindAsync(@"\\srv\docs\here\sub\f2", CancellationToken.None), Is.Not.Null);
    }

    private static async Task<List<ItemRow>> FillAsync(CacheStore store)
    {
        await store.WriteAsync(
            transaction =>
            {
                transaction.EnsureShare(new ScopeRow { Path = Share });
                foreach (var path in new[] { "x", "here", @"here\sub" }) transaction.Insert(Row(path, OfflineFilesItemType.Directory));
                foreach (var path in new[] { @"here\f1", @"here\sub\f2", @"here\sub\f3" }) transaction.Insert(Row(path, OfflineFilesItemType.File));
            },
            CancellationToken.None);
        return await store.ReadAsync(
            connection => connection.Below(Share).Where(row => row.Path.IsAtOrUnder(@"\\srv\docs\here")).ToList(), CancellationToken.None);
    }

    private static ItemRow Row(string path, OfflineFilesItemType type) => new() { Path = $@"{Share}\{path}", ItemType = type, Hash = path };

    private static Task<ItemRow> InsertAsync(CacheStore store, string name, bool fail = false) => store.WriteAsync(
        transaction =>
        {
            var row = transaction.Insert(Row(name, OfflineFilesItemType.File));
            return fail ? throw new InvalidOperationException() : row;
        },
        CancellationToken.None);
}
