using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Store;

/// <summary>A cache that the first version of the library wrote is taken over whole, and nothing in it is believed that the version could not know.</summary>
[TestFixture]
internal sealed class VersionOneTests
{
    [Test]
    public async Task A_database_of_version_1_is_brought_to_the_current_form()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "shared"));
        await test.Backend.DisposeAsync();
        Write(test, "edited offline");

        await test.StartAsync();

        var row = Rows(test, connection => connection.Find(TestCache.At("a.txt")))!;
        Assert.That((row.Id, row.BaseIsRacy, row.ModifiedData), Is.EqualTo((7, true, true)), "the number stays; whether the hint proves anything is not known");
        Assert.That(await test.ReadAsync("a.txt"), Is.EqualTo("edited offline"));
        Assert.That(Rows(test, connection => connection.Setting("last_item_id")), Is.EqualTo("7"));
        Assert.That(Rows(test, connection => connection.Scopes().Single()), Has.Property("AllowsMassDeletion").False.And.Property("Traits").Null);
        await test.WriteAsync("b.txt", "new");
        Assert.That(Rows(test, connection => connection.Find(TestCache.At("b.txt")))!.Id, Is.EqualTo(8));
    }

    [Test]
    public async Task What_it_left_unfinished_belongs_to_an_earlier_session()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "shared"));
        await test.Backend.DisposeAsync();
        Write(test, "edited offline");

        await test.StartAsync();

        Assert.That(Rows(test, connection => connection.Intents()).Select(intent => (intent.Kind, intent.Session)), Is.EqualTo(new[] { (IntentKind.Write, 0L) }));
        await test.OnlineAsync();
        Assert.That(Rows(test, connection => connection.Intents()), Is.Empty, "recovered when the share was used");
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("shared"));
    }

    [Test]
    public async Task It_cannot_be_looked_at_before_it_was_brought_to_the_current_form()
    {
        await using var test = await TestCache.OpenAsync();
        await test.Backend.DisposeAsync();
        Write(test, "edited offline");
        var look = test.Options with { OpenMode = CacheOpenMode.ReadOnly };

        await Assert.ThatAsync(() => EmbeddedBackend.OpenAsync(look), Throws.InstanceOf<CacheOpenException>().With.Property("Failure").EqualTo(CacheOpenFailure.OlderVersion));
        await test.StartAsync();
        await using var backend = await EmbeddedBackend.OpenAsync(look);
    }

    private static T Rows<T>(TestCache test, Func<StoreConnection, T> read)
    {
        using var connection = DatabaseFile.OpenReader(test.CacheDirectory);
        return read(connection);
    }

    /// <summary>Puts a database of version 1 in the place of the cache's: offline, with one edited file and one write to the share that was cut off.</summary>
    private static void Write(TestCache test, string content)
    {
        var id = new string('a', 32);
        foreach (var name in DatabaseFile.Names) File.Delete(Path.Join(test.CacheDirectory, name));
        Directory.CreateDirectory(Path.Join(test.CacheDirectory, "content", "aa"));
        File.WriteAllText(Path.Join(test.CacheDirectory, "content", "aa", id), content);
        using var connection = new SqliteConnection($"Data Source={Path.Join(test.CacheDirectory, "cache.db")};Pooling=False");
        connection.Open();
        Sql.Execute(connection, $"PRAGMA application_id = {DatabaseFile.ApplicationId}; PRAGMA journal_mode = WAL");
        Migrations.Apply(connection, [Migrations.Steps[0]]);
        Sql.Execute(
            connection,
            $"""
            INSERT INTO scopes(id, path, path_key, connect_state, offline_reason) VALUES(1, '\\srv\docs', '\\SRV\DOCS', {(int)ConnectState.Offline}, {(int)OfflineReason.WorkingOffline});
            INSERT INTO items(id, path, path_key, name, name_key, item_type, replaced_offline, has_original, base_kind, generation)
                VALUES(1, '\\srv', '\\SRV', 'srv', 'SRV', 3, 0, 0, 0, 1);
            INSERT INTO items(id, parent_id, scope_id, path, path_key, parent_path, parent_key, name, name_key, item_type, replaced_offline, has_original, base_kind, generation,
                    pinned, pin_user, pin_user_policy, pin_computer, pin_redirection, dirty, deleted_offline, created_offline, modified_data, modified_attributes, modified_time, suspended, suspended_root)
                VALUES(2, 1, 1, '\\srv\docs', '\\SRV\DOCS', '\\srv', '\\SRV', 'docs', 'DOCS', 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            INSERT INTO items(id, parent_id, scope_id, path, path_key, parent_path, parent_key, name, name_key, item_type, replaced_offline, has_original, base_kind, generation,
                    pinned, pin_user, pin_user_policy, pin_computer, pin_redirection, dirty, deleted_offline, created_offline, modified_data, modified_attributes, modified_time, suspended, suspended_root,
                    local_attributes, local_size, local_creation, local_write, local_change, local_access, blob_id, hash, sparse)
                VALUES(7, 2, 1, '\\srv\docs\a.txt', '\\SRV\DOCS\A.TXT', '\\srv\docs', '\\SRV\DOCS', 'a.txt', 'A.TXT', 0, 0, 0, 1, 3, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0,
                    128, {content.Length}, 0, 0, 0, 0, '{id}', '{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)))}', 0);
            INSERT INTO intents(path, new_hash) VALUES('\\srv\docs\a.txt', '{new string('0', 64)}');
            INSERT INTO settings(name, value) VALUES('instance', '0badcafe');
            """);
    }
}
