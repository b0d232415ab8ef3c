namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

/// <summary>Disposal in every order: callers are told, and nothing stays.</summary>
public sealed class SharedTransportDisposalTests
{
    private static Task Hang(CancellationToken token) => Task.Delay(Timeout.Infinite, token);

    [Test]
    public async Task Calls_that_run_end_with_the_word_that_the_backend_is_disposed()
    {
        var machine = new TestMachine { OnCall = (_, _, token) => Hang(token) };
        var transport = machine.Share(CimBackendOptions.Default);
        Task[] calls = [transport.Get(), transport.Invoke(), transport.Count(), transport.TestAsync(default)];
        await SeamCalls.Until(() => machine.Sessions is [{ Users: 4 }]);

        await transport.DisposeAsync();

        Assert.That((machine.Sessions[0].Disposals, machine.Sessions[0].Faults), Is.EqualTo((1, 0)));
        foreach (var call in calls) await Assert.ThatAsync(() => call, Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task A_call_that_its_caller_cancels_at_the_same_time_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        var machine = new TestMachine { OnCall = (_, _, token) => Hang(token) };
        var transport = machine.Share(CimBackendOptions.Default);
        var call = transport.Get(source.Token);
        await SeamCalls.Until(() => machine.Sessions is [{ Users: 1 }]);

        await source.CancelAsync();
        await transport.DisposeAsync();

        await Assert.ThatAsync(() => call, Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(source.Token));
    }

    [Test]
    public async Task A_query_between_two_rows_gives_up_the_session_and_says_so_at_the_next_row()
    {
        var machine = new TestMachine();
        var transport = machine.Share(CimBackendOptions.Default);
        var rows = transport.Query();
        await rows.MoveNextAsync();

        await transport.DisposeAsync();

        Assert.That((machine.Sessions[0].Disposals, machine.Sessions[0].Faults), Is.EqualTo((1, 0)));
        await Assert.ThatAsync(() => rows.MoveNextAsync().AsTask(), Throws.TypeOf<ObjectDisposedException>());
        await rows.DisposeAsync();
    }

    [Test]
    public async Task A_connection_on_its_way_is_given_up()
    {
        var machine = new TestMachine { OnConnect = (_, token) => Hang(token) };
        var transport = machine.Share(CimBackendOptions.Default);
        var call = transport.Get();
        await SeamCalls.Until(() => machine.Connects == 1);

        await transport.DisposeAsync();

        await Assert.ThatAsync(() => call, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(machine.Sessions, Is.Empty);
    }

    [Test]
    public async Task A_connection_that_comes_too_late_is_disposed()
    {
        var gate = new TaskCompletionSource();
        var machine = new TestMachine { OnConnect = (_, _) => gate.Task };
        var transport = machine.Share(CimBackendOptions.Default);
        var call = transport.Get();

        var disposal = transport.DisposeAsync().AsTask();
        await Assert.ThatAsync(() => call, Throws.TypeOf<ObjectDisposedException>());
        gate.SetResult();
        await disposal;

        Assert.That(machine.Sessions.Single().Disposals, Is.EqualTo(1));
    }

    [Test]
    public async Task One_that_waits_for_its_turn_or_for_the_machine_to_come_back_ends_too()
    {
        var machine = new TestMachine { OnConnect = (number, _) => number == 1 ? Task.CompletedTask : Task.FromException(TestMachine.Lost) };
        var transport = machine.Share(new CimBackendOptions
        {
            MaxConcurrentOperations = 1,
            Reconnect = new() { FirstDelay = TimeSpan.FromHours(1), LongestDelay = TimeSpan.FromHours(1) },
        });
        machine.OnCall = (_, _, _) => Task.FromException(TestMachine.Lost);
        var back = transport.Get();
        await SeamCalls.Until(() => machine.Sessions is [{ Disposals: 1 }]);
        var turn = transport.Get();

        await transport.DisposeAsync();

        await Assert.ThatAsync(() => back, Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => turn, Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task After_disposal_nothing_begins()
    {
        var machine = new TestMachine();
        var transport = machine.Share(CimBackendOptions.Default);
        await transport.DisposeAsync();
        await transport.DisposeAsync();

        await Assert.ThatAsync(() => transport.Get(), Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => transport.Count(), Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => transport.Invoke(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(machine.Connects, Is.Zero);
    }
}
