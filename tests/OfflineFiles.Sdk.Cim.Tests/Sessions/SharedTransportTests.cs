using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions.Share;

namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

public sealed class SharedTransportTests
{
    private static readonly CimBackendOptions Options = new() { Reconnect = new() { FirstDelay = TimeSpan.FromMilliseconds(1), LongestDelay = TimeSpan.FromMilliseconds(2) } };

    [Test]
    public async Task Nothing_is_connected_before_the_first_call_and_then_one_session_serves_all()
    {
        var machine = new TestMachine();
        await using var transport = machine.Share(Options);
        Assert.That(machine.Connects, Is.Zero);

        await transport.Get();
        await transport.Count();
        await transport.Invoke();
        await transport.TestAsync(default);

        Assert.That(machine.Connects, Is.EqualTo(1));
    }

    [Test]
    public async Task Sixteen_that_ask_at_the_same_time_connect_once()
    {
        var gate = new TaskCompletionSource();
        var machine = new TestMachine { OnConnect = (_, _) => gate.Task };
        await using var transport = machine.Share(Options);

        var calls = Enumerable.Range(0, 16).Select(_ => Task.Run(() => transport.Get())).ToArray();
        await SeamCalls.Until(() => machine.Connects == 1);
        gate.SetResult();
        await Task.WhenAll(calls);

        Assert.That(machine.Connects, Is.EqualTo(1));
    }

    [Test]
    public async Task A_caller_that_stops_waiting_for_the_session_takes_nothing_from_the_others()
    {
        using var source = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        var machine = new TestMachine { OnConnect = (_, token) => gate.Task.WaitAsync(token) };
        await using var transport = machine.Share(Options);
        var first = transport.Get(source.Token);
        var second = transport.Get();

        await source.CancelAsync();
        await Assert.ThatAsync(() => first, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(source.Token));
        gate.SetResult();

        Assert.That(await second, Is.Not.Null);
        Assert.That(machine.Connects, Is.EqualTo(1));
    }

    [Test]
    public async Task As_many_run_at_once_as_allowed_and_no_more()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = 0;
        var most = 0;
        var machine = new TestMachine
        {
            OnCall = async (_, call, _) =>
            {
                if (call == "Test") return;
                var now = Interlocked.Increment(ref running);
                lock (gate) most = Math.Max(most, now);
                await gate.Task;
                await Task.Yield();
                Interlocked.Decrement(ref running);
            },
        };
        await using var transport = machine.Share(Options with { MaxConcurrentOperations = 4 });
        await transport.TestAsync(default);

        // The session is there, so each runs as far as it may before the next is begun.
        var calls = Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? (Task)transport.Get() : transport.Invoke()).ToArray();

        var atOnce = running;
        gate.SetResult();
        await Task.WhenAll(calls);
        Assert.That((atOnce, most), Is.EqualTo((4, 4)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task However_many_of_one_kind_run_one_of_the_other_gets_its_turn(bool manyRead)
    {
        var gate = new TaskCompletionSource();
        var machine = new TestMachine { OnCall = (_, call, _) => call == (manyRead ? "Get" : "Pin") ? gate.Task : Task.CompletedTask };
        await using var transport = machine.Share(Options with { MaxConcurrentOperations = 3 });

        var many = Enumerable.Range(0, 10).Select(_ => manyRead ? (Task)transport.Get() : transport.Invoke()).ToArray();
        if (manyRead) await transport.Invoke();
        else await transport.Get();

        Assert.That(many.Any(call => call.IsCompleted), Is.False);
        gate.SetResult();
        await Task.WhenAll(many);
    }

    [TestCase(1, false)]
    [TestCase(3, true)]
    public async Task A_query_keeps_its_place_until_it_is_left_and_a_subscription_takes_none(int places, bool hasAnother)
    {
        var machine = new TestMachine();
        await using var transport = machine.Share(Options with { MaxConcurrentOperations = places });
        await using var events = transport.SubscribeAsync("x", default).GetAsyncEnumerator();
        await events.MoveNextAsync();
        var rows = transport.Query();
        await rows.MoveNextAsync();

        // The session is there: a call that has a place is answered at once.
        var another = transport.Get();
        Assert.That(another.IsCompleted, Is.EqualTo(hasAnother));
        await rows.DisposeAsync();

        Assert.That(await another, Is.Not.Null);
    }

    [Test]
    public async Task Who_stops_waiting_for_a_turn_takes_none()
    {
        var slots = new OperationSlots(1);
        var write = await slots.WriteAsync(default);
        using var source = new CancellationTokenSource();
        var waiting = slots.ReadAsync(source.Token);

        await source.CancelAsync();
        await Assert.ThatAsync(() => waiting, Throws.InstanceOf<OperationCanceledException>());
        write.Dispose();

        using var read = await slots.ReadAsync(default).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.That(read, Is.Not.Null);
    }

    [Test]
    public async Task A_read_that_meets_a_lost_session_is_asked_again_over_a_new_one()
    {
        var machine = new TestMachine();
        await using var transport = machine.Share(Options);
        await transport.Get();
        machine.OnCall = (session, _, _) => session == machine.Sessions[0] ? Task.FromException(TestMachine.Lost) : Task.CompletedTask;

        Assert.That(await transport.Get(), Is.Not.Null);
        Assert.That(await transport.Count(), Is.EqualTo(2));
        Assert.That((machine.Connects, machine.Sessions[0].Disposals), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task A_query_is_asked_again_before_its_first_row_and_never_after_it()
    {
        var machine = new TestMachine();
        await using var transport = machine.Share(Options);
        machine.OnCall = (session, call, _) => session == machine.Sessions[0] && call == "Query 0" ? Task.FromException(TestMachine.Lost) : Task.CompletedTask;
        Assert.That(await transport.Count(), Is.EqualTo(2));

        machine.OnCall = (_, call, _) => call == "Query 1" ? Task.FromException(TestMachine.Lost) : Task.CompletedTask;
        var rows = transport.Query();
        Assert.That(await rows.MoveNextAsync(), Is.True);
        await Assert.ThatAsync(() => rows.MoveNextAsync().AsTask(), Throws.Exception.SameAs(TestMachine.Lost));
        await rows.DisposeAsync();

        Assert.That(machine.Sessions.Select(session => session.Disposals), Is.EqualTo(new[] { 1, 1 }));
        machine.OnCall = (_, _, _) => Task.CompletedTask;
        Assert.That(await transport.Count(), Is.EqualTo(2), "the next call connects anew");
    }

    [Test]
    public async Task A_subscription_that_is_lost_before_its_first_event_is_not_silently_begun_anew()
    {
        var machine = new TestMachine { OnCall = (_, call, _) => call == "Subscribe 0" ? Task.FromException(TestMachine.Lost) : Task.CompletedTask };
        await using var transport = machine.Share(Options);
        await using var events = transport.SubscribeAsync("x", default).GetAsyncEnumerator();

        await Assert.ThatAsync(() => events.MoveNextAsync().AsTask(), Throws.Exception.SameAs(TestMachine.Lost));
        Assert.That(machine.Connects, Is.EqualTo(1));
    }

    [TestCase("Pin")]
    [TestCase("Modify")]
    public async Task What_writes_is_sent_once_whatever_happens(string call)
    {
        var sent = 0;
        var machine = new TestMachine
        {
            OnCall = (_, _, _) =>
            {
                sent++;
                return Task.FromException(TestMachine.Lost);
            },
        };
        await using var transport = machine.Share(Options);

        await Assert.ThatAsync(
            () => call == "Pin" ? transport.Invoke() : transport.ModifyAsync(new CimModification("C", []), default), Throws.Exception.SameAs(TestMachine.Lost));

        Assert.That(sent, Is.EqualTo(1));
    }

    [Test]
    public async Task What_writes_may_connect_again_as_long_as_it_was_not_sent()
    {
        var machine = new TestMachine { OnConnect = (number, _) => number is 2 or 3 ? Task.FromException(TestMachine.Lost) : Task.CompletedTask };
        await using var transport = machine.Share(Options);
        machine.OnCall = (session, _, _) => session == machine.Sessions[0] ? Task.FromException(TestMachine.Lost) : Task.CompletedTask;
        await Assert.ThatAsync(() => transport.Invoke(), Throws.Exception.SameAs(TestMachine.Lost));

        Assert.That((await transport.Invoke()).Code, Is.Zero);
        Assert.That(machine.Connects, Is.EqualTo(4));
    }

    [Test]
    public async Task A_machine_that_was_never_reached_is_reported_at_once_and_asked_again_by_the_next_call()
    {
        var machine = new TestMachine { OnConnect = (number, _) => number == 1 ? Task.FromException(TestMachine.Lost) : Task.CompletedTask };
        await using var transport = machine.Share(Options);

        await Assert.ThatAsync(() => transport.Get(), Throws.Exception.SameAs(TestMachine.Lost));
        Assert.That(machine.Connects, Is.EqualTo(1));

        Assert.That(await transport.Get(), Is.Not.Null);
    }

    [Test]
    public async Task A_refusal_is_no_loss()
    {
        var refusal = new CimTransportException(CimStatus.AccessDenied, "no");
        var machine = new TestMachine { OnCall = (_, _, _) => Task.FromException(refusal) };
        await using var transport = machine.Share(Options);

        await Assert.ThatAsync(() => transport.Get(), Throws.Exception.SameAs(refusal));
        await Assert.ThatAsync(() => transport.Count(), Throws.Exception.SameAs(refusal));

        Assert.That((machine.Connects, machine.Sessions[0].Disposals), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task A_lost_session_is_disposed_when_its_last_user_has_left()
    {
        var machine = new TestMachine();
        await using var transport = machine.Share(Options);
        var rows = transport.Query();
        await rows.MoveNextAsync();
        machine.OnCall = (session, call, _) => call == "Get" && session == machine.Sessions[0] ? Task.FromException(TestMachine.Lost) : Task.CompletedTask;

        await transport.Get();
        Assert.That(machine.Sessions[0].Disposals, Is.Zero, "a query is on its way in it");
        await rows.DisposeAsync();

        Assert.That(machine.Sessions.Select(session => (session.Disposals, session.Faults)), Is.EqualTo(new[] { (1, 0), (0, 0) }));
    }
}
