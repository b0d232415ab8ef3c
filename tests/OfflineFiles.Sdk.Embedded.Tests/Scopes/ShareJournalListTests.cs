using Microsoft.Extensions.Logging.Abstractions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Tests.Scopes;

/// <summary>Many changes recorded in one commit and ended in another.</summary>
[TestFixture]
internal sealed class ShareJournalListTests
{
    [Test]
    public async Task Each_change_has_its_own_end_and_all_rows_are_one_commit()
    {
        var home = Directory.CreateTempSubdirectory("offlinefiles-journal-");
        try
        {
            var share = new DirectoryShare(@"\\srv\docs", home.CreateSubdirectory("share").FullName, 7);
            using var store = CacheStore.Open(home.FullName);
            var scopes = new ScopeMap(store, [share]);
            using var engine = new CacheEngine(
                store, new ContentStore(home.FullName), scopes, new CacheChangeHub(TimeProvider.System, NullLogger.Instance), TimeProvider.System);
            var rows = new List<string>();
            var commits = 0;
            store.Committed = _ => commits++;

            ShareChange Change(string name, bool fails) => new(
                new Intent(IntentKind.Delete, $@"\\srv\docs\{name}", null),
                _ =>
                {
                    Assert.That(engine.Journal.IsBusy($@"\\srv\docs\{name}"), Is.True);
                    Assert.That(commits, Is.EqualTo(1), "all are recorded before the first begins");
                    return fails ? throw new IOException(name) : Task.FromResult<Versions.ShareToken?>(null);
                },
                (_, _) => rows.Add(name));

            var errors = await engine.Journal.RunAsync(
                scopes.Find(share.Root), [Change("a", false), Change("b", true), Change("c", false)], CancellationToken.None);

            Assert.That(errors.Select(error => error?.Message), Is.EqualTo(new[] { null, "b", null }));
            Assert.That(rows, Is.EqualTo(new[] { "a", "c" }));
            Assert.That(await store.ReadAsync(connection => connection.Intents(), CancellationToken.None), Is.Empty);
            Assert.That(engine.Journal.IsBusy(@"\\srv\docs\a"), Is.False);
            Assert.That(commits, Is.EqualTo(3), "the record, the rows, and the end of what failed");
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }
}
