using Microsoft.Data.Sqlite;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Store;

/// <summary>A cache whose database is lost begins anew, and every byte of its content is still there, in a place that the opening names.</summary>
[TestFixture]
internal sealed class RescueTests
{
    private static readonly Dictionary<string, Action<string>> Losses = new()
    {
        ["its database was missing"] = File.Delete,
        ["its database was empty"] = file => File.WriteAllBytes(file, []),
        ["its database was no database"] = file => File.WriteAllText(file, "something else entirely"),
        ["its database was one of another application"] = file =>
        {
            File.Delete(file);
            Execute(file, "PRAGMA application_id = 42; CREATE TABLE theirs(x)");
        },
    };

    private static IEnumerable<string> Reasons => Losses.Keys;

    [TestCaseSource(nameof(Reasons))]
    public async Task Content_without_a_database_goes_to_a_folder_that_the_opening_names(string reason)
    {
        await using var test = await WithEditAsync();
        await test.Backend.DisposeAsync();
        var file = Path.Join(test.CacheDirectory, "cache.db");
        Losses[reason](file);
        var left = File.Exists(file) ? await File.ReadAllBytesAsync(file) : null;

        await test.StartAsync();

        Assert.That(test.Backend.Rescued, Is.EqualTo(new RescuedContent(test.Backend.Rescued!.Directory, 2, reason)));
        Assert.That(test.Backend.Rescued.Directory, Is.EqualTo(Path.Join(test.CacheDirectory, "rescue", "20260301T120000Z")));
        Assert.That(Contents(test.Backend.Rescued.Directory), Is.EquivalentTo(new[] { "a", "never sent" }));
        var kept = Path.Join(test.Backend.Rescued.Directory, "cache.db");
        Assert.That(left is null ? !File.Exists(kept) : (await File.ReadAllBytesAsync(kept)).SequenceEqual(left), "the file in the place of the database is kept");
    }

    [Test]
    public async Task After_a_loss_nothing_is_deleted_on_the_share_and_the_cache_works()
    {
        await using var test = await WithEditAsync();
        await test.Backend.DisposeAsync();
        File.Delete(Path.Join(test.CacheDirectory, "cache.db"));
        await test.StartAsync();

        await test.PinAsync();
        await test.SyncAsync();
        await test.RestartAsync();

        Assert.That(test.Backend.Rescued, Is.Null, "it is told once");
        Assert.That(test.ReadShare("a.txt"), Is.EqualTo("a"));
        await test.OfflineAsync();
        Assert.That(await test.ReadAsync("b.txt"), Is.EqualTo("b"));
        Assert.That(Contents(Path.Join(test.CacheDirectory, "rescue")), Has.Some.EqualTo("never sent"));
    }

    [Test]
    public async Task A_second_loss_in_the_same_second_has_a_folder_of_its_own()
    {
        await using var test = await WithEditAsync();
        for (var i = 0; i < 2; i++)
        {
            await test.Backend.DisposeAsync();
            File.Delete(Path.Join(test.CacheDirectory, "cache.db"));
            await test.StartAsync();
            await test.PinAsync();
        }

        Assert.That(Directory.EnumerateDirectories(Path.Join(test.CacheDirectory, "rescue")).Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_log_without_its_database_is_kept_too()
    {
        await using var test = await WithEditAsync();
        await test.Backend.DisposeAsync();
        File.Delete(Path.Join(test.CacheDirectory, "cache.db"));
        await File.WriteAllTextAsync(Path.Join(test.CacheDirectory, "cache.db-wal"), "rows that were written last");

        await test.StartAsync();

        Assert.That(await File.ReadAllTextAsync(Path.Join(test.Backend.Rescued!.Directory, "cache.db-wal")), Is.EqualTo("rows that were written last"));
    }

    [Test]
    public async Task A_cache_that_was_never_used_has_nothing_to_rescue()
    {
        await using var test = await TestCache.OpenAsync();
        await test.Backend.DisposeAsync();
        File.Delete(Path.Join(test.CacheDirectory, "cache.db"));

        await test.StartAsync();

        Assert.That(test.Backend.Rescued, Is.Null);
        Assert.That(Directory.Exists(Path.Join(test.CacheDirectory, "rescue")), Is.False);
    }

    [Test]
    public async Task A_damaged_database_is_set_aside_only_when_that_was_asked_for()
    {
        await using var test = await WithEditAsync();
        await test.Backend.DisposeAsync();
        var file = Path.Join(test.CacheDirectory, "cache.db");
        var bytes = await File.ReadAllBytesAsync(file);
        Array.Fill<byte>(bytes, 0xA5, 4096, bytes.Length - 4096);
        await File.WriteAllBytesAsync(file, bytes);

        await Assert.ThatAsync(
            () => test.StartAsync(),
            Throws.InstanceOf<CacheOpenException>().With.Property("Failure").EqualTo(CacheOpenFailure.Corrupt).And.Message.Contains("SetsDamagedDatabaseAside"));
        await test.StartAsync(test.Options with { SetsDamagedDatabaseAside = true });

        Assert.That(test.Backend.Rescued!.Reason, Is.EqualTo("its database was damaged"));
        Assert.That(Contents(test.Backend.Rescued.Directory), Is.EquivalentTo(new[] { "a", "never sent" }));
        Assert.That(await File.ReadAllBytesAsync(Path.Join(test.Backend.Rescued.Directory, "cache.db")), Is.EqualTo(bytes));
    }

    private static async Task<TestCache> WithEditAsync()
    {
        var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "b"));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("b.txt", "never sent");
        return test;
    }

    private static List<string> Contents(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file).Length == 32).Select(File.ReadAllText).ToList();

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Fixed texts of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
