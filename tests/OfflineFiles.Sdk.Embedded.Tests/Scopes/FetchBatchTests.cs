using OfflineFiles.Sdk.Embedded.Content;
using OfflineFiles.Sdk.Embedded.Scopes;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Embedded.Tests.Io;

namespace OfflineFiles.Sdk.Embedded.Tests.Scopes;

/// <summary>While one batch is on its way to the disk the next one comes in: what becomes of the one is never the other's loss.</summary>
[TestFixture]
internal sealed class FetchBatchTests
{
    private TemporaryDirectory _disk = null!;
    private CacheStore _store = null!;

    [SetUp]
    public void Open()
    {
        _disk = new TemporaryDirectory();
        _store = CacheStore.Open(_disk.Path);
    }

    [TearDown]
    public void Close()
    {
        _store.Dispose();
        _disk.Dispose();
    }

    [Test]
    public async Task What_came_is_committed_and_told_also_when_the_batch_before_it_ends_with_a_lost_share()
    {
        const int Before = FetchBatch.FirstItems + 1;
        var (committed, told) = (new List<int>(), new List<int>());
        using var batch = new FetchBatch(_store, new ContentStore(_disk.Path), TimeProvider.System);
        for (var i = 0; i < Before; i++) Add(i);
        await batch.TurnOverAsync();
        Add(Before);

        await Assert.ThatAsync(batch.EndAsync, Throws.InstanceOf<ShareUnavailableException>());

        Assert.That(committed, Is.EqualTo(Enumerable.Range(0, Before + 1)));
        Assert.That(told, Is.EqualTo(Enumerable.Range(0, Before + 1)));
        Assert.That(batch.IsEmpty);

        void Add(int number) => batch.Add(
            null,
            _ =>
            {
                committed.Add(number);
                return false;
            },
            _ =>
            {
                told.Add(number);
                return number == 0 ? throw new ShareUnavailableException(UncPath.Parse(@"\\srv\docs"), "it was lost") : Task.CompletedTask;
            });
    }
}
