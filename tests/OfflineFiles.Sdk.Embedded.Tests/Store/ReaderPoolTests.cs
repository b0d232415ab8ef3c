using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Tests.Store;

/// <summary>As many read at once as there are places, and the others wait; what nobody reads with is closed but for a few.</summary>
[TestFixture]
internal sealed class ReaderPoolTests
{
    private readonly HashSet<StoreConnection> _open = [];
    private string _directory = "";
    private CacheStore _store = null!;

    [SetUp]
    public void SetUp()
    {
        _directory = Directory.CreateTempSubdirectory("offlinefiles-pool-").FullName;
        _store = CacheStore.Open(_directory);
    }

    [TearDown]
    public void TearDown()
    {
        _store.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Test]
    public async Task Who_finds_no_place_waits_for_one_and_is_told_when_none_comes()
    {
        using var pool = Pool(TimeSpan.Zero);
        var leases = Enumerable.Range(0, ReaderPool.MostAtOnce).Select(_ => pool.Take()).ToList();

        Assert.That(() => pool.Take(), Throws.TypeOf<OfflineFilesBackendException>().With.Message.Contains("16 reads").And.Property("IsTransient").True);
        await Assert.ThatAsync(async () => await pool.TakeAsync(CancellationToken.None), Throws.TypeOf<OfflineFilesBackendException>());
        Assert.That(pool.TryTake(out _), Is.False);

        leases[0].Dispose();
        Assert.That(pool.TryTake(out var freed));
        leases[0] = freed;
        Assert.That(_open, Has.Count.EqualTo(ReaderPool.MostAtOnce));
        foreach (var lease in leases) lease.Dispose();
    }

    [Test]
    public async Task Waiting_ends_with_a_place_or_with_the_token()
    {
        using var pool = Pool(Timeout.InfiniteTimeSpan);
        using var source = new CancellationTokenSource();
        var leases = Enumerable.Range(0, ReaderPool.MostAtOnce).Select(_ => pool.Take()).ToList();
        var waiting = pool.TakeAsync(CancellationToken.None);
        var cancelled = pool.TakeAsync(source.Token);

        await source.CancelAsync();
        await Assert.ThatAsync(async () => await cancelled, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(waiting.IsCompleted, Is.False);

        foreach (var lease in leases) lease.Dispose();
        (await waiting).Dispose();
        Assert.That(_open, Has.Count.EqualTo(ReaderPool.MostIdle));
    }

    [Test]
    public void What_is_given_back_after_the_end_is_closed()
    {
        var pool = Pool(TimeSpan.Zero);
        var lease = pool.Take();
        pool.Take().Dispose();

        pool.Dispose();
        Assert.That(_open, Is.EqualTo(new[] { lease.Connection }));

        lease.Dispose();
        Assert.That(_open, Is.Empty);
    }

    [Test]
    public void A_place_is_not_lost_when_its_connection_cannot_be_opened()
    {
        using var pool = new ReaderPool(() => throw new Microsoft.Data.Sqlite.SqliteException("no", 14), Close, mostIdle: 1) { Patience = TimeSpan.Zero };

        for (var i = 0; i <= ReaderPool.MostAtOnce; i++)
            Assert.That(() => pool.Take(), Throws.TypeOf<OfflineFilesBackendException>().With.Message.Not.Contains("reads"));
    }

    private ReaderPool Pool(TimeSpan patience) => new(Open, Close, ReaderPool.MostIdle) { Patience = patience };

    private StoreConnection Open()
    {
        var connection = DatabaseFile.OpenReader(_directory);
        _open.Add(connection);
        return connection;
    }

    private void Close(StoreConnection connection)
    {
        _open.Remove(connection);
        connection.Dispose();
    }
}
