using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using NUnit.Framework.Constraints;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Diagnosis;

public sealed class ServiceDiagnosisTests
{
    private static readonly WqlSelectQuery Everything = new("Win32_OfflineFilesItem");
    private static readonly UncPath Path = UncPath.Parse(@"\\srv\docs");

    [TestCase(OfflineFilesServiceState.Stopped, "the Offline Files service is not running")]
    [TestCase(OfflineFilesServiceState.Disabled, "Offline Files is disabled")]
    public async Task When_the_service_is_down_every_call_says_why(OfflineFilesServiceState state, string text)
    {
        var (backend, _) = Backends.OverDouble(options: new ProviderDoubleOptions { Service = state });
        await using var owned = backend;

        foreach (var call in Calls(backend))
        {
            var error = (await Assert.ThrowsAsync<OfflineFilesServiceException>(call))!;
            Assert.That((error.State, error.NativeCode), Is.EqualTo((state, NativeCodes.WmiProviderNotCapable)));
            Assert.That(error.Message, Does.Contain($"{text} (0x80041024)"));
        }
    }

    [Test]
    public async Task When_only_a_restart_is_missing_every_call_says_so()
    {
        var (backend, _) = Backends.OverDouble(options: new ProviderDoubleOptions { Service = OfflineFilesServiceState.EnabledAfterRestart });
        await using var owned = backend;

        foreach (var call in Calls(backend))
        {
            var error = (await Assert.ThrowsAsync<OfflineFilesRestartPendingException>(call))!;
            Assert.That((error.WillBeEnabled, error.IsTransient), Is.EqualTo((true, false)));
            Assert.That(error.Message, Does.EndWith("Restart the machine, then try again."));
        }
    }

    [Test]
    public async Task Until_the_restart_that_ends_it_everything_works()
    {
        var (backend, _) = Backends.OverDouble(options: new ProviderDoubleOptions { Service = OfflineFilesServiceState.DisabledAfterRestart });
        await using var owned = backend;

        Assert.That(await backend.GetStateAsync(default), Has.Property("Enabled").False.And.Property("Active").True);
        Assert.That(await backend.QueryItemsAsync(Everything, default).ToListAsync(), Has.Count.EqualTo(SampleItems.All.Length));
    }

    [Test]
    public async Task An_account_that_may_not_list_services_still_learns_that_it_is_the_service()
    {
        var hidden = new ProviderDoubleOptions { Service = OfflineFilesServiceState.Stopped, ServicesAreHidden = true };
        var (backend, _) = Backends.OverDouble(options: hidden);
        await using var owned = backend;

        await Assert.ThatAsync(() => backend.FindItemAsync(Path, default).AsTask(), IsDown(OfflineFilesServiceState.Unknown));
    }

    [TestCase(0x80070422u, OfflineFilesServiceState.Disabled)]
    [TestCase(0x80070426u, OfflineFilesServiceState.Stopped)]
    [TestCase(0x80041024u, OfflineFilesServiceState.Unknown)]
    public async Task Where_nothing_can_be_found_out_the_code_itself_says_what_it_says(uint code, OfflineFilesServiceState state)
    {
        await using var backend = Backends.Answering(code);

        await Assert.ThatAsync(() => backend.PinAsync([Path], PinOptions.Default, null, default), IsDown(state));
    }

    [Test]
    public async Task A_diagnosis_that_hangs_is_given_up_and_the_failure_told_without_it()
    {
        var time = new FakeTimeProvider();
        var transport = Substitute.For<ICimTransport>();
        transport.GetAsync(Arg.Any<CimRow>(), Arg.Any<CancellationToken>()).Returns<CimRow?>(_ => throw ProviderErrors.ServiceStopped());
        transport.QueryAsync(Arg.Any<CimQuery>(), Arg.Any<CancellationToken>()).Returns(call => Hang(call.Arg<CancellationToken>()));
        await using var backend = Backends.Over(transport, new CimBackendOptions { TimeProvider = time });

        var running = backend.FindItemAsync(Path, default).AsTask();
        Assert.That(running.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromSeconds(10));

        await Assert.ThatAsync(() => running, Throws.TypeOf<OfflineFilesServiceException>());
    }

    [Test]
    public async Task A_provider_of_other_classes_that_is_not_capable_is_not_ours()
    {
        await using var backend = Backends.Failing(ProviderErrors.ServiceStopped());
        await using var cache = new OfflineFilesCache(backend);

        await Assert.ThatAsync(
            () => cache.Query($"SELECT * FROM Win32_Any").ToListAsync(),
            Throws.TypeOf<OfflineFilesBackendException>().With.Message.StartsWith(
                "Query failed: the provider of the class is not capable of it (0x80041024)."));
    }

    private static IResolveConstraint IsDown(OfflineFilesServiceState state) =>
        Throws.TypeOf<OfflineFilesServiceException>().With.Property("State").EqualTo(state);

    private static IEnumerable<Func<Task>> Calls(CimBackend backend) =>
    [
        () => backend.QueryItemsAsync(Everything, default).ToListAsync(),
        () => backend.FindItemAsync(Path, default).AsTask(),
        () => backend.PinAsync([Path], PinOptions.Default, null, default),
        () => backend.SuspendRootAsync(Path, true, default),
    ];

    private static async IAsyncEnumerable<CimRow> Hang([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        yield break;
    }
}
