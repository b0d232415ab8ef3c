using NSubstitute;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Cim.Tests.Sessions;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Calls;

/// <summary>
/// Where the methods of the provider do not do what their names and codes suggest, one test each (documented and observed provider
/// behaviour).
/// </summary>
public sealed class MethodTrapTests
{
    private static readonly UncPath A = UncPath.Parse(@"\\srv\docs\a");
    private static readonly UncPath B = UncPath.Parse(@"\\srv\docs\b");

    [Test]
    public async Task Enable_works_while_the_service_is_stopped_and_nothing_else_does()
    {
        var cache = Substitute.For<ICacheBackend>();
        cache.EnableAsync(true, default).ReturnsForAnyArgs(
            new OperationReport { Operation = OfflineFilesOperation.Enable, Outcomes = [], RestartRequired = true });
        cache.GetStateAsync(default).ReturnsForAnyArgs(new OfflineFilesCacheState());
        var (backend, provider) = Backends.OverDouble(cache, new ProviderDoubleOptions { ServiceIsStopped = true });
        await using var owned = backend;

        Assert.That((await backend.EnableAsync(true, default)).RestartRequired, Is.True);
        Func<Task>[] others =
        [
            () => backend.SynchronizeAsync([A], SyncOptions.Default, null, default), () => backend.PinAsync([A], PinOptions.Default, null, default),
            () => backend.UnpinAsync([A], UnpinOptions.Default, null, default),
            () => backend.DeleteItemsAsync([A], DeleteOptions.Default, null, default),
            () => backend.RenameItemAsync(A, B, default), () => backend.RenameItemExAsync(A, B, default),
            () => backend.EncryptAsync(true, EncryptionControlFlags.None, null, default), () => backend.SuspendRootAsync(A, true, default),
            () => backend.TransitionOnlineAsync(A, TransitionFlags.None, default),
            () => backend.TransitionOfflineAsync(A, OfflineTransitionOptions.Default, default),
        ];
        foreach (var other in others)
            await Assert.ThatAsync(
                other, Throws.InstanceOf<OfflineFilesBackendException>().With.Property("NativeCode").EqualTo(NativeCodes.WmiProviderNotCapable));
        Assert.That(provider.Calls.Select(call => call.MethodName), Is.EquivalentTo(Enum.GetNames<OfflineFilesOperation>()));
    }

    [Test]
    public async Task Methods_are_called_on_the_class_or_on_its_one_object_as_the_options_say([Values] CimMethodTarget target)
    {
        var cache = Substitute.For<ICacheBackend>();
        cache.EnableAsync(true, default).ReturnsForAnyArgs(new OperationReport { Operation = OfflineFilesOperation.Enable, Outcomes = [] });
        var provider = new ProviderDouble(cache);
        await using var backend = Backends.Over(provider, new CimBackendOptions { MethodTarget = target });

        await backend.EnableAsync(true, default);

        var instance = provider.Calls.Single().Instance;
        Assert.That((instance?.ClassName, instance?.Values.Count()), Is.EqualTo(
            target == CimMethodTarget.Class ? ((string?)null, (int?)null) : ("Win32_OfflineFilesCache", 0)));
    }

    [Test]
    public async Task The_code_of_a_call_about_several_paths_is_no_word_about_any_of_them()
    {
        await using var backend = Backends.Answering(0, $"3:-2147024864:In use.:{A}");

        var report = await backend.PinAsync([A, B], PinOptions.Default, null, default);

        Assert.That(
            report.Outcomes.Select(outcome => (outcome.Status, outcome.IsReported)),
            Is.EqualTo(new[] { (OutcomeStatus.Failed, true), (OutcomeStatus.Done, false) }));
        Assert.That(report.Outcomes[1].ToString(), Is.EqualTo($"{B}: Done (not reported by itself)"));
    }

    [Test]
    public async Task The_code_of_a_call_about_one_path_is_its_own()
    {
        await using var backend = Backends.Answering(0x80070020);

        var report = await backend.SynchronizeAsync([A], SyncOptions.Default, null, default);

        Assert.That((report.Outcomes.Single().NativeCode, report.Outcomes.Single().IsReported), Is.EqualTo((NativeCodes.SharingViolation, true)));
    }

    [Test]
    public async Task An_item_that_was_begun_and_not_told_of_again_has_no_outcome_of_its_own()
    {
        await using var backend = Backends.Answering(0, @"2:0::\\srv\docs\a\begun", @"3:0:OK:\\srv\docs\a\never asked for");

        var report = await backend.DeleteItemsAsync([A], DeleteOptions.Default, null, default);

        Assert.That(report.Outcomes.Select(outcome => $"{outcome.Path}"), Is.EqualTo(new[] { @"\\srv\docs\a\never asked for", $"{A}" }));
    }

    [Test]
    public async Task Texts_that_come_after_the_end_change_nothing()
    {
        Action<string>? late = null;
        var transport = Substitute.For<ICimTransport>();
        transport.InvokeAsync(Arg.Any<CimMethodCall>(), Arg.Do<Action<string>?>(texts => late = texts), Arg.Any<CancellationToken>())
            .Returns(new CimCallResult(0, new CimRow("__PARAMETERS", [])));
        await using var backend = Backends.Over(transport);
        var steps = new List<OperationProgress>();

        var report = await backend.PinAsync([A], PinOptions.Default, new Steps(steps), default);
        late!($"3:-2147024864:In use.:{A}");

        Assert.That(report.Outcomes.Single().Status, Is.EqualTo(OutcomeStatus.Done));
        Assert.That(steps[^1].Reason, Is.EqualTo(ProgressReason.End));
    }

    [Test]
    public async Task Texts_that_come_after_a_refusal_reach_nobody()
    {
        Action<string>? late = null;
        var transport = Substitute.For<ICimTransport>();
        transport.InvokeAsync(Arg.Any<CimMethodCall>(), Arg.Do<Action<string>?>(texts => late = texts), Arg.Any<CancellationToken>())
            .Returns<CimCallResult>(
                _ => throw new CimTransportException(CimStatus.Failed, "The deadline passed.") { Deadline = TimeSpan.FromSeconds(1) });
        await using var backend = Backends.Over(transport);
        var steps = new List<OperationProgress>();

        await Assert.ThatAsync(
            () => backend.PinAsync([A], PinOptions.Default, new Steps(steps), default), Throws.InstanceOf<OfflineFilesBackendException>());
        late!($"3:0:OK:{A}");

        Assert.That(steps.Select(step => step.Reason), Is.EqualTo(new[] { ProgressReason.Begin }));
    }

    [Test]
    public async Task A_connection_that_breaks_on_the_way_leaves_a_report_of_what_was_told()
    {
        await using var backend = Backends.Over(
            TellingThenFailing($"3:0:OK:{A}", new CimTransportException(CimStatus.Failed, "Gone.") { IsUnreachable = true }));

        var report = await backend.PinAsync([A, B], PinOptions.Default, null, default);

        Assert.That(
            report.Outcomes.Select(outcome => (outcome.Status, outcome.IsReported)),
            Is.EqualTo(new[] { (OutcomeStatus.Done, true), (OutcomeStatus.Failed, false) }));
        Assert.That((report.Succeeded, report.Outcomes[1].Error), Is.EqualTo((false, report.Outcomes[1].Error)));
        Assert.That(report.Outcomes[1].Error, Is.InstanceOf<OfflineFilesBackendException>().With.Message.Contains("cannot be reached"));
    }

    [Test]
    public async Task A_cache_that_is_encrypted_in_part_is_reported_and_not_thrown()
    {
        await using var backend = Backends.Answering(0x80070005, $"3:0:OK:{A}");

        var report = await backend.EncryptAsync(true, EncryptionControlFlags.None, null, default);

        Assert.That((report.NativeCode, report.Count(OutcomeStatus.Done), report.Succeeded), Is.EqualTo((NativeCodes.AccessDenied, 1, false)));
    }

    [Test]
    public async Task A_cancellation_that_the_provider_tells_of_and_nobody_asked_for_is_in_the_report()
    {
        await using var backend = Backends.Answering(0x800704C7, $"3:0:OK:{A}");

        var report = await backend.SynchronizeAsync([A, B], SyncOptions.Default, null, default);

        Assert.That(report.NativeCode, Is.EqualTo(NativeCodes.Cancelled));
        Assert.That(
            report.Outcomes.Select(outcome => (outcome.Status, outcome.IsReported)),
            Is.EqualTo(new[] { (OutcomeStatus.Done, true), (OutcomeStatus.Cancelled, false) }));
    }

    [Test]
    public async Task A_server_has_no_connection_state_to_change()
    {
        await using var backend = Backends.Answering(0x80004002);

        var report = await backend.TransitionOfflineAsync(UncPath.Parse(@"\\srv"), OfflineTransitionOptions.Default, default);

        Assert.That(report.Outcomes.Single().Message, Does.Contain("no connection state").And.Contain("share"));
    }

    [Test]
    public async Task In_parameters_that_come_back_empty_among_the_out_parameters_do_not_matter()
    {
        var transport = Substitute.For<ICimTransport>();
        transport.InvokeAsync(Arg.Any<CimMethodCall>(), Arg.Any<Action<string>?>(), Arg.Any<CancellationToken>())
            .Returns(new CimCallResult(0, new CimRow("__PARAMETERS", [new("Enable", null), new("ReturnValue", 0u), new("RebootRequired", true)])));
        await using var backend = Backends.Over(transport);

        Assert.That((await backend.EnableAsync(false, default)).RestartRequired, Is.True);
    }

    private static ICimTransport TellingThenFailing(string text, Exception error)
    {
        var transport = Substitute.For<ICimTransport>();
        transport.InvokeAsync(Arg.Any<CimMethodCall>(), Arg.Any<Action<string>?>(), Arg.Any<CancellationToken>()).Returns<CimCallResult>(call =>
        {
            call.ArgAt<Action<string>?>(1)!(text);
            throw error;
        });
        return transport;
    }

    private sealed class Steps(List<OperationProgress> steps) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => steps.Add(value);
    }
}
