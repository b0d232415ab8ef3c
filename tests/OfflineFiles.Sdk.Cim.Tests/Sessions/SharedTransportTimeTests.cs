using Microsoft.Extensions.Time.Testing;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Cim.Sessions.Connect;
using OfflineFiles.Sdk.Cim.Sessions.Share;
using OfflineFiles.Sdk.Cim.Tests.Indications;

namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

/// <summary>What waits, and for how long: in virtual time.</summary>
public sealed class SharedTransportTimeTests
{
    private static readonly CimReconnectOptions Reconnect = new() { Attempts = 3, FirstDelay = TimeSpan.FromSeconds(1), LongestDelay = TimeSpan.FromSeconds(3) };

    [Test]
    public async Task Each_new_connection_waits_twice_as_long_as_the_one_before_up_to_the_longest()
    {
        var time = new VirtualTime();
        var machine = new TestMachine
        {
            OnConnect = (number, _) => number == 1 ? Task.CompletedTask : Task.FromException(TestMachine.Lost),
            OnCall = (_, _, _) => Task.FromException(TestMachine.Lost),
        };
        await using var transport = machine.Share(new CimBackendOptions { TimeProvider = time, Reconnect = Reconnect });

        var call = transport.Get();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await time.WaitedForAsync(TimeSpan.FromSeconds(attempt));
            Assert.That(machine.Connects, Is.EqualTo(attempt));
            await time.PassAsync(attempt);
        }

        await Assert.ThatAsync(() => call, Throws.Exception.SameAs(TestMachine.Lost));
        Assert.That(machine.Connects, Is.EqualTo(4));
    }

    [Test]
    public async Task The_wait_counts_from_the_loss_so_that_a_later_call_need_not_wait()
    {
        var time = new FakeTimeProvider();
        var machine = new TestMachine();
        await using var transport = machine.Share(new CimBackendOptions { TimeProvider = time, Reconnect = Reconnect });
        machine.OnCall = (session, _, _) => session == machine.Sessions[0] ? Task.FromException(TestMachine.Lost) : Task.CompletedTask;
        await Assert.ThatAsync(() => transport.Invoke(), Throws.Exception.SameAs(TestMachine.Lost));

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(await transport.Get().WaitAsync(TimeSpan.FromSeconds(20)), Is.Not.Null);
    }

    [Test]
    public async Task A_session_that_many_lose_is_one_loss()
    {
        var time = new FakeTimeProvider();
        var gate = new TaskCompletionSource();
        var machine = new TestMachine();
        await using var transport = machine.Share(new CimBackendOptions { TimeProvider = time, Reconnect = Reconnect });
        machine.OnCall = async (session, _, _) =>
        {
            if (session != machine.Sessions[0]) return;
            await gate.Task;
            throw TestMachine.Lost;
        };
        var calls = Enumerable.Range(0, 5).Select(_ => transport.Invoke()).ToArray();
        await SeamCalls.Until(() => machine.Sessions is [{ Users: 5 }]);
        gate.SetResult();
        foreach (var call in calls) await Assert.ThatAsync(() => call, Throws.Exception.SameAs(TestMachine.Lost));

        time.Advance(Reconnect.FirstDelay);

        Assert.That(await transport.Get().WaitAsync(TimeSpan.FromSeconds(20)), Is.Not.Null);
    }

    [Test]
    public void Once_the_machine_has_answered_the_next_loss_is_the_first_again()
    {
        var backoff = new ReconnectBackoff(Reconnect, new FakeTimeProvider());
        backoff.Lost();
        backoff.Lost();
        Assert.That(backoff.Remaining(), Is.EqualTo(2 * Reconnect.FirstDelay));

        backoff.Answered();
        Assert.That(backoff.Remaining(), Is.EqualTo(TimeSpan.Zero));
        backoff.Lost();

        Assert.That(backoff.Remaining(), Is.EqualTo(Reconnect.FirstDelay));
    }

    [Test]
    public async Task With_no_attempts_a_failure_comes_out_at_once_and_the_next_call_connects_without_waiting()
    {
        var machine = new TestMachine();
        await using var transport = machine.Share(new CimBackendOptions { TimeProvider = new FakeTimeProvider(), Reconnect = CimReconnectOptions.Never });
        machine.OnCall = (session, _, _) => session == machine.Sessions[0] ? Task.FromException(TestMachine.Lost) : Task.CompletedTask;

        await Assert.ThatAsync(() => transport.Get(), Throws.Exception.SameAs(TestMachine.Lost));
        Assert.That(await transport.Get().WaitAsync(TimeSpan.FromSeconds(20)), Is.Not.Null);
    }

    [Test]
    public async Task Connecting_has_a_time_of_its_own_and_its_error_says_so()
    {
        var time = new FakeTimeProvider();
        var machine = new TestMachine { OnConnect = (_, token) => Task.Delay(Timeout.Infinite, token) };
        var connector = new DeadlineConnector(machine, time, TimeSpan.FromSeconds(30));

        var connecting = connector.ConnectAsync(default);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.That(connecting.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThatAsync(() => connecting, Throws.TypeOf<CimTransportException>()
            .With.Property("Phase").EqualTo(CimTimeoutPhase.Connect).And.Property("IsUnreachable").True.And.Property("Deadline").EqualTo(TimeSpan.FromSeconds(30)));
    }

    [TestCase(CimTimeoutPhase.Queue)]
    [TestCase(CimTimeoutPhase.Connect)]
    [TestCase(CimTimeoutPhase.FirstRow)]
    [TestCase(CimTimeoutPhase.NextRow)]
    public async Task A_time_limit_above_tells_what_its_time_went_into(CimTimeoutPhase phase)
    {
        var time = new FakeTimeProvider();
        var isIn = new TaskCompletionSource();
        Task Hang(CancellationToken token)
        {
            isIn.TrySetResult();
            return Task.Delay(Timeout.Infinite, token);
        }

        var machine = new TestMachine
        {
            OnConnect = (_, token) => phase == CimTimeoutPhase.Connect ? Hang(token) : Task.CompletedTask,
            OnCall = (_, call, token) =>
                (call, phase) is ("Query 0", CimTimeoutPhase.FirstRow) or ("Query 1", CimTimeoutPhase.NextRow) ? Hang(token) : Task.CompletedTask,
        };
        var options = new CimBackendOptions { TimeProvider = time, MaxConcurrentOperations = 1 };
        await using var transport = new DeadlineTransport(
            machine.Share(options), time, TimeSpan.FromMinutes(2), TimeSpan.FromHours(1));
        await using var other = transport.Query();
        if (phase == CimTimeoutPhase.Queue)
        {
            await other.MoveNextAsync();
            isIn.SetResult();
        }

        var count = transport.Count();
        await isIn.Task;
        time.Advance(TimeSpan.FromMinutes(2));

        await Assert.ThatAsync(() => count, Throws.TypeOf<CimTransportException>().With.Property("Phase").EqualTo(phase)
            .And.Property("Deadline").EqualTo(TimeSpan.FromMinutes(2)));
    }

    [Test]
    public async Task A_thousand_cancelled_queries_leave_no_session_in_use_and_no_timer()
    {
        var time = new VirtualTime();
        var machine = new TestMachine
        {
            OnCall = (_, call, token) => call == "Query 1" ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask,
            Server = new Testing.Provider.ProviderDouble(new Testing.Provider.FixedRowsBackend(SampleItems.All)),
        };
        await using var backend = new CimBackend(machine, new CimBackendOptions { TimeProvider = time }, "pc42");

        for (var query = 0; query < 1_000; query++)
        {
            using var source = new CancellationTokenSource();
            await using var rows = backend.QueryItemsAsync(new Wql.WqlSelectQuery("Win32_OfflineFilesItem"), source.Token).GetAsyncEnumerator();
            Assert.That(await rows.MoveNextAsync(), Is.True);
            var next = rows.MoveNextAsync().AsTask();
            await source.CancelAsync();
            await Assert.ThatAsync(() => next, Throws.InstanceOf<OperationCanceledException>());
        }

        Assert.That((machine.Sessions.Single().Users, time.Waits.Count), Is.EqualTo((0, 0)));
    }
}
