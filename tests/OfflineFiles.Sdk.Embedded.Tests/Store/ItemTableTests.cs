using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded.Queries;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Tests.Laws;
using OfflineFiles.Sdk.Embedded.Versions;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Store;

/// <summary>The list of columns says it all: what is declared, written and read, and which property of an item is which column.</summary>
[TestFixture]
internal sealed class ItemTableTests
{
    private static readonly IReadOnlyList<ItemProperty> Properties = ItemProperties.Instance.All;

    private static readonly ItemRow FullRow = new()
    {
        Path = @"\\srv\docs\a.txt",
        ItemType = OfflineFilesItemType.File,
        Pins = new PinSet(PinState.Pinned, PinState.PinnedInherit, PinState.NotPinned, PinState.Pinned),
        DeletedOffline = true,
        CreatedOffline = true,
        ReplacedOffline = true,
        ModifiedData = true,
        ModifiedAttributes = true,
        ModifiedTime = true,
        Suspended = true,
        SuspendedRoot = true,
        Local = Facts(1),
        Original = Facts(2),
        Sparse = true,
        BlobId = "blob",
        Hash = "hash",
        BaseKind = ItemKind.File,
        BaseToken = ShareToken.ForFile(1, 2, 3, 4),
        BaseHash = "base",
        BaseName = "A.txt",
        SeenToken = ShareToken.ForDirectory(FileAttributes.Directory, 5),
        ConflictState = SyncState.FileChangedOnClientChangedOnServer,
        ConflictTime = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
    };

    [Test]
    public void A_version_of_the_database_never_changes([Values(1, 2)] int version)
    {
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        Migrations.Apply(database, [.. Migrations.Steps.Take(version)]);
        using var statements = new StoreConnection(database);
        using var rows = statements.Query(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid").Open();
        var sql = "";
        while (rows.Read()) sql += rows.Columns.TextOrNull(0) + ";\n";

        Golden.Check($"schema-{version}.sql", sql);
    }

    [Test]
    public void What_an_index_holds_is_written_only_when_it_is_another()
    {
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        Migrations.Apply(database, Migrations.Steps);
        using var statements = new StoreConnection(database);
        using var rows = statements.Query(
            """
            SELECT c.name FROM pragma_index_list('items') i, pragma_index_info(i.name) c
            UNION SELECT "from" FROM pragma_foreign_key_list('items')
            """).Open();
        var held = new List<string?>();
        while (rows.Read()) held.Add(rows.Columns.TextOrNull(0));

        Assert.That(held, Does.Contain("path_key"));
        Assert.That(ItemTable.UpdateBesideKeys.Columns.Select(column => column.Name).Intersect(held), Is.Empty);
        var left = ItemTable.Update.Columns.Except(ItemTable.UpdateBesideKeys.Columns).ToList();
        foreach (var other in new[]
        {
            FullRow with { Path = @"\\srv\docs\A.txt" }, FullRow with { ParentId = 7 }, FullRow with { ScopeId = 7 }, FullRow with { BlobId = "other" }, FullRow with { BlobId = null },
        })
            Assert.That(ItemTable.HaveSameKeys(FullRow, other), Is.False, "a column that is left out would stay as it was");
        var clean = FullRow.Cleaned();
        Assert.That(ItemTable.HaveSameKeys(FullRow, clean), Is.False);
        var plain = clean with { Pins = default, Generation = 9, Hash = "other", Local = null, Sparse = false, SeenToken = null };
        Assert.That(ItemTable.HaveSameKeys(clean, plain), Is.True);
        Assert.That(left.Select(column => column.Bind!(new BoundItem(plain))), Is.EqualTo(left.Select(column => column.Bind!(new BoundItem(clean)))));
    }

    [Test]
    public async Task A_row_comes_back_with_every_member_as_it_was_written()
    {
        using var cache = new TemporaryStore();
        var stored = await cache.InsertAsync(FullRow);

        foreach (var member in typeof(ItemRow).GetProperties().Where(member => member.CanWrite && member.Name != nameof(ItemRow.ItemType)))
        {
            var unset = member.PropertyType.IsValueType ? Activator.CreateInstance(member.PropertyType) : null;
            Assert.That(member.GetValue(stored), Is.Not.EqualTo(unset), member.Name);
        }

        Assert.That(await cache.Store.FindAsync(FullRow.Path, CancellationToken.None), Is.EqualTo(stored));

        var changed = await cache.Store.WriteAsync(
            transaction => transaction.Update(stored, stored.Cleaned() with
            {
                ItemType = OfflineFilesItemType.Directory,
                Sparse = false,
                Original = null,
                BlobId = null,
                BaseToken = null,
            }),
            CancellationToken.None);
        Assert.That(await cache.Store.FindAsync(FullRow.Path, CancellationToken.None), Is.EqualTo(changed));
    }

    [Test]
    public async Task Every_property_is_compared_by_the_database_and_read_back()
    {
        using var cache = await LawCache.CreateAsync();
        using var store = CacheStore.Open(cache.Directory);
        var queries = new ItemQueries(store);
        var expected = (await store.ReadAsync(connection => connection.Below(@"\\s"), CancellationToken.None))
            .Select(row => StoredItemMapper.ToItem(row, store.Scopes.First(scope => scope.Id == row.ScopeId))).ToDictionary(item => item.ItemPath);

        foreach (var property in Properties)
        {
            var rows = queries.Run(new WqlSelectQuery("Win32_OfflineFilesItem", null, [property.Property]), CancellationToken.None)
                .Where(item => expected.ContainsKey(item.ItemPath)).ToList();
            Assert.That(rows, Has.Count.EqualTo(expected.Count));
            foreach (var row in rows)
                Assert.That(Value(row, property), Is.EqualTo(Value(expected[row.ItemPath], property)), $"{property} of {row.ItemPath}");

            var groups = rows.GroupBy(row => Value(row, property) is string text ? text.ToUpperInvariant() : Value(row, property)).ToList();
            if (!ItemTable.ColumnOf(property).IsReserved) Assert.That(groups, Has.Count.GreaterThan(1), $"one value of {property} says nothing");
            foreach (var group in groups.Where(group => IsSayable(group.Key, property)).Take(20))
            {
                var query = new WqlSelectQuery("Win32_OfflineFilesItem", Ask(property, group.Key));
                Assert.That(ItemQueryPlan.Make(query).Recheck, Is.Null, $"{property} = {group.Key}");
                var found = queries.Run(query, CancellationToken.None).Select(item => item.ItemPath).Where(expected.ContainsKey);
                Assert.That(found, Is.EquivalentTo(group.Select(row => row.ItemPath)), $"{property} = {group.Key}");
            }
        }
    }

    [Test]
    public void A_property_without_a_column_is_named() => Assert.That(
        () => ItemTable.Tie(ItemTable.Columns.Where(column => column != ItemTable.PinUser), Properties),
        Throws.InvalidOperationException.With.Message.Contains("The item property PinInfo.PinnedForUser has no column."));

    [Test]
    public void A_column_for_a_property_that_does_not_exist_is_named() => Assert.That(
        () => ItemTable.Tie(ItemTable.Columns, Properties.Where(property => property.Property.Text != "Sparse")),
        Throws.InvalidOperationException.With.Message.Contains("The column sparse holds Sparse, which is no item property."));

    private static FileFacts Facts(int day) => new(FileAttributes.Hidden, day, Time(1, day), Time(2, day), Time(3, day), Time(4, day));

    private static DateTime Time(int month, int day) => new(2026, month, day, 0, 0, 0, DateTimeKind.Utc);

    private static object? Value(OfflineFilesItem item, ItemProperty property) =>
        property.Property.Names.Aggregate((object?)item, (holder, name) => holder?.GetType().GetProperty(name)!.GetValue(holder));

    /// <summary>Of an object a query can ask only whether there is one; a point of time in it has microseconds.</summary>
    private static bool IsSayable(object? value, ItemProperty property) => property.Value.Kind == WqlMemberKind.Object
        ? value is null
        : value is not DateTimeOffset time || time.Ticks % TimeSpan.TicksPerMicrosecond == 0;

    private static WqlPredicate Ask(ItemProperty property, object? value) => value switch
    {
        null => new WqlNullTest(property.Property, isNegated: false),
        string text => Equal(property, WqlConstant.String(text)),
        bool truth => Equal(property, WqlConstant.Boolean(truth)),
        DateTimeOffset time => Equal(property, WqlConstant.DateTime(time)),
        _ => Equal(property, WqlConstant.Integer(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture))),
    };

    private static WqlComparison Equal(ItemProperty property, WqlConstant constant) => new(property.Property, WqlComparisonOperator.Equal, constant);

    private sealed class TemporaryStore : IDisposable
    {
        private readonly string _directory = Directory.CreateTempSubdirectory("offlinefiles-table-").FullName;

        public TemporaryStore() => Store = CacheStore.Open(_directory);

        public CacheStore Store { get; }

        public Task<ItemRow> InsertAsync(ItemRow row) => Store.WriteAsync(
            transaction =>
            {
                transaction.EnsureShare(new ScopeRow { Path = row.Path.ShareRoot! });
                return transaction.Insert(row);
            },
            CancellationToken.None);

        public void Dispose()
        {
            Store.Dispose();
            Directory.Delete(_directory, recursive: true);
        }
    }
}
