using Microsoft.Extensions.Logging.Abstractions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Engine;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Shares;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Versions;

namespace OfflineFiles.Sdk.Embedded.Tests.Scopes;

[TestFixture]
internal sealed class ShareJournalTests
{
    // A synchronisation begins with a recovery, and a file may be written at the same time.
    [Test]
    public async Task A_recovery_leaves_a_write_alone_that_is_under_way()
    {
        var home = Directory.CreateTempSubdirectory("offlinefiles-journal-");
        using var written = new SemaphoreSlim(0);
        using var recovered = new ManualResetEventSlim();
        var share = new DirectoryShare(@"\\srv\docs", home.CreateSubdirectory("share").FullName, 7)
        {
            OnStep = step =>
            {
                if (step != ShareStep.Written) return;
                written.Release();
                recovered.Wait();
            },
        };
        try
        {
            using var store = CacheStore.Open(home.FullName);
            var content = new ContentStore(home.FullName);
            var scopes = new ScopeMap(store, [share]);
            using var engine = new CacheEngine(store, content, scopes, new CacheChangeHub(TimeProvider.System, NullLogger.Instance), TimeProvider.System);
            var scope = scopes.Find(share.Root);
            using var staged = content.Create();
            await staged.Stream.WriteAsync("new"u8.ToArray());
            var blob = await staged.SealAsync(CancellationToken.None);
            await using var data = content.TryOpenRead(blob.Id)!;

            var writing = engine.Journal.WriteAsync(scope, @"\\srv\docs\a.txt", blob, data, null, default, ensure: null, (_, token) => token, CancellationToken.None);
            await written.WaitAsync();
            await engine.Journal.RecoverAsync(scope, CancellationToken.None);
            recovered.Set();
            await writing;

            Assert.That(await File.ReadAllTextAsync(Path.Join(share.Display, "a.txt")), Is.EqualTo("new"));
            Assert.That(await store.ReadAsync(connection => connection.Intents(), CancellationToken.None), Is.Empty);
        }
        finally
        {
            recovered.Set();
            home.Delete(recursive: true);
        }
    }
}
