namespace OfflineFiles.Sdk.Embedded.Tests.Backend;

/// <summary>Closing a cache beside its work: the work ends as if it were cancelled, and closing waits for that.</summary>
[TestFixture]
internal sealed class ClosingTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_synchronisation_ends_with_its_report_and_the_cache_can_be_opened_at_once(bool isAsync)
    {
        await using var test = await TestCache.OpenAsync([.. Enumerable.Range(0, 20).Select(i => ($"f{i:00}.txt", "content"))]);
        await test.PinAsync(options: new PinOptions { Flags = PinControlFlags.ForUser });
        var inside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var mayGoOn = new ManualResetEventSlim();
        var syncing = test.Backend.SynchronizeAsync(
            [TestCache.Share],
            SyncOptions.Default,
            new Watcher(progress =>
            {
                if (progress.ItemsDone != 5) return;
                inside.TrySetResult();
                mayGoOn.Wait();
            }),
            CancellationToken.None);
        await inside.Task;

        var closing = isAsync ? test.Backend.DisposeAsync().AsTask() : Task.Run(test.Backend.Dispose);
        Assert.That(closing.IsCompleted, Is.False, "it waits");
        mayGoOn.Set();

        var cancelled = await Assert.ThrowsAsync<OperationCancelledException>(() => syncing);
        await closing;
        Assert.That(cancelled!.Report.Count(OutcomeStatus.Done), Is.Positive);
        Assert.That(cancelled.Report.Count(OutcomeStatus.Cancelled), Is.Positive);
        await test.StartAsync();
        Assert.That((await test.SyncAsync()).Succeeded, Is.True);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task From_inside_of_an_operation_it_does_not_wait_for_itself(bool isAsync)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("b.txt", "b"));

        await Assert.ThatAsync(
            () => test.Backend.PinAsync(
                [TestCache.Share],
                PinOptions.Default,
                new Watcher(_ =>
                {
                    if (isAsync) test.Backend.DisposeAsync().AsTask().GetAwaiter().GetResult();
                    else test.Backend.Dispose();
                }),
                CancellationToken.None),
            Throws.InstanceOf<OperationCancelledException>());

        await test.StartAsync();
    }

    [Test]
    public async Task Whoever_comes_while_it_closes_hears_that_it_is_closed()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        var backend = test.Backend;
        var calls = Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            while (true)
            {
                switch (i % 4)
                {
                    case 0:
                        await backend.SynchronizeAsync([TestCache.Share], SyncOptions.Default, null, CancellationToken.None);
                        break;
                    case 1:
                        await backend.FindItemAsync(TestCache.Share, CancellationToken.None);
                        break;
                    case 2:
                        await using (await backend.Files.OpenReadAsync(TestCache.At("a.txt"), CancellationToken.None)) break;
                    default:
                        await using (var writer = await backend.Files.OpenWriteAsync(TestCache.At($"w{i}.txt"), FileWriteMode.CreateOrReplace, CancellationToken.None))
                        {
                            await writer.WriteAsync(new byte[100]);
                            await writer.CommitAsync();
                        }

                        break;
                }
            }
        })).ToArray();
        await backend.SynchronizeAsync([TestCache.Share], SyncOptions.Default, null, CancellationToken.None);

        await backend.DisposeAsync();

        foreach (var call in calls)
            await Assert.ThatAsync(
                () => call,
                Throws.InstanceOf<OperationCancelledException>().Or.InstanceOf<ObjectDisposedException>().With.Property("ObjectName").Contains("EmbeddedBackend"));
        await test.StartAsync();
    }

    private sealed class Watcher(Action<OperationProgress> watch) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => watch(value);
    }
}
