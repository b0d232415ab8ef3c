using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Errors;

/// <summary>Which failures of a transport come out as which exceptions, whatever was called.</summary>
public sealed class FailureRouteTests
{
    private static readonly WqlSelectQuery Everything = new("Win32_OfflineFilesItem");
    private static readonly UncPath Path = UncPath.Parse(@"\\srv\docs");

    [TestCase(NativeCodes.HostNotFound, typeof(CimHostNotFoundException))]
    [TestCase(NativeCodes.WsManDestinationUnreachable, typeof(CimUnreachableException))]
    [TestCase(NativeCodes.LogonFailure, typeof(CimAccessDeniedException))]
    [TestCase(NativeCodes.WmiAccessDenied, typeof(CimAccessDeniedException))]
    [TestCase(NativeCodes.WmiInvalidNamespace, typeof(CimNamespaceException))]
    [TestCase(NativeCodes.WmiInvalidClass, typeof(OfflineFilesNotInstalledException))]
    [TestCase(NativeCodes.WsManOperationTimedOut, typeof(CimTimeoutException))]
    public async Task What_keeps_a_call_from_the_provider_is_thrown_and_is_no_outcome_of_an_item(int code, Type type)
    {
        await using var backend = Backends.Failing(new CimTransportException(CimStatus.Failed, "x") { NativeCode = code }, "pc42");

        foreach (var call in Calls(backend))
            await Assert.ThatAsync(call, Throws.TypeOf(type).With.Property("NativeCode").EqualTo(code).And.Property("Host").EqualTo("pc42"));
    }

    private static IEnumerable<Exception> BrokenLibraries() =>
    [
        new FileNotFoundException("Could not load file or assembly 'Microsoft.Management.Infrastructure'."),
        new TypeInitializationException("Microsoft.Management.Infrastructure.CimApplication", new DllNotFoundException("mi")),
        new CimTransportException(CimStatus.Failed, "x", new BadImageFormatException()),
    ];

    [TestCaseSource(nameof(BrokenLibraries))]
    public async Task A_native_library_that_does_not_load_is_recognised_wherever_it_shows(Exception error)
    {
        await using var backend = Backends.Failing(error);

        foreach (var call in Calls(backend)) await Assert.ThatAsync(call, Throws.TypeOf<CimLibraryException>());
    }

    [Test]
    public async Task A_backend_whose_native_library_does_not_load_can_still_be_disposed()
    {
        var transport = Substitute.For<ICimTransport>();
        transport.DisposeAsync().Returns(new ValueTask(Task.FromException(new FileNotFoundException("Microsoft.Management.Infrastructure"))));

        await Assert.ThatAsync(() => Backends.Over(transport).DisposeAsync().AsTask(), Throws.Nothing);
    }

    [Test]
    public async Task Other_exceptions_are_faults_of_the_library_and_stay_what_they_are()
    {
        await using var backend = Backends.Failing(new InvalidOperationException("a fault"));

        foreach (var call in Calls(backend)) await Assert.ThatAsync(call, Throws.TypeOf<InvalidOperationException>());
    }

    [TestCase(0, CimTimeoutPhase.FirstRow)]
    [TestCase(1, CimTimeoutPhase.NextRow)]
    public async Task A_deadline_that_passes_tells_what_was_waited_for(int rows, CimTimeoutPhase phase)
    {
        var time = new FakeTimeProvider();
        var transport = Substitute.For<ICimTransport>();
        transport.QueryAsync(Arg.Any<CimQuery>(), Arg.Any<CancellationToken>()).Returns(call => ThenNothing(rows, call.Arg<CancellationToken>()));
        await using var backend = Backends.Over(transport, new CimBackendOptions { TimeProvider = time, QueryTimeout = TimeSpan.FromMinutes(1) });

        var running = backend.QueryItemsAsync(Everything, default).ToListAsync();
        time.Advance(TimeSpan.FromMinutes(1));

        var error = (await Assert.ThrowsAsync<CimTimeoutException>(() => running))!;
        Assert.That((error.Phase, error.Timeout, error.IsTransient), Is.EqualTo((phase, TimeSpan.FromMinutes(1), true)));
    }

    [Test]
    public async Task The_layer_that_knows_that_it_was_the_connection_has_the_word()
    {
        var late = new CimTransportException(CimStatus.Failed, "x") { Deadline = TimeSpan.FromSeconds(30), Phase = CimTimeoutPhase.Connect };
        await using var backend = Backends.Failing(late);

        foreach (var call in Calls(backend))
            await Assert.ThatAsync(call, Throws.TypeOf<CimTimeoutException>().With.Property("Phase").EqualTo(CimTimeoutPhase.Connect));
    }

    private static IEnumerable<Func<Task>> Calls(CimBackend backend) =>
    [
        () => backend.QueryItemsAsync(Everything, default).ToListAsync(),
        () => backend.FindItemAsync(Path, default).AsTask(),
        () => backend.GetStateAsync(default),
        () => backend.PinAsync([Path], PinOptions.Default, null, default),
        () => backend.SuspendRootAsync(Path, true, default),
        () => backend.EnableAsync(true, default),
    ];

    private static async IAsyncEnumerable<CimRow> ThenNothing(int rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < rows; i++) yield return new ProviderRows(ProviderDoubleOptions.Default).Item(SampleItems.Share);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
