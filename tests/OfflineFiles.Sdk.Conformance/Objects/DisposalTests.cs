using Microsoft.Extensions.DependencyInjection;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Conformance.Worlds;
using OfflineFiles.Sdk.Embedded;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Conformance.Objects;

/// <summary>A cache is closed by containers and code that know no async, too: nothing waits for the thread that closes it.</summary>
[TestFixture]
public sealed class DisposalTests
{
    [Test]
    public async Task A_container_that_is_disposed_without_async_closes_the_cache()
    {
        var home = Directory.CreateTempSubdirectory("offlinefiles-dispose-");
        try
        {
            var options = new EmbeddedBackendOptions
            {
                CacheDirectory = Path.Join(home.FullName, "cache"),
                Shares = [new ShareMapping(@"\\srv\docs", home.CreateSubdirectory("docs").FullName)],
            };
            var backend = await EmbeddedBackend.OpenAsync(options);
            OfflineFilesCache cache;
            using (var provider = new ServiceCollection().AddSingleton(_ => new OfflineFilesCache(backend)).BuildServiceProvider())
            {
                cache = provider.GetRequiredService<OfflineFilesCache>();
                await cache.PinAsync(@"\\srv\docs");
            }

            await Assert.ThatAsync(() => cache.Items.CountAsync(), Throws.TypeOf<ObjectDisposedException>());
            await using var again = await EmbeddedBackend.OpenAsync(options);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    // The thread of a window: what is posted to it waits until it is free, and it is not while it disposes.
    [TestCase("async only")]
    [TestCase("embedded")]
    [TestCase("CIM")]
    public async Task Nothing_waits_for_the_thread_that_disposes(string kind)
    {
        await using var scene = await CacheScene.OpenAsync(engine => engine);
        var counting = new CountingBackend(Samples.Share);
        var cache = kind switch
        {
            "embedded" => scene.Cache,
            "CIM" => new OfflineFilesCache(new CimBackend(new ProviderDouble(new FixedRowsBackend([Samples.Share])), CimBackendOptions.Default, "pc42")),
            _ => new OfflineFilesCache(counting),
        };
        await cache.Items.CountAsync();

        var closed = await Task.Run(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new DeafContext());
            try
            {
                cache.Dispose();
                cache.Dispose();
                return true;
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(null);
            }
        }).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.That(closed, Is.True);
        Assert.That(counting.IsDisposed, Is.EqualTo(kind == "async only"), "an asynchronous disposal has ended");
        await Assert.ThatAsync(() => cache.Items.CountAsync(), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Both_ways_together_close_once()
    {
        var backend = new CountingBackend();
        var cache = new OfflineFilesCache(backend);
        cache.Dispose();
        await cache.DisposeAsync();
        var kept = new CountingBackend();
        new OfflineFilesCache(kept, ownsBackend: false).Dispose();

        Assert.That((backend.IsDisposed, kept.IsDisposed), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task A_subscriber_may_close_the_cache_that_calls_it()
    {
        var scene = await CacheScene.OpenAsync(engine => engine);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = scene.Cache.Changes.Subscribe(new Closer(() =>
        {
            scene.Cache.Dispose();
            closed.TrySetResult();
        }));
        try
        {
            await scene.Cache.PinAsync(CacheScene.Share);
        }
        catch (OperationCancelledException)
        {
            // Closing cancels what is at work, unless it was done already.
        }

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await scene.DisposeAsync();
    }

    private sealed class Closer(Action close) : IObserver<CacheChange>
    {
        public void OnNext(CacheChange value) => close();

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class DeafContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }

        public override void Send(SendOrPostCallback d, object? state) => throw new InvalidOperationException("Nobody is there to run it.");
    }
}
