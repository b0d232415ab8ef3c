using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Calls;

public sealed class CancellationTests
{
    private static readonly UncPath Path = UncPath.Parse(@"\\srv\docs");

    [Test]
    public async Task A_cancelled_operation_reports_what_was_done_and_what_was_not()
    {
        using var source = new CancellationTokenSource();
        await using var backend = Backends.Over(Waiting(texts =>
        {
            texts(@"3:0:OK:\\srv\docs\a");
            source.Cancel();
        }));

        var error = (await Assert.ThrowsAsync<OperationCancelledException>(() => backend.SynchronizeAsync([Path], SyncOptions.Default, null, source.Token)))!;

        Assert.That(error.CancellationToken, Is.EqualTo(source.Token));
        Assert.That(
            error.Report.Outcomes.Select(outcome => $"{outcome.Path} {outcome.Status}"),
            Is.EqualTo(new[] { @"\\srv\docs\a Done", @"\\srv\docs Cancelled" }));
    }

    [Test]
    public async Task An_operation_the_provider_says_was_cancelled_counts_as_the_callers_when_he_did()
    {
        using var source = new CancellationTokenSource();
        var transport = Substitute.For<ICimTransport>();
        transport.InvokeAsync(Arg.Any<CimMethodCall>(), Arg.Any<Action<string>?>(), Arg.Any<CancellationToken>()).Returns(_ =>
        {
            source.Cancel();
            return new CimCallResult(0x800704C7, new CimRow("__PARAMETERS", []));
        });
        await using var backend = Backends.Over(transport);

        await Assert.ThatAsync(() => backend.PinAsync([Path], PinOptions.Default, null, source.Token), Throws.TypeOf<OperationCancelledException>());
    }

    [Test]
    public async Task A_cancelled_query_ends_with_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        var (backend, _) = Backends.OverDouble();
        await using var owned = backend;
        await using var rows = backend.QueryItemsAsync(new WqlSelectQuery("Win32_OfflineFilesItem"), source.Token).GetAsyncEnumerator();
        await rows.MoveNextAsync();
        await source.CancelAsync();

        await Assert.ThatAsync(
            () => rows.MoveNextAsync().AsTask(),
            Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(source.Token));
    }

    [Test]
    public async Task A_machine_that_does_not_answer_in_time_is_a_transient_failure()
    {
        var time = new FakeTimeProvider();
        var options = new CimBackendOptions { TimeProvider = time, OperationTimeout = TimeSpan.FromHours(1) };
        await using var backend = Backends.Over(Waiting(_ => { }), options, "pc42");

        var running = backend.EncryptAsync(true, EncryptionControlFlags.None, null, default);
        time.Advance(TimeSpan.FromMinutes(59));
        Assert.That(running.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromMinutes(1));

        await Assert.ThatAsync(() => running, Throws.TypeOf<CimTimeoutException>().With.Property("IsTransient").True
            .And.Message.EqualTo("Encrypt on pc42 failed: it did not end within 01:00:00. "
                + "What the machine has begun may go on there: look before you run it again, and allow more time with OperationTimeout."));
    }

    [Test]
    public async Task The_time_of_a_query_runs_between_rows_and_not_while_the_caller_works()
    {
        var time = new FakeTimeProvider();
        var transport = Substitute.For<ICimTransport>();
        transport.QueryAsync(Arg.Any<CimQuery>(), Arg.Any<CancellationToken>()).Returns(call => OneThenWait(call.Arg<CancellationToken>()));
        await using var backend = Backends.Over(transport, new CimBackendOptions { TimeProvider = time, QueryTimeout = TimeSpan.FromSeconds(30) });
        await using var rows = backend.QueryItemsAsync(new WqlSelectQuery("Win32_OfflineFilesItem"), default).GetAsyncEnumerator();

        Assert.That(await rows.MoveNextAsync(), Is.True);
        time.Advance(TimeSpan.FromHours(1));
        var next = rows.MoveNextAsync().AsTask();
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.That(next.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromSeconds(1));

        await Assert.ThatAsync(() => next, Throws.TypeOf<CimTimeoutException>().With.Message.Contains("00:00:30"));
    }

    private static ICimTransport Waiting(Action<Action<string>> then)
    {
        var transport = Substitute.For<ICimTransport>();
        transport.InvokeAsync(Arg.Any<CimMethodCall>(), Arg.Any<Action<string>?>(), Arg.Any<CancellationToken>()).Returns(async call =>
        {
            then(call.ArgAt<Action<string>?>(1)!);
            await Task.Delay(Timeout.Infinite, call.Arg<CancellationToken>());
            return new CimCallResult(0, new CimRow("__PARAMETERS", []));
        });
        return transport;
    }

    private static async IAsyncEnumerable<CimRow> OneThenWait([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new ProviderRows(ProviderDoubleOptions.Default).Item(SampleItems.Share);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
