using NSubstitute;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Cim.Tests.Sessions;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Queries;

public sealed class FailureTests
{
    private static readonly WqlSelectQuery Everything = new("Win32_OfflineFilesItem");
    private static readonly UncPath Path = UncPath.Parse(@"\\srv\docs");

    private static IEnumerable<TestCaseData> Failures()
    {
        TestCaseData Case(CimTransportException error, string text, bool transient) => new TestCaseData(error, text, transient).SetArgDisplayNames(text);
        yield return Case(new(CimStatus.Failed, "MI_RESULT_FAILED") { IsUnreachable = true }, "cannot be reached", true);
        yield return Case(new(CimStatus.AccessDenied, "Access denied."), "access was denied (Access denied)", false);
        yield return Case(new(CimStatus.InvalidNamespace, "x"), "no such namespace", false);
        yield return Case(new(CimStatus.InvalidClass, "x"), "Desktop Experience", false);
        yield return Case(new(CimStatus.InvalidQuery, "x"), "cannot read the query", false);
        yield return Case(new(CimStatus.Failed, "x"), "reported a failure (x)", false);
        yield return Case(new(CimStatus.ServerIsShuttingDown, "x"), "shutting down", true);
        yield return Case(
            new(CimStatus.Failed, "x") { NativeCode = NativeCodes.WmiProviderNotCapable }, "service is stopped or disabled (0x80041024)", true);
        yield return Case(new(CimStatus.NotSupported, "x") { NativeCode = NativeCodes.WmiQuotaViolation }, "query too long", false);
        yield return Case(new(CimStatus.Failed, "x") { NativeCode = 0x0BADF00D }, "0x0BADF00D", false);
    }

    [TestCaseSource(nameof(Failures))]
    public async Task A_failure_says_what_was_asked_of_which_machine_what_happened_and_what_to_do(Exception error, string text, bool transient)
    {
        await using var backend = Backends.Failing(error, host: "pc42");

        var query = (await Assert.CatchAsync<OfflineFilesBackendException>(() => backend.QueryItemsAsync(Everything, default).ToListAsync()))!;
        var state = (await Assert.CatchAsync<OfflineFilesBackendException>(() => backend.GetStateAsync(default)))!;

        Assert.Multiple(() =>
        {
            Assert.That(query.Message, Does.StartWith("Query on pc42 failed: ").And.Contain(text).And.EndWith("."));
            Assert.That(state.Message, Does.StartWith("GetState on pc42 failed: ").And.Contain(text));
            Assert.That((query.Host, query.Operation, query.IsTransient, query.InnerException), Is.EqualTo(("pc42", "Query", transient, error)));
        });
    }

    [TestCase(true, nameof(CimStatus.NotFound), null, true)]
    [TestCase(true, nameof(CimStatus.Failed), NativeCodes.FileNotFound, true)]
    [TestCase(true, nameof(CimStatus.Failed), NativeCodes.PathNotFound, true)]
    [TestCase(true, nameof(CimStatus.NotFound), NativeCodes.AccessDenied, false)]
    [TestCase(false, nameof(CimStatus.NotFound), null, false)]
    [TestCase(false, nameof(CimStatus.Failed), NativeCodes.FileNotFound, false)]
    public async Task Only_where_a_query_goes_to_a_path_nothing_found_is_an_empty_answer(bool goesToPath, string status, int? code, bool isEmpty)
    {
        await using var backend = Backends.Failing(new CimTransportException(Enum.Parse<CimStatus>(status), "x") { NativeCode = code });
        var property = new WqlProperty(goesToPath ? "ParentItemPath" : "ItemName");
        var query = new WqlSelectQuery(Everything.ClassName, new WqlComparison(property, WqlComparisonOperator.Equal, new WqlStringConstant(@"\\srv\gone")));

        var rows = () => backend.QueryItemsAsync(query, default).ToListAsync();

        if (isEmpty) Assert.That(await rows(), Is.Empty);
        else await Assert.ThatAsync(rows, Throws.InstanceOf<OfflineFilesException>());
    }

    [TestCase(@"\\SRV\docs", 1)]
    [TestCase(@"\\srv\docs\", 0)]
    public async Task A_look_up_that_reads_a_path_generously_is_no_equality(string path, int found)
    {
        var (backend, _) = Backends.OverDouble();
        await using var owned = backend;
        var where = new WqlComparison(new WqlProperty("ItemPath"), WqlComparisonOperator.Equal, new WqlStringConstant(path));

        Assert.That(await backend.QueryItemsAsync(new WqlSelectQuery(Everything.ClassName, where), default).ToListAsync(), Has.Count.EqualTo(found));
    }

    [Test]
    public async Task A_machine_without_the_cache_object_has_no_offline_files()
    {
        await using var backend = new CimBackend(new TestMachine { Rows = 0 }, CimBackendOptions.Default, "pc42");

        await Assert.ThatAsync(() => backend.GetStateAsync(default), Throws.TypeOf<OfflineFilesNotInstalledException>());
    }

    [Test]
    public async Task A_look_up_that_fails_names_its_path()
    {
        await using var backend = Backends.Failing(new CimTransportException(CimStatus.AccessDenied, "no"));

        await Assert.ThatAsync(() => backend.FindItemAsync(Path, default).AsTask(), Throws.TypeOf<CimAccessDeniedException>()
            .With.Property("Path").EqualTo(Path.ToString()).And.Message.StartsWith(@"Find of \\srv\docs failed: "));
    }

    [Test]
    public async Task A_failed_call_with_a_code_means_what_the_same_return_value_means()
    {
        await using var backend = Backends.Failing(new CimTransportException(CimStatus.Failed, "x") { NativeCode = NativeCodes.AccessDenied });

        var report = await backend.PinAsync([Path], PinOptions.Default, null, default);

        Assert.That((report.Outcomes.Single().Status, report.NativeCode), Is.EqualTo((OutcomeStatus.Failed, NativeCodes.AccessDenied)));
    }

    [Test]
    public async Task A_method_an_old_Windows_does_not_have_is_not_supported()
    {
        await using var backend = Backends.Failing(new CimTransportException(CimStatus.MethodNotFound, "x"));

        await Assert.ThatAsync(() => backend.RenameItemExAsync(Path, UncPath.Parse(@"\\new\docs"), default), Throws.TypeOf<OperationNotSupportedException>()
            .With.Message.Contains("RenameItemEx"));
    }

    [Test]
    public async Task While_the_service_is_stopped_only_the_state_and_Enable_work()
    {
        var (backend, _) = Backends.OverDouble(options: new ProviderDoubleOptions { ServiceIsStopped = true });
        await using var owned = backend;

        Assert.That(await backend.GetStateAsync(default), Is.EqualTo(new OfflineFilesCacheState { Enabled = true }));
        await Assert.ThatAsync(() => backend.QueryItemsAsync(Everything, default).ToListAsync(), ServiceIsDown());
        await Assert.ThatAsync(() => backend.FindItemAsync(Path, default).AsTask(), ServiceIsDown());
        await Assert.ThatAsync(() => backend.PinAsync([Path], PinOptions.Default, null, default), ServiceIsDown());
        await Assert.ThatAsync(
            () => backend.EnableAsync(true, default), Throws.TypeOf<OperationNotSupportedException>(), "it reaches the rows, which have no Enable");
    }

    [Test]
    public async Task Rows_before_a_failure_are_delivered()
    {
        var transport = Substitute.For<ICimTransport>();
        transport.QueryAsync(Arg.Any<CimQuery>(), Arg.Any<CancellationToken>()).Returns(_ => OneThenFail());
        await using var backend = Backends.Over(transport);
        var seen = new List<OfflineFilesItem>();

        await Assert.ThatAsync(
            async () =>
            {
                await foreach (var item in backend.QueryItemsAsync(Everything, default)) seen.Add(item);
            },
            Throws.TypeOf<OfflineFilesBackendException>());
        Assert.That(seen, Is.EqualTo(new[] { SampleItems.Share }));
    }

    private static NUnit.Framework.Constraints.IResolveConstraint ServiceIsDown() =>
        Throws.TypeOf<OfflineFilesServiceException>().With.Property("State").EqualTo(OfflineFilesServiceState.Stopped)
            .And.Property("NativeCode").EqualTo(NativeCodes.WmiProviderNotCapable).And.Message.Contains("CscService");

    private static async IAsyncEnumerable<CimRow> OneThenFail()
    {
        await Task.Yield();
        yield return new ProviderRows(ProviderDoubleOptions.Default).Item(SampleItems.Share);
        throw new CimTransportException(CimStatus.Failed, "the provider host died");
    }
}
