using NSubstitute;
using NSubstitute.ExceptionExtensions;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.LiveSmoke;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Diagnosis;

/// <summary>The live smoke over the double: what it needs of a machine, and that it changes nothing there.</summary>
public sealed class LiveSmokeTests
{
    private static IEnumerable<TestCaseData<ProviderDoubleOptions, int>> Machines() =>
    [
        new(new(), 0),
        new(new() { ValuesAsStrings = true, ServerHasEmptyParent = true, OpensSubtrees = true }, 0),
        new(new() { Generation = CimProviderGeneration.Vista }, 0),
        new(new() { IsInstalled = false }, 2),
        new(new() { Service = OfflineFilesServiceState.Disabled }, 2),
        new(new() { Service = OfflineFilesServiceState.EnabledAfterRestart }, 2),
    ];

    [TestCaseSource(nameof(Machines))]
    public async Task It_ends_with_what_the_machine_is_worth_and_calls_no_method(object machine, int exitCode)
    {
        var (backend, provider) = Backends.OverDouble(options: (ProviderDoubleOptions)machine);
        await using var owned = backend;
        using var output = new StringWriter();

        var ended = await new LiveLook(backend, 10, output).RunAsync(default);

        Assert.That((int)ended, Is.EqualTo(exitCode), output.ToString());
        Assert.That(provider.Calls, Is.Empty);
    }

    [Test]
    public async Task A_machine_that_is_there_and_does_not_work_is_a_failure()
    {
        var transport = Substitute.For<ICimTransport>();
        transport.TestAsync(Arg.Any<CancellationToken>()).ThrowsAsync(new CimTransportException(CimStatus.Failed, "x"));
        await using var backend = Backends.Over(transport);

        Assert.That(await new LiveLook(backend, 10, TextWriter.Null).RunAsync(default), Is.EqualTo(ExitCode.Failed));
    }
}
