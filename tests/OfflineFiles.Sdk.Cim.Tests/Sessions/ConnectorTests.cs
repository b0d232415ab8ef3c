using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Sessions.Connect;
using OfflineFiles.Sdk.Cim.Sessions.Share;

namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

public sealed class ConnectorTests
{
    [Test]
    public async Task A_session_whose_machine_does_not_answer_is_not_given_out_and_is_disposed()
    {
        var machine = new TestMachine { OnCall = (_, call, _) => call == "Test" ? Task.FromException(TestMachine.Lost) : Task.CompletedTask };

        await Assert.ThatAsync(() => new VerifyingConnector(machine).ConnectAsync(default), Throws.Exception.SameAs(TestMachine.Lost));

        Assert.That(machine.Sessions.Single().Disposals, Is.EqualTo(1));
    }

    [Test]
    public async Task Where_the_machine_is_not_reached_by_the_first_protocol_the_second_is_tried_and_remembered()
    {
        var first = new TestMachine { OnConnect = (_, _) => Task.FromException(TestMachine.Lost) };
        var second = new TestMachine();
        var connector = new FallbackConnector(first, second, TestMachine.NoLog);

        await connector.ConnectAsync(default);
        await connector.ConnectAsync(default);

        Assert.That((first.Connects, second.Connects), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task A_machine_that_refuses_is_not_asked_by_another_way()
    {
        var refusal = new CimTransportException(CimStatus.AccessDenied, "no");
        var second = new TestMachine();
        var connector = new FallbackConnector(new TestMachine { OnConnect = (_, _) => Task.FromException(refusal) }, second, TestMachine.NoLog);

        await Assert.ThatAsync(() => connector.ConnectAsync(default), Throws.Exception.SameAs(refusal));
        Assert.That(second.Connects, Is.Zero);
    }

    [Test]
    public async Task What_worked_once_is_not_left_when_the_machine_is_gone()
    {
        var first = new TestMachine { OnConnect = (number, _) => number == 1 ? Task.CompletedTask : Task.FromException(TestMachine.Lost) };
        var second = new TestMachine();
        var connector = new FallbackConnector(first, second, TestMachine.NoLog);
        await connector.ConnectAsync(default);

        await Assert.ThatAsync(() => connector.ConnectAsync(default), Throws.Exception.SameAs(TestMachine.Lost));
        Assert.That(second.Connects, Is.Zero);
    }

    [Test]
    public async Task When_neither_reaches_it_the_error_tells_of_both()
    {
        var dcom = new CimTransportException(CimStatus.Failed, "RPC unavailable.") { IsUnreachable = true, NativeCode = NativeCodes.RpcServerUnavailable };
        var connector = new FallbackConnector(
            new TestMachine { OnConnect = (_, _) => Task.FromException(TestMachine.Lost) },
            new TestMachine { OnConnect = (_, _) => Task.FromException(dcom) },
            TestMachine.NoLog);

        await Assert.ThatAsync(() => connector.ConnectAsync(default), Throws.TypeOf<CimTransportException>()
            .With.Message.EqualTo("gone. By DCOM: RPC unavailable.").And.Property("NativeCode").EqualTo(NativeCodes.RpcServerUnavailable)
            .And.Property("IsUnreachable").True);
    }

    [Test]
    public async Task A_session_that_is_there_already_outlives_losses_and_is_disposed_with_the_backend()
    {
        var machine = new TestMachine();
        var session = new TestSession(machine);
        var losses = 0;
        machine.OnCall = (_, _, _) => losses++ == 0 ? Task.FromException(TestMachine.Lost) : Task.CompletedTask;
        var transport = new SharedTransport(
            new GivenSessionConnector(session),
            new CimBackendOptions { Reconnect = new() { FirstDelay = TimeSpan.FromMilliseconds(1) } },
            TestMachine.NoLog);

        Assert.That(await transport.Get(), Is.Not.Null);
        Assert.That(session.Disposals, Is.Zero);
        await transport.DisposeAsync();

        Assert.That(session.Disposals, Is.EqualTo(1));
    }
}
