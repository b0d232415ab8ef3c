using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Tests.Backend;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Store;

/// <summary>A database that somebody else wrote makes the engine do nothing: not run a statement, not open a file outside of the cache, not break.</summary>
[TestFixture]
internal sealed class HostileDatabaseTests
{
    [TestCase("CREATE TRIGGER t AFTER UPDATE ON settings BEGIN DELETE FROM items; END", "trigger t")]
    [TestCase("CREATE VIEW v AS SELECT 1", "view v")]
    [TestCase("CREATE INDEX i ON items(abs(id))", "index i")]
    [TestCase("CREATE TABLE mine(x)", "table mine")]
    [TestCase("ALTER TABLE items ADD COLUMN extra INTEGER AS (abs(-9223372036854775808))", "table items")]
    [TestCase("DROP INDEX items_by_name", "index items_by_name")]
    public async Task A_schema_that_is_not_ours_is_refused(string sql, string part)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.Backend.DisposeAsync();
        Execute(test, sql);
        var before = await File.ReadAllBytesAsync(Path.Join(test.CacheDirectory, "cache.db"));

        foreach (var mode in new[] { CacheOpenMode.OpenOrCreate, CacheOpenMode.ReadOnly })
            await Assert.ThatAsync(
                () => test.StartAsync(test.Options with { OpenMode = mode }),
                Throws.InstanceOf<CacheOpenException>().With.Property("Failure").EqualTo(CacheOpenFailure.ForeignDatabase).And.Message.Contains(part));

        Assert.That(await File.ReadAllBytesAsync(Path.Join(test.CacheDirectory, "cache.db")), Is.EqualTo(before));
    }

    [TestCase("../../secret")]
    [TestCase("/etc/passwd")]
    [TestCase("..")]
    [TestCase("")]
    [TestCase("a")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("../../secret/../../../../../../..")]
    public async Task An_id_that_is_none_never_becomes_a_path(string id)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        await test.OfflineAsync();
        var secret = Path.Join(test.Root, "secret");
        await File.WriteAllTextAsync(secret, "secret");
        Directory.CreateDirectory(Path.Join(test.CacheDirectory, "content", ".."));
        await test.Backend.DisposeAsync();
        Execute(test, $"UPDATE items SET blob_id = '{id}', modified_data = 1, dirty = 1 WHERE name = 'a.txt'");

        await test.StartAsync();

        await Assert.ThatAsync(() => test.ReadAsync("a.txt"), Throws.InstanceOf<OfflineFilesException>());
        await test.OnlineAsync();
        var report = await test.SyncAsync();
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("a"), "nothing else is sent to the share");
        Assert.That(report.Outcomes.Select(outcome => outcome.Error).OfType<Exception>(), Is.All.InstanceOf<OfflineFilesException>());
        await test.Backend.DeleteItemsAsync([TestCache.At("a.txt")], DeleteOptions.Default with { Flags = DeleteFlags.DeleteModified }, null, CancellationToken.None);
        await test.Backend.DisposeAsync();
        Assert.That(await File.ReadAllTextAsync(secret), Is.EqualTo("secret"));
        await test.StartAsync();
    }

    [TestCase("UPDATE items SET base_token = 'nonsense' WHERE name = 'a.txt'")]
    [TestCase("UPDATE items SET local_write = 9223372036854775807, local_change = -5 WHERE name = 'a.txt'")]
    [TestCase("UPDATE items SET item_type = 77 WHERE name = 'a.txt'")]
    [TestCase("UPDATE items SET path = 'no path' WHERE name = 'a.txt'")]
    [TestCase("UPDATE items SET conflict_state = 999, conflict_time = 9223372036854775807 WHERE name = 'a.txt'")]
    [TestCase("UPDATE items SET hash = 'zz', base_hash = 'zz' WHERE name = 'a.txt'")]
    [TestCase("INSERT INTO intents(id, path) VALUES(9223372036854775807, '\\\\srv\\docs\\a.txt')")]
    [TestCase("INSERT INTO intents(path) VALUES('no path')")]
    [TestCase("INSERT INTO intents(path, expected_token, new_hash) VALUES('\\\\srv\\docs\\a.txt', 'nonsense', 'zz')")]
    [TestCase("UPDATE scopes SET traits = 'nonsense', root_key = 'nonsense'")]
    [TestCase("UPDATE settings SET value = 'nonsense'")]
    public async Task A_value_that_no_engine_writes_breaks_nothing_and_is_told(string sql)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "b"));
        await test.PinAsync();
        await test.Backend.DisposeAsync();
        Execute(test, sql);

        try
        {
            await test.StartAsync();
            await TryAsync(() => Task.FromResult(test.Backend.QueryItems(new WqlSelectQuery("Win32_OfflineFilesItem")).Count()));
            await TryAsync(() => test.ItemAsync("a.txt"));
            await TryAsync(() => test.ReadAsync("a.txt"));
            await TryAsync(() => test.SyncAsync());
            await TryAsync(() => test.WriteAsync("a.txt", "new"));
            await TryAsync(() => test.OfflineAsync());
            await TryAsync(() => test.ReadAsync("a.txt"));
            await TryAsync(() => test.DeleteAsync("a.txt"));
            await TryAsync(() => test.MoveAsync("b.txt", "c.txt"));
        }
        catch (CacheOpenException refusal)
        {
            Assert.That(refusal.Failure, Is.EqualTo(CacheOpenFailure.Corrupt));
        }
    }

    [Test]
    public async Task After_a_crash_a_damaged_database_is_read_and_never_written()
    {
        await using var test = await TestCache.OpenAsync([.. Enumerable.Range(0, 300).Select(i => ($"file number {i:000}.txt", "x"))]);
        await test.PinAsync();
        await test.Backend.DisposeAsync();
        using var store = Damaged(test);

        await store.WhenCheckedAsync(CancellationToken.None);

        Assert.That((store.MayDelete, store.MayCollect), Is.EqualTo((false, false)));
        Assert.That(await store.FindAsync(TestCache.Share, CancellationToken.None), Is.Not.Null, "reading goes on");
        await Assert.ThatAsync(
            () => store.WriteAsync(transaction => transaction.SetSetting("x", "y"), CancellationToken.None),
            Throws.InstanceOf<OfflineFilesBackendException>().With.Message.Contains("it is damaged").And.Message.Contains("nothing is written or deleted"));
    }

    /// <summary>A database that was not closed, and in which an index does not fit its table.</summary>
    private static CacheStore Damaged(TestCache test)
    {
        var file = Path.Join(test.CacheDirectory, "cache.db");
        using (var connection = Connect(test))
        {
            var page = Sql.Integer(connection, "SELECT rootpage FROM sqlite_master WHERE name = 'items_by_name'");
            var size = Sql.Integer(connection, "PRAGMA page_size");
            // One letter of one key, in the last leaf of the index: every page is well formed.
            connection.Close();
            var bytes = File.ReadAllBytes(file);
            var needle = "FILE NUMBER 150.TXT"u8;
            var at = -1;
            for (var from = (int)(size * (page - 1)); ; from++)
            {
                var found = bytes.AsSpan(from).IndexOf(needle);
                if (found < 0) break;
                from += found;
                // The key in the index stands alone; in the table the name's own columns are around it.
                if (!bytes.AsSpan(from - 24, 24).Contains((byte)'\\')) at = from;
            }

            Assert.That(at, Is.Positive);
            bytes[at + 5] = (byte)'Z';
            File.WriteAllBytes(file, bytes);
        }

        File.WriteAllBytes(file + "-wal", new byte[100]);
        return CacheStore.Open(test.CacheDirectory);
    }

    /// <summary>It works, or fails with an error that a caller knows.</summary>
    private static async Task TryAsync<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
        }
        catch (Exception exception) when (exception is OfflineFilesException or AssertionException)
        {
        }
    }

    private static Task TryAsync(Func<Task> call) => TryAsync(async () =>
    {
        await call();
        return true;
    });

    private static SqliteConnection Connect(TestCache test)
    {
        var connection = new SqliteConnection($"Data Source={Path.Join(test.CacheDirectory, "cache.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Execute(TestCache test, string sql)
    {
        using var connection = Connect(test);
        Sql.Execute(connection, sql);
    }
}
