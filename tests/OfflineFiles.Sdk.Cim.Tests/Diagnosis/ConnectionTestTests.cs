using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Diagnosis;

public sealed partial class ConnectionTestTests
{
    [Test]
    public async Task All_parts_of_a_machine_that_can_be_used_pass()
    {
        var (backend, _) = Backends.OverDouble();
        await using var owned = backend;

        var report = await backend.TestConnectionAsync();

        Assert.That(
            (report.IsUsable, report.FirstFailure, report.Service), Is.EqualTo((true, (CimConnectionStep?)null, OfflineFilesServiceState.Running)));
        Assert.That(report.Steps.Select(step => step.Part), Is.EqualTo(Enum.GetValues<CimConnectionPart>()));
        Assert.That((report.Provider!.Generation, report.State!.Active), Is.EqualTo((CimProviderGeneration.Windows8, true)));
        Check(report, "connection-usable.txt");
    }

    [Test]
    public async Task What_is_missing_is_told_and_not_thrown_and_what_lies_behind_it_is_not_looked_at()
    {
        var (backend, _) = Backends.OverDouble(options: new ProviderDoubleOptions { Service = OfflineFilesServiceState.EnabledAfterRestart });
        await using var owned = backend;

        var report = await backend.TestConnectionAsync();

        Assert.That((report.IsUsable, report.FirstFailure!.Part), Is.EqualTo((false, CimConnectionPart.Service)));
        Assert.That(report.FirstFailure.Error, Is.TypeOf<OfflineFilesRestartPendingException>());
        Assert.That(report.Steps[^1].Outcome, Is.EqualTo(CimConnectionOutcome.Skipped));
        Check(report, "connection-restart.txt");
    }

    [Test]
    public async Task A_machine_without_the_feature_fails_at_the_provider()
    {
        var (backend, _) = Backends.OverDouble(options: new ProviderDoubleOptions { IsInstalled = false });
        await using var owned = backend;

        Check(await backend.TestConnectionAsync(), "connection-not-installed.txt");
    }

    private static IEnumerable<TestCaseData<CimTransportException, CimConnectionPart, Type>> Obstacles() =>
    [
        new(new(CimStatus.Failed, "x", new DllNotFoundException("mi")), CimConnectionPart.Platform, typeof(CimLibraryException)),
        new(new(CimStatus.Failed, "x") { NativeCode = NativeCodes.HostNotFound }, CimConnectionPart.Machine, typeof(CimHostNotFoundException)),
        new(new(CimStatus.Failed, "x") { IsUnreachable = true }, CimConnectionPart.Machine, typeof(CimUnreachableException)),
        new(new(CimStatus.AccessDenied, "x"), CimConnectionPart.Machine, typeof(CimAccessDeniedException)),
    ];

    [TestCaseSource(nameof(Obstacles))]
    public async Task The_way_to_the_machine_fails_where_the_obstacle_is(Exception obstacle, CimConnectionPart part, Type type)
    {
        var transport = Substitute.For<ICimTransport>();
        transport.TestAsync(Arg.Any<CancellationToken>()).ThrowsAsync(obstacle);
        await using var backend = Backends.Over(transport);

        var report = await backend.TestConnectionAsync();

        Assert.That((report.FirstFailure!.Part, report.FirstFailure.Error!.GetType()), Is.EqualTo((part, type)));
        Assert.That(report.Steps.Select(step => step.Part), Is.EqualTo(Enum.GetValues<CimConnectionPart>()));
    }

    [Test]
    public async Task A_namespace_that_is_not_there_is_told_apart_from_a_class_that_is_not()
    {
        var transport = Substitute.For<ICimTransport>();
        transport.GetClassAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).ThrowsAsync(
            new CimTransportException(CimStatus.InvalidNamespace, "x"));
        await using var backend = Backends.Over(transport);

        var report = await backend.TestConnectionAsync();

        Assert.That(
            (report.FirstFailure!.Part, report.FirstFailure.Error!.GetType()),
            Is.EqualTo((CimConnectionPart.Namespace, typeof(CimNamespaceException))));
    }

    [Test]
    public async Task Only_cancellation_and_disposal_end_a_test_without_a_report()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var (backend, _) = Backends.OverDouble();

        await Assert.ThatAsync(() => backend.TestConnectionAsync(cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        await backend.DisposeAsync();
        await Assert.ThatAsync(() => backend.TestConnectionAsync(), Throws.TypeOf<ObjectDisposedException>());
    }

    // Times and systems differ; the rest is word for word.
    private static void Check(CimConnectionReport report, string fileName) => Golden.Check(
        fileName,
        Milliseconds().Replace(report.ToString(), time => "0 ms".PadLeft(time.Length))
            .Replace(RuntimeInformation.OSDescription.Trim(), "(this system)", StringComparison.Ordinal)
            .ReplaceLineEndings("\n") + "\n");

    [GeneratedRegex(" *[0-9]+ ms")]
    private static partial Regex Milliseconds();
}
