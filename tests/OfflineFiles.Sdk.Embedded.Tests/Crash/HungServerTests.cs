using System.Diagnostics;
using OfflineFiles.Sdk.Embedded.Io;
using OfflineFiles.Sdk.Embedded.Tests.Backend;

namespace OfflineFiles.Sdk.Embedded.Tests.Crash;

/// <summary>
/// The process behind a real mount is stopped, so that every call to the share hangs in the system, and goes on later. No use of the cache waits for
/// longer than the limit, the cache answers, and the share comes back by itself.
/// </summary>
/// <remarks>By hand: <c>mounts.sh</c> mounts, and says in <c>OFFLINEFILES_SHARES_SERVER</c> what can be stopped.</remarks>
[TestFixture]
[Platform("Linux")]
internal sealed class HungServerTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    // A real process stops and goes on in the system's time, and nothing tells of it: between two looks there has to be some.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private static readonly string? Server = Environment.GetEnvironmentVariable("OFFLINEFILES_SHARES_SERVER");

    [SetUp]
    public void RequireServer() => Assume.That(Server, Is.Not.Null.And.Not.Empty, "No server to stop: mounts.sh starts one.");

    [TestCaseSource(typeof(LostShareFilesTests), nameof(LostShareFilesTests.Uses))]
    public async Task A_use_of_a_share_that_hangs_is_answered_by_the_cache_in_time(Func<TestCache, Task> use)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"sub\s.txt", "s"));
        await test.PinAsync();
        using (new Stopped())
        {
            await InTimeAsync(test, use(test));
            await ExpectOfflineAsync(test);
        }

        await ExpectBackAsync(test);
    }

    [Test]
    public async Task An_operation_on_a_share_that_hangs_ends_in_time([Values("sync", "pin", "online")] string operation)
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), (@"sub\s.txt", "s"));
        await test.PinAsync();
        using (new Stopped())
        {
            var report = operation switch
            {
                "sync" => test.SyncAsync(),
                "pin" => test.PinAsync(),
                _ => test.OnlineAsync(),
            };
            await InTimeAsync(test, report);
            Assert.That((await report).Succeeded, Is.False);
            await ExpectOfflineAsync(test);
        }

        await ExpectBackAsync(test);
    }

    [Test]
    public async Task A_synchronisation_that_is_caught_in_the_middle_ends_in_time_and_is_made_up_for()
    {
        await using var test = await TestCache.OpenAsync(("anchor.txt", "anchor"), ("old.txt", "old"));
        await test.PinAsync();
        await test.OfflineAsync();
        for (var i = 0; i < 10; i++) await test.WriteAsync($"f{i}.txt", $"mine {i}");
        await test.WriteAsync("old.txt", "new");
        await test.OnlineAsync();
        Stopped? stopped = null;
        var stopping = new Progress(progress => stopped ??= progress.ItemsDone == 3 ? new Stopped() : null);
        try
        {
            var syncing = test.Backend.SynchronizeAsync([TestCache.Share], SyncOptions.Default, stopping, CancellationToken.None);
            await InTimeAsync(test, syncing);
            Assert.That(stopped, Is.Not.Null, "it was caught");
            Assert.That((await syncing).With(OutcomeStatus.Failed), Is.Not.Empty);
            await ExpectOfflineAsync(test);
        }
        finally
        {
            stopped?.Dispose();
        }

        await ExpectBackAsync(test);
        Assert.That(Enumerable.Range(0, 10).Select(i => test.ReadShare($"f{i}.txt")), Is.EqualTo(Enumerable.Range(0, 10).Select(i => $"mine {i}")));
        Assert.That(test.ReadShare("old.txt"), Is.EqualTo("new"));
    }

    [Test]
    public async Task A_cache_is_closed_and_opened_in_time_while_its_share_hangs()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"));
        await test.PinAsync();
        using (new Stopped())
        {
            var reading = test.ReadAsync("a.txt");
            await InTimeAsync(test, test.RestartAsync());
            await InTimeAsync(test, test.ReadAsync("a.txt"));
            await ExpectOfflineAsync(test);
            await InTimeAsync(test, reading.ContinueWith(_ => { }, TaskScheduler.Default));
        }

        await ExpectBackAsync(test);
    }

    /// <summary>Lets the time of the engine pass until the work is done: no longer than it takes to give up a few calls one by one.</summary>
    private static async Task InTimeAsync(TestCache test, Task work)
    {
        var limit = 4 * test.Options.ShareTimeout;
        for (var passed = TimeSpan.Zero; passed < limit; passed += Step)
        {
            if (await Task.WhenAny(work, Task.Delay(BetweenLooks)) == work)
            {
                await work;
                return;
            }

            test.Time.Advance(Step);
        }

        Assert.Fail($"It has not ended after {limit}.");
    }

    private static async Task ExpectOfflineAsync(TestCache test)
    {
        // A query waits for no share.
        var share = await ShareAsync(test).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.That(share.ConnectionInfo!.OfflineReason, Is.EqualTo(OfflineReason.NetDisconnected));
    }

    /// <summary>Uses the cache until the share serves it again. Then both are brought in order, and nothing of the engine's is left.</summary>
    private static async Task ExpectBackAsync(TestCache test)
    {
        for (var tries = 1; (await ShareAsync(test)).ConnectionInfo!.ConnectState != ConnectState.Online; tries++)
        {
            Assert.That(tries, Is.LessThan(100), "It does not come back.");
            test.Time.Advance(test.Options.ShareTimeout);
            await test.ListAsync();
            await Task.Delay(BetweenLooks);
        }

        await test.SyncAsync();
        Assert.That((await test.SyncAsync()).Outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(OutcomeStatus.Unchanged));
        var left = Directory.EnumerateFileSystemEntries(test.ShareDirectory, ".~of*", SearchOption.AllDirectories).Select(Path.GetFileName);
        Assert.That(left.Where(name => name != TemporaryName.RootMarker), Is.Empty);
    }

    private static async Task<OfflineFilesItem> ShareAsync(TestCache test) =>
        (await test.QueryAsync("SELECT * FROM Win32_OfflineFilesItem")).Single(item => item.ItemPath == TestCache.Share);

    /// <summary>The server while it does not answer; disposing lets it go on.</summary>
    private sealed class Stopped : IDisposable
    {
        public Stopped() => Signal("STOP");

        public void Dispose() => Signal("CONT");

        private static void Signal(string signal)
        {
            using var process = Process.Start("kill", [$"-{signal}", .. Server!.Split(' ')]);
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.Zero);
        }
    }

    private sealed class Progress(Action<OperationProgress> hear) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => hear(value);
    }
}
