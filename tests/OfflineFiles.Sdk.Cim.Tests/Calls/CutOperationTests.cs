using Microsoft.Extensions.Time.Testing;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Tests.Sessions;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Calls;

/// <summary>What is said of an operation that does not come to its end: not "nothing was done" where the machine may have done it.</summary>
public sealed class CutOperationTests
{
    private static readonly UncPath A = UncPath.Parse(@"\\srv\docs\a");
    private static readonly UncPath B = UncPath.Parse(@"\\srv\docs\b");

    /// <summary>When it is cut, and by what.</summary>
    public enum Cut
    {
        CancelledBefore,
        CancelledInTheQueue,
        CancelledWhileConnecting,
        CancelledDuring,
        CancelledAfterTheReply,
        LostDuring,
        LostDuringWithCode,
        EndedByTheProviderHost,
        TimeOut,
        RefusedByTheProvider,
    }

    private static IEnumerable<TestCaseData<OfflineFilesOperation, Cut>> Cuts() =>
        from operation in Enum.GetValues<OfflineFilesOperation>()
        from cut in Enum.GetValues<Cut>()
        select new TestCaseData<OfflineFilesOperation, Cut>(operation, cut);

    [TestCaseSource(nameof(Cuts))]
    public async Task What_may_have_been_done_is_said_to_be(OfflineFilesOperation operation, Cut cut)
    {
        using var source = new CancellationTokenSource();
        await using var machine = new CutMachine(cut, source);

        var told = await TellAsync(token => machine.Begun(Start(machine.Backend, operation, token)), source);

        var isSent = cut > Cut.CancelledWhileConnecting;
        var mayBeDone = isSent && cut is not (Cut.CancelledAfterTheReply or Cut.RefusedByTheProvider);
        Assert.Multiple(() =>
        {
            Assert.That(machine.Sent, Is.EqualTo(isSent ? 1 : 0));
            Assert.That(told.Text, mayBeDone ? Does.Contain("may have been done").Or.Contains("may go on there") : Does.Not.Contain("may have been done"));
            Assert.That(told.Kind, Is.EqualTo(cut switch
            {
                <= Cut.CancelledDuring => nameof(OperationCancelledException),
                Cut.CancelledAfterTheReply => "report",
                Cut.LostDuring or Cut.LostDuringWithCode => nameof(CimUnreachableException),
                Cut.TimeOut => nameof(CimTimeoutException),
                Cut.RefusedByTheProvider => nameof(OfflineFilesServiceException),
                _ => nameof(OfflineFilesBackendException),
            }));
        });
        if (told.Report is not { } report) return;
        Assert.That(report.MayHaveDoneMore, Is.EqualTo(mayBeDone));
        Assert.That(report.Outcomes.Select(outcome => outcome.IsReported), Is.All.EqualTo(!mayBeDone));
        Assert.That(report.Outcomes.Select(outcome => outcome.Status), Is.All.EqualTo(cut == Cut.CancelledAfterTheReply ? OutcomeStatus.Done : OutcomeStatus.Cancelled));
        Assert.That(report.Outcomes.Select(outcome => outcome.Message), Is.All.EqualTo(
            cut == Cut.CancelledAfterTheReply ? null
            : mayBeDone ? "It was cancelled while the machine was working on it, and may have been done all the same: look before you run it again."
            : "It was cancelled before it was sent."));
        Assert.That(report.Outcomes.Select(outcome => outcome.Path), HasPath(operation) ? Has.Some.EqualTo(A) : Is.Empty);
    }

    [Test]
    public async Task Of_many_paths_only_those_that_were_sent_are_in_doubt()
    {
        using var source = new CancellationTokenSource();
        UncPath[] paths = [.. Enumerable.Range(0, 2001).Select(number => UncPath.Parse($@"\\srv\docs\{number}"))];
        var calls = 0;
        var machine = new TestMachine
        {
            OnCall = (_, _, token) =>
            {
                if (++calls < 2) return Task.CompletedTask;
                source.Cancel();
                return Task.FromCanceled(token);
            },
        };
        await using var backend = new CimBackend(machine, CimBackendOptions.Default, "pc42");

        var error = (await Assert.ThrowsAsync<OperationCancelledException>(() => backend.PinAsync(paths, PinOptions.Default, null, source.Token)))!;

        Assert.That(
            error.Report.Outcomes.GroupBy(outcome => $"{outcome.Status} {outcome.IsReported} {outcome.Message?.Contains("may have been done")}").Select(group => $"{group.Key} {group.Count()}"),
            Is.EqualTo(new[] { "Done False  1000", "Cancelled False True 1000", "Cancelled True False 1" }));
        Assert.That(error.Message, Does.StartWith(
            "Pin was cancelled after 1000 items, which stay done. What was under way then may have been done all the same: look before you run it again."));
        Assert.That(error.Report.ToString(), Does.StartWith("Pin: 1000 Done, 1001 Cancelled, more may have been done. Not finished: "));
    }

    [Test]
    public async Task Of_many_paths_those_that_were_not_sent_after_a_loss_are_not_in_doubt()
    {
        UncPath[] paths = [.. Enumerable.Range(0, 2001).Select(number => UncPath.Parse($@"\\srv\docs\{number}"))];
        var calls = 0;
        var machine = new TestMachine { OnCall = (_, _, _) => ++calls < 2 ? Task.CompletedTask : Task.FromException(Gone()) };
        await using var backend = new CimBackend(machine, CimBackendOptions.Default, "pc42");

        var report = await backend.PinAsync(paths, PinOptions.Default, null, default);

        Assert.That(
            report.Outcomes.GroupBy(outcome => $"{outcome.Status} {outcome.IsReported} {outcome.Message?.StartsWith("It was not sent", StringComparison.Ordinal)}")
                .Select(group => $"{group.Key} {group.Count()}"),
            Is.EqualTo(new[] { "Done False  1000", "Failed False False 1000", "Failed True True 1" }));
        Assert.That((report.MayHaveDoneMore, report.Outcomes[1000].Message), Is.EqualTo((true, report.Outcomes[1000].Error!.Message)));
        Assert.That(report.Outcomes[1000].Message, Does.EndWith("It may have been done all the same: look before you run it again."));
    }

    [Test]
    public async Task A_provider_that_was_cancelled_and_does_not_say_how_far_it_came_leaves_a_doubt()
    {
        await using var backend = Backends.Answering(0x800704C7, $"3:0:OK:{A}");

        var report = await backend.SynchronizeAsync([A, B], SyncOptions.Default, null, default);

        Assert.That((report.MayHaveDoneMore, report.Outcomes[1].IsReported), Is.EqualTo((true, false)));
        Assert.That(report.Outcomes[1].Message, Does.StartWith("The provider was cancelled and did not say how far it came"));
    }

    [TestCase(Cut.CancelledBefore, false)]
    [TestCase(Cut.CancelledDuring, true)]
    [TestCase(Cut.LostDuring, true)]
    [TestCase(Cut.TimeOut, true)]
    public async Task Settings_that_may_have_been_written_are_said_to_be(Cut cut, bool mayBeDone)
    {
        using var source = new CancellationTokenSource();
        await using var machine = new CutMachine(cut, source, "Modify");

        var told = await TellAsync(
            async token =>
            {
                await machine.Backend.Configuration.PutMachineAsync(new MachineConfiguration { SlowLinkParams = ["a"] }, token);
                return new OperationReport { Operation = OfflineFilesOperation.Pin, Outcomes = [] };
            },
            source);

        Assert.That(told.Text, mayBeDone ? Does.Contain("may have been") : Does.Not.Contain("may have been"));
    }

    private static bool HasPath(OfflineFilesOperation operation) => operation is not (OfflineFilesOperation.Encrypt or OfflineFilesOperation.Enable);

    private static CimTransportException Gone() => new(CimStatus.Failed, "gone") { IsUnreachable = true };

    private static async Task<(string Kind, string Text, OperationReport? Report)> TellAsync(
        Func<CancellationToken, Task<OperationReport>> operation, CancellationTokenSource source)
    {
        try
        {
            var report = await operation(source.Token).WaitAsync(TimeSpan.FromSeconds(20));
            return ("report", report.ToString(), report);
        }
        catch (OperationCancelledException error)
        {
            return (error.GetType().Name, error.Message, error.Report);
        }
        catch (Exception error) when (error is OfflineFilesException or OperationCanceledException)
        {
            return (error.GetType().Name, error.Message, null);
        }
    }

    private static Task<OperationReport> Start(CimBackend backend, OfflineFilesOperation operation, CancellationToken token) => operation switch
    {
        OfflineFilesOperation.Synchronize => backend.SynchronizeAsync([A], SyncOptions.Default, null, token),
        OfflineFilesOperation.Pin => backend.PinAsync([A], PinOptions.Default, null, token),
        OfflineFilesOperation.Unpin => backend.UnpinAsync([A], UnpinOptions.Default, null, token),
        OfflineFilesOperation.DeleteItems => backend.DeleteItemsAsync([A], DeleteOptions.Default, null, token),
        OfflineFilesOperation.RenameItem => backend.RenameItemAsync(A, B, token),
        OfflineFilesOperation.RenameItemEx => backend.RenameItemExAsync(A, B, token),
        OfflineFilesOperation.Encrypt => backend.EncryptAsync(true, EncryptionControlFlags.None, null, token),
        OfflineFilesOperation.SuspendRoot => backend.SuspendRootAsync(A, true, token),
        OfflineFilesOperation.TransitionOnline => backend.TransitionOnlineAsync(A, TransitionFlags.None, token),
        OfflineFilesOperation.TransitionOffline => backend.TransitionOfflineAsync(A, OfflineTransitionOptions.Default, token),
        _ => backend.EnableAsync(true, token),
    };

    /// <summary>A machine that takes one call of a kind and does not let it come to its end.</summary>
    private sealed class CutMachine : IAsyncDisposable
    {
        private readonly FakeTimeProvider _time = new();
        private readonly CancellationTokenSource _source;
        private readonly Task? _holdsTheQueue;
        private readonly Cut _cut;

        public CutMachine(Cut cut, CancellationTokenSource source, string? call = null)
        {
            (_cut, _source) = (cut, source);
            var machine = new TestMachine
            {
                OnConnect = (_, token) => ConnectAsync(token),
                OnCall = (_, name, token) =>
                    name == "GetClass" || name.StartsWith("Query", StringComparison.Ordinal) || (call ?? name) != name ? Task.CompletedTask : TakeAsync(token),
                Server = call is null ? null : new ProviderDouble(new FixedRowsBackend(SampleItems.All)),
            };
            // Of two places an operation can have one.
            var options = new CimBackendOptions { TimeProvider = _time, OperationTimeout = TimeSpan.FromHours(1), MaxConcurrentOperations = 2 };
            Backend = new CimBackend(machine, options, "pc42");
            if (cut == Cut.CancelledBefore) source.Cancel();
            if (cut == Cut.CancelledInTheQueue) _holdsTheQueue = Backend.PinAsync([B], PinOptions.Default, null, default);
        }

        public CimBackend Backend { get; }

        public int Sent { get; private set; }

        /// <summary>The operation waits for its turn, if it has to.</summary>
        public Task<OperationReport> Begun(Task<OperationReport> operation)
        {
            if (_holdsTheQueue is not null) _source.Cancel();
            return operation;
        }

        public async ValueTask DisposeAsync()
        {
            await Backend.DisposeAsync();
            if (_holdsTheQueue is not null) await Assert.ThatAsync(() => _holdsTheQueue, Throws.TypeOf<ObjectDisposedException>());
        }

        private Task ConnectAsync(CancellationToken token)
        {
            if (_cut != Cut.CancelledWhileConnecting) return Task.CompletedTask;
            _source.Cancel();
            return Task.Delay(Timeout.Infinite, token);
        }

        private Task TakeAsync(CancellationToken token)
        {
            if (_cut == Cut.CancelledInTheQueue) return Task.Delay(Timeout.Infinite, token);
            Sent++;
            switch (_cut)
            {
                case Cut.CancelledDuring:
                    _source.Cancel();
                    return Task.FromCanceled(token);
                case Cut.CancelledAfterTheReply:
                    _source.Cancel();
                    return Task.CompletedTask;
                case Cut.LostDuring:
                    return Task.FromException(Gone());
                case Cut.LostDuringWithCode:
                    return Task.FromException(new CimTransportException(CimStatus.Failed, "x") { NativeCode = NativeCodes.RpcCallFailed, IsUnreachable = true });
                case Cut.EndedByTheProviderHost:
                    return Task.FromException(new CimTransportException(CimStatus.Failed, "The provider host died."));
                case Cut.RefusedByTheProvider:
                    return Task.FromException(new CimTransportException(CimStatus.Failed, "x") { NativeCode = NativeCodes.ServiceNotActive });
                case Cut.TimeOut:
                    var hang = Task.Delay(Timeout.Infinite, token);
                    _time.Advance(TimeSpan.FromHours(1));
                    return hang;
                default:
                    throw new InvalidOperationException("It was not to be sent.");
            }
        }
    }
}
