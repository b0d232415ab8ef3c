using OfflineFiles.Sdk.Embedded.Store;

namespace OfflineFiles.Sdk.Embedded.Tests.Store;

/// <summary>When a store is closed, nothing of it is at work any more.</summary>
[TestFixture]
internal sealed class ClosedStoreTests
{
    private string _directory = "";

    [SetUp]
    public void SetUp() => _directory = Directory.CreateTempSubdirectory("offlinefiles-closed-").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(_directory, recursive: true);

    [Test]
    public async Task The_write_that_is_at_work_ends_first_and_the_next_is_refused()
    {
        var store = CacheStore.Open(_directory);
        var inside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var mayGoOn = new ManualResetEventSlim();
        var writing = store.WriteAsync(
            transaction =>
            {
                inside.SetResult();
                mayGoOn.Wait();
                transaction.SetSetting("written", "whole");
            },
            CancellationToken.None);
        await inside.Task;

        var closing = Task.Run(store.Dispose);
        var waits = !closing.Wait(TimeSpan.FromMilliseconds(100));
        mayGoOn.Set();
        await writing;
        await closing;

        Assert.That(waits, Is.True);
        await Assert.ThatAsync(() => store.WriteAsync(_ => { }, CancellationToken.None), Throws.InstanceOf<ObjectDisposedException>());
        using var again = CacheStore.Open(_directory);
        Assert.That(await again.ReadAsync(connection => connection.Setting("written"), CancellationToken.None), Is.EqualTo("whole"));
    }
}
