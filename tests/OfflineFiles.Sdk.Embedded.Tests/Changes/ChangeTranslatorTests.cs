using OfflineFiles.Sdk.Embedded.Changes;
using OfflineFiles.Sdk.Embedded.Queries;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Changes;

/// <summary>
/// What is told of a transaction, whatever it is made of: a copy that goes by it alone has each item as the store has it. Here a transaction does what
/// no operation does together.
/// </summary>
[TestFixture]
internal sealed class ChangeTranslatorTests
{
    private static readonly UncPath Share = UncPath.Parse(@"\\srv\docs");

    private string _directory = "";
    private CacheStore _store = null!;
    private Dictionary<UncPath, OfflineFilesItem> _copy = [];
    private List<CacheChange> _told = [];

    [SetUp]
    public async Task OpenAsync()
    {
        _directory = Directory.CreateTempSubdirectory("offlinefiles-").FullName;
        _store = CacheStore.Open(_directory);
        (_copy, _told) = ([], []);
        _store.Committed = transaction => Take(ChangeTranslator.Translate(transaction, mostToldOfScope: 40));
        await _store.WriteAsync(
            transaction =>
            {
                transaction.EnsureShare(new ScopeRow { Path = Share });
                foreach (var name in (string[])["a.txt", "b.txt", "both.txt"]) transaction.Insert(Row(name));
                Update(transaction, "both.txt", row => row with { ConflictState = SyncState.FileChangedOnClientChangedOnServer });
            },
            CancellationToken.None);
        _told.Clear();
    }

    [TearDown]
    public void Close()
    {
        _store.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private static IEnumerable<TestCaseData> Transactions()
    {
        TestCaseData Case(string name, Action<StoreTransaction> work, params string[] told) => new TestCaseData(work, told).SetArgDisplayNames(name);
        yield return Case(
            "a share goes offline", Offline,
            "ItemDisconnected docs [ConnectionInfo]", "ItemModified a.txt [ConnectionInfo]", "ItemModified b.txt [ConnectionInfo]",
            "ItemModified both.txt [ConnectionInfo]");
        yield return Case(
            "it goes for the reason that an item has", transaction => Connect(transaction, ConnectState.Offline, OfflineReason.NeedToSyncItem),
            "ItemDisconnected docs [ConnectionInfo]", "ItemModified a.txt [ConnectionInfo]", "ItemModified b.txt [ConnectionInfo]");
        yield return Case("nothing but its identity is another", transaction => transaction.UpdateScope(Scope(transaction) with { RootFileId = "f" }));
        yield return Case(
            "a row changes before it", transaction => { Dirty(transaction, "a.txt"); Offline(transaction); },
            "ItemModified a.txt [ChangeInfo]", "ItemDisconnected docs [ConnectionInfo]", "ItemModified a.txt [ConnectionInfo]",
            "ItemModified both.txt [ConnectionInfo]", "ItemModified b.txt [ConnectionInfo]");
        yield return Case(
            "a row changes after it", transaction => { Offline(transaction); Dirty(transaction, "a.txt"); },
            "ItemDisconnected docs [ConnectionInfo]", "ItemModified a.txt [ConnectionInfo]", "ItemModified both.txt [ConnectionInfo]",
            "ItemModified b.txt [ConnectionInfo]", "ItemModified a.txt [ChangeInfo]");
        yield return Case(
            "a row comes after it, and one goes", transaction => { Offline(transaction); transaction.Insert(Row("c.txt")); Delete(transaction, "a.txt"); },
            "ItemDisconnected docs [ConnectionInfo]", "ItemModified a.txt [ConnectionInfo]", "ItemModified b.txt [ConnectionInfo]",
            "ItemModified both.txt [ConnectionInfo]", "ItemAdded c.txt", "ItemRemoved a.txt");
        yield return Case(
            "a row moves before it", transaction => { Update(transaction, "a.txt", row => row with { Path = Share.Append("z.txt") }); Offline(transaction); },
            "ItemRenamed z.txt", "ItemModified z.txt [ItemPath, ItemName]", "ItemDisconnected docs [ConnectionInfo]", "ItemModified z.txt [ConnectionInfo]",
            "ItemModified b.txt [ConnectionInfo]", "ItemModified both.txt [ConnectionInfo]");
        yield return Case(
            "it goes and comes back at once", transaction => { Offline(transaction); Connect(transaction, ConnectState.Online, OfflineReason.NotApplicable); },
            "ItemDisconnected docs [ConnectionInfo]", "ItemModified a.txt [ConnectionInfo]", "ItemModified b.txt [ConnectionInfo]",
            "ItemModified both.txt [ConnectionInfo]", "ItemReconnected docs [ConnectionInfo]", "ItemModified a.txt [ConnectionInfo]",
            "ItemModified b.txt [ConnectionInfo]", "ItemModified both.txt [ConnectionInfo]");
        yield return Case(
            "a share leaves the cache",
            transaction =>
            {
                foreach (var name in (string[])["both.txt", "b.txt", "a.txt"]) Delete(transaction, name);
                transaction.Delete(transaction.Find(Share)!);
            },
            "ConflictRemoved both.txt Done", "ItemRemoved both.txt", "ItemRemoved b.txt", "ItemRemoved a.txt", "ItemRemoved docs");
        yield return Case(
            "more lie in it than are told",
            transaction =>
            {
                for (var i = 0; i < 38; i++) transaction.Insert(Row($"f{i}"));
                Offline(transaction);
            },
            [.. Enumerable.Range(0, 38).Select(i => $"ItemAdded f{i}"), "ItemDisconnected docs [ConnectionInfo]", "Gap"]);
    }

    [TestCaseSource(nameof(Transactions))]
    public async Task A_transaction_is_told_so_that_a_copy_becomes_what_the_store_has(Action<StoreTransaction> work, string[] told)
    {
        await _store.WriteAsync(work, CancellationToken.None);

        // What a transaction touched itself is told before what it did not.
        Assert.That(_told.Select(Short), Is.EquivalentTo(told));
        Assert.That(_told.Where(change => change.Kind == CacheChangeKind.ItemRemoved && change.ItemType != OfflineFilesItemType.Server)
            .Select(change => change.Previous!.ConnectionInfo), Is.All.Not.Null, "what is gone was somewhere");
        if (_told.All(change => change.Kind != CacheChangeKind.Gap)) IsTheStore();
    }

    [Test]
    public async Task Whatever_transactions_are_made_of_a_copy_is_the_store_after_each([Values(1, 2, 3, 4, 5, 6)] int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            await _store.WriteAsync(
                transaction =>
                {
                    for (var step = random.Next(1, 8); step > 0; step--) Step(transaction, random);
                },
                CancellationToken.None);
            IsTheStore($"seed {seed}, round {round}");
        }
    }

    private static void Step(StoreTransaction transaction, Random random)
    {
        transaction.EnsureShare(new ScopeRow { Path = Share });
        var (rows, name) = (transaction.Below(Share), $"f{random.Next(12)}");
        switch (random.Next(8))
        {
            case 0 or 1 when transaction.Find(Share.Append(name)) is null && rows.Count < 30: transaction.Insert(Row(name)); break;
            case 2 when rows.Count > 0: Update(transaction, rows[random.Next(rows.Count)].Path.Name, row => row with { ModifiedData = !row.ModifiedData }); break;
            case 3 when rows.Count > 0 && transaction.Find(Share.Append(name)) is null:
                Update(transaction, rows[random.Next(rows.Count)].Path.Name, row => row with { Path = Share.Append(name) });
                break;
            case 4 when rows.Count > 0: transaction.Delete(rows[random.Next(rows.Count)]); break;
            case 5: Connect(transaction, ConnectState.Online, OfflineReason.NotApplicable); break;
            case 6: Connect(transaction, ConnectState.Offline, random.Next(2) == 0 ? OfflineReason.WorkingOffline : OfflineReason.NetDisconnected); break;
            case 7 when random.Next(4) == 0:
                foreach (var row in rows) transaction.Delete(row);
                transaction.Delete(transaction.Find(Share)!);
                break;
            default:
                if (rows.Count > 0)
                    Update(transaction, rows[0].Path.Name, row => row with
                    {
                        ConflictState = row.ConflictState is null ? SyncState.FileChangedOnClientChangedOnServer : null,
                    });
                break;
        }
    }

    [Test]
    public async Task Rows_that_cannot_be_read_after_the_commit_are_a_gap_and_no_error_of_whoever_wrote()
    {
        _store.Committed = transaction =>
        {
            Take(ChangeTranslator.Translate(transaction).Select(change =>
            {
                if (change.Kind == CacheChangeKind.ItemDisconnected) Break();
                return change;
            }));
        };

        await _store.WriteAsync(Offline, CancellationToken.None);

        Assert.That(_told.Select(Short), Is.EqualTo(new[] { "ItemDisconnected docs [ConnectionInfo]", "Gap" }));
    }

    // Another connection takes the table away between the commit and the look at its rows.
    private void Break()
    {
        using var other = DatabaseFile.OpenReader(_directory);
        Sql.Execute(other.Connection, "ALTER TABLE items RENAME TO elsewhere");
    }

    private void Take(IEnumerable<CacheChange> changes)
    {
        foreach (var change in changes)
        {
            _told.Add(change);
            if (change is { Kind: CacheChangeKind.ItemRemoved, Path: { } gone }) _copy.Remove(gone);
            else if (change is { Path: { } path, Current: { } item })
            {
                if (change.OldPath is { } old) _copy.Remove(old);
                _copy[path] = item;
            }
        }
    }

    private void IsTheStore(string? after = null)
    {
        var items = new ItemQueries(_store).Run(new WqlSelectQuery("Win32_OfflineFilesItem"), CancellationToken.None).ToList();

        Assert.That(_copy.Keys, Is.EquivalentTo(items.Select(item => item.Path)), after);
        foreach (var property in ItemProperties.Instance.OfItem)
            Assert.That(
                items.Where(item => !Equals(property.Read(item), property.Read(_copy[item.Path]))).Select(item => item.ItemPath), Is.Empty, $"{property} {after}");
    }

    private static string Short(CacheChange change) => change.Path is { } path
        ? $"{change.Kind} {path.Name}{(change.ChangedMembers == ItemMembers.None ? "" : $" [{change.ChangedMembers}]")}{(change.Outcome is { } outcome ? $" {outcome.Status}" : "")}"
        : $"{change.Kind}";

    private static ItemRow Row(string name) => new()
    {
        Path = Share.Append(name),
        ItemType = OfflineFilesItemType.File,
        Local = new FileFacts(FileAttributes.Normal, 1, default, default, default, default),
    };

    private static ScopeRow Scope(StoreTransaction transaction) => transaction.Scopes.Values.Single();

    private static void Offline(StoreTransaction transaction) => Connect(transaction, ConnectState.Offline, OfflineReason.WorkingOffline);

    private static void Connect(StoreTransaction transaction, ConnectState state, OfflineReason reason) =>
        transaction.UpdateScope(Scope(transaction) with { ConnectState = state, OfflineReason = reason });

    private static void Dirty(StoreTransaction transaction, string name) => Update(transaction, name, row => row with { ModifiedTime = true });

    private static void Delete(StoreTransaction transaction, string name) => transaction.Delete(transaction.Find(Share.Append(name))!);

    private static void Update(StoreTransaction transaction, string name, Func<ItemRow, ItemRow> change)
    {
        var row = transaction.Find(Share.Append(name))!;
        transaction.Update(row, change(row));
    }
}
