using OfflineFiles.Sdk.Cim.Errors;

namespace OfflineFiles.Sdk.Cim.Tests.Calls;

/// <summary>What callers get for each code of the provider.</summary>
public sealed class ReturnCodeTests
{
    private static readonly UncPath Path = UncPath.Parse(@"\\srv\docs\a");

    [TestCase(0u, OutcomeStatus.Done)]
    [TestCase(1u, OutcomeStatus.Done, Description = "S_FALSE is a success")]
    [TestCase(0x80070002u, OutcomeStatus.Failed)]
    [TestCase(0x80070005u, OutcomeStatus.Failed)]
    [TestCase(0x80070020u, OutcomeStatus.Failed)]
    [TestCase(0x800700EAu, OutcomeStatus.Failed)]
    [TestCase(0x800704C7u, OutcomeStatus.Cancelled)]
    [TestCase(0x8BADF00Du, OutcomeStatus.Failed, Description = "a code no list has")]
    [TestCase(0x00040004u, OutcomeStatus.Done, Description = "a success code of WMI")]
    [TestCase(16000u, OutcomeStatus.Done, Description = "above the system error codes")]
    public async Task The_code_of_a_call_with_paths_is_the_outcome_of_the_paths_nothing_else_was_told_of(uint code, OutcomeStatus expected)
    {
        await using var backend = Backends.Answering(code);

        var report = await backend.PinAsync([Path], PinOptions.Default, null, default);

        Assert.Multiple(() =>
        {
            Assert.That(report.Outcomes.Select(outcome => (outcome.Path, outcome.Status)), Is.EqualTo(new[] { (Path, expected) }));
            Assert.That(report.NativeCode, Is.EqualTo(expected == OutcomeStatus.Done ? 0 : unchecked((int)code)));
            Assert.That(report.Succeeded, Is.EqualTo(expected == OutcomeStatus.Done));
        });
    }

    [TestCase(0x80041024u, typeof(OfflineFilesServiceException), "service is stopped or disabled", true)]
    [TestCase(0x80070422u, typeof(OfflineFilesServiceException), "Offline Files is disabled", false)]
    [TestCase(0x80070426u, typeof(OfflineFilesServiceException), "CscService", true)]
    [TestCase(0x80041003u, typeof(CimAccessDeniedException), "may not use WMI", false)]
    [TestCase(0x80070057u, typeof(OfflineFilesBackendException), "malformed", false)]
    [TestCase(0x8004100Cu, typeof(OperationNotSupportedException), "no such method", false)]
    public async Task A_code_that_means_nothing_was_done_is_thrown(uint code, Type type, string text, bool transient)
    {
        await using var backend = Backends.Answering(code);

        var error = (await Assert.ThrowsAsync(Is.TypeOf(type), () => backend.SynchronizeAsync([Path], SyncOptions.Default, null, default)))!;

        Assert.That(error.Message, Does.Contain(text).And.Contain("Synchronize"));
        if (error is OfflineFilesBackendException backendError)
        {
            Assert.That(
                (backendError.NativeCode, backendError.IsTransient, backendError.Operation),
                Is.EqualTo((unchecked((int)code), transient, "Synchronize")));
        }
    }

    [TestCase(0x80070002u, typeof(ItemNotFoundException))]
    [TestCase(0x80041002u, typeof(ItemNotFoundException))]
    [TestCase(0x80004002u, typeof(OfflineFilesBackendException))]
    [TestCase(0x80070005u, typeof(CimAccessDeniedException))]
    public async Task A_failing_code_of_a_call_about_one_item_is_its_outcome(uint code, Type type)
    {
        await using var backend = Backends.Answering(code);

        var report = await backend.TransitionOnlineAsync(Path, TransitionFlags.None, default);

        var outcome = report.Outcomes.Single();
        Assert.That((outcome.Path, outcome.Status, report.NativeCode), Is.EqualTo((Path, OutcomeStatus.Failed, unchecked((int)code))));
        Assert.That(outcome.Error, Is.TypeOf(type).With.Message.StartsWith($"TransitionOnline of {Path} failed: "));
    }

    [TestCase(2u, 0x80070002u)]
    [TestCase(5u, 0x80070005u)]
    [TestCase(32u, 0x80070020u)]
    [TestCase(234u, 0x800700EAu)]
    [TestCase(1223u, 0x800704C7u)]
    [TestCase(15999u, 0x80073E7Fu)]
    public async Task A_bare_system_error_code_means_its_HRESULT(uint code, uint expected)
    {
        await using var backend = Backends.Answering(code);
        await using var other = Backends.Answering(0, $"3:{code}:What the system says.:{Path}");

        Assert.That((await backend.PinAsync([Path], PinOptions.Default, null, default)).NativeCode, Is.EqualTo(unchecked((int)expected)), "returned");
        Assert.That(
            (await other.PinAsync([Path], PinOptions.Default, null, default)).Outcomes.Single().NativeCode,
            Is.EqualTo(unchecked((int)expected)),
            "told");
    }

    // The codes of the methods (Microsoft Learn: the methods of Win32_OfflineFilesCache and of IOfflineFilesCache; observed provider behaviour).
    private static IEnumerable<TestCaseData<uint, bool>> KnownCodes() =>
    [
        new(0x800704C7, false), new(0x800700EA, false), new(0x80070002, false), new(0x80070005, false), new(0x80070032, false), new(0x80004002, false),
        new(0x8007000E, false), new(0x80041002, false), new(0x80070057, true), new(0x80070422, true), new(0x80070426, true), new(0x80041008, true),
        new(0x8004100C, true), new(0x80041024, true), new(87, true), new(1058, true), new(1062, true), new(50, false),
    ];

    [TestCaseSource(nameof(KnownCodes))]
    public async Task A_code_means_the_same_as_return_value_and_as_failed_call(uint code, bool isThrown)
    {
        await using var returning = Backends.Answering(code);
        await using var failing = Backends.Failing(new CimTransportException(CimStatus.Failed, "It failed.") { NativeCode = unchecked((int)code) });

        var returned = await DescribeAsync(returning);

        Assert.That(await DescribeAsync(failing), Is.EqualTo(returned));
        Assert.That(returned, isThrown ? Does.StartWith("thrown ") : Does.StartWith("Failed").Or.StartWith("Cancelled"));
    }

    [TestCase(null)]
    [TestCase(0)]
    [TestCase(1)]
    public async Task A_failed_call_is_no_success_whatever_its_code(int? code)
    {
        await using var backend = Backends.Failing(new CimTransportException(CimStatus.Failed, "It failed.") { NativeCode = code });

        await Assert.ThatAsync(() => backend.PinAsync([Path], PinOptions.Default, null, default), Throws.InstanceOf<OfflineFilesBackendException>());
    }

    [Test]
    public async Task A_stopped_service_is_thrown_whatever_was_asked()
    {
        await using var backend = Backends.Answering(0x80041024);

        await Assert.ThatAsync(
            () => backend.SuspendRootAsync(Path, true, default),
            Throws.TypeOf<OfflineFilesServiceException>().With.Property("Path").EqualTo(Path.ToString()));
    }

    [Test]
    public async Task Enabling_without_rights_says_who_may()
    {
        await using var backend = Backends.Answering(0x80070005);

        var error = (await Assert.ThrowsAsync<CimAccessDeniedException>(() => backend.EnableAsync(true, default)))!;

        Assert.That((error.NativeCode, error.Message), Is.EqualTo((NativeCodes.AccessDenied,
            "Enable failed: access was denied (0x80070005). Run it as an administrator of the machine.")));
    }

    [TestCase(0x80070002u)]
    [TestCase(0x80041002u)]
    public async Task An_operation_about_no_item_is_not_told_of_one(uint code)
    {
        await using var backend = Backends.Answering(code);

        foreach (var call in (Func<Task>[])[() => backend.EnableAsync(true, default), () => backend.EncryptAsync(true, EncryptionControlFlags.None, null, default)])
            await Assert.ThatAsync(call, Throws.TypeOf<OfflineFilesBackendException>().With.Message.Not.Contains("item").And.Message.Not.Contains("path"));
    }

    [Test]
    public async Task Messages_name_the_items_and_the_code_settles_the_rest()
    {
        await using var backend = Backends.Answering(
            0x800700EA,
            "0:0::", @"2:0::\\srv\docs\a\1", @"3:0:OK:\\srv\docs\a\1", @"2:0::\\srv\docs\a\2", @"3:-2147024864:In use.:\\srv\docs\a\2", "noise", "1:0::");
        var seen = new List<string>();

        var report = await backend.DeleteItemsAsync([Path], DeleteOptions.Default, new Recorder(seen), default);

        Assert.Multiple(() =>
        {
            Assert.That(report.Outcomes.Select(outcome => $"{outcome.Path} {outcome.Status} {outcome.NativeCode:X8}"), Is.EqualTo(new[]
            {
                @"\\srv\docs\a\1 Done 00000000", @"\\srv\docs\a\2 Failed 80070020", @"\\srv\docs\a Failed 800700EA",
            }));
            Assert.That(report.Outcomes[1].Message, Is.EqualTo("In use."));
            Assert.That(report.NativeCode, Is.EqualTo(NativeCodes.PartlyDone));
            Assert.That(seen, Is.EqualTo(new[]
            {
                "Begin  0", @"ItemBegin \\srv\docs\a\1 0", @"ItemResult \\srv\docs\a\1 1", @"ItemBegin \\srv\docs\a\2 1", @"ItemResult \\srv\docs\a\2 2",
                @"ItemResult \\srv\docs\a 3", "End  3",
            }));
        });
    }

    [Test]
    public async Task The_last_word_on_an_item_counts()
    {
        await using var backend = Backends.Answering(0, $"3:-2147024864:In use.:{Path}", $"3:0:OK:{Path}");

        var report = await backend.PinAsync([Path], PinOptions.Default, null, default);

        Assert.That(report.Outcomes.Select(outcome => outcome.Status), Is.EqualTo(new[] { OutcomeStatus.Done }));
    }

    [Test]
    public async Task A_path_that_is_not_in_the_cache_fails_with_the_same_error_as_a_look_up_would()
    {
        await using var backend = Backends.Answering(0x80070002);

        var report = await backend.UnpinAsync([Path], UnpinOptions.Default, null, default);

        Assert.That(report.Outcomes[0].Error, Is.TypeOf<ItemNotFoundException>().With.Property("Path").EqualTo(Path));
    }

    private static async Task<string> DescribeAsync(CimBackend backend)
    {
        try
        {
            var outcome = (await backend.TransitionOnlineAsync(Path, TransitionFlags.None, default)).Outcomes.Single();
            return $"{outcome.Status} {outcome.NativeCode:X8} {outcome.Error?.Message}";
        }
        catch (OfflineFilesException error)
        {
            return $"thrown {error.GetType().Name} {error.Message}";
        }
    }

    private sealed class Recorder(List<string> seen) : IProgress<OperationProgress>
    {
        public void Report(OperationProgress value) => seen.Add($"{value.Reason} {value.Path} {value.ItemsDone}");
    }
}
