using NSubstitute;
using NSubstitute.ExceptionExtensions;
using OfflineFiles.Sdk.Cim.Errors;
using OfflineFiles.Sdk.Cim.Rows;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Testing.Provider;

namespace OfflineFiles.Sdk.Cim.Tests.Diagnosis;

public sealed class ProviderProbeTests
{
    private static readonly UncPath Path = UncPath.Parse(@"\\srv\docs");

    private const string WithoutMost = "TransitionOnline and TransitionOffline, RenameItemEx, configuration classes, transparent caching";

    [TestCase(CimProviderGeneration.Vista, "provider of Windows Vista, 8 methods, without " + WithoutMost)]
    [TestCase(CimProviderGeneration.VistaServicePack1,
        "provider of Windows Vista SP1 to 7, 10 methods, without RenameItemEx, configuration classes, transparent caching")]
    [TestCase(CimProviderGeneration.Windows7ServicePack1, "provider of Windows 7 SP1, 11 methods, without configuration classes, transparent caching")]
    [TestCase(CimProviderGeneration.Windows8, "provider of Windows 8 or later, 11 methods")]
    public async Task The_classes_tell_how_old_the_provider_is(CimProviderGeneration generation, string text)
    {
        await using var backend = Of(generation);

        var provider = await backend.GetProviderAsync();

        Assert.That((provider.Generation, provider.ToString()), Is.EqualTo((generation, text)));
        var isLatest = generation == CimProviderGeneration.Windows8;
        Assert.That((provider.HasHealth, provider.ConfigurationFlag), Is.EqualTo((isLatest, isLatest ? "IsConfiguredByWMI" : null)));
    }

    [Test]
    public async Task A_server_that_does_not_list_the_values_of_a_property_leaves_transparent_caching_open()
    {
        var transport = Substitute.For<ICimTransport>();
        Define(transport, Cache("Pin"));
        await using var backend = Backends.Over(transport);

        Assert.That((await backend.GetProviderAsync()).HasTransparentCaching, Is.Null);
    }

    [Test]
    public async Task A_class_that_comes_without_methods_says_nothing_about_them()
    {
        var transport = Substitute.For<ICimTransport>();
        Define(transport, Cache());
        Answer(transport);
        await using var backend = Backends.Over(transport);

        var provider = await backend.GetProviderAsync();
        var report = await backend.TestConnectionAsync();

        Assert.That((provider.HasTransitions, provider.HasRenameItemEx, provider.Generation), Is.EqualTo(((bool?)null, (bool?)null, CimProviderGeneration.Unknown)));
        Assert.That(Enum.GetValues<OfflineFilesOperation>().Select(provider.HasMethod), Is.All.Null);
        Assert.That(provider.ToString(), Is.EqualTo("provider of an unknown system, methods not listed by the server, without configuration classes"));
        Assert.That(report.Steps[(int)CimConnectionPart.Provider].Detail, Is.EqualTo(provider.ToString()));
        foreach (var later in (Func<Task<OperationReport>>[])
            [
                () => backend.TransitionOnlineAsync(Path, TransitionFlags.None, default),
                () => backend.TransitionOfflineAsync(Path, new OfflineTransitionOptions(), default),
                () => backend.RenameItemExAsync(Path, UncPath.Parse(@"\\new\docs"), default),
            ])
            Assert.That((await later()).Succeeded, Is.True, "it is sent, and the machine says whether it has it");
    }

    [Test]
    public async Task Where_the_class_is_missing_Offline_Files_is_not_installed()
    {
        var (backend, _) = Backends.OverDouble(options: new ProviderDoubleOptions { IsInstalled = false });
        await using var owned = backend;

        await Assert.ThatAsync(() => backend.GetProviderAsync(), Throws.TypeOf<OfflineFilesNotInstalledException>());
        await Assert.ThatAsync(() => backend.GetStateAsync(default), Throws.TypeOf<OfflineFilesNotInstalledException>());
        await Assert.ThatAsync(() => backend.FindItemAsync(Path, default).AsTask(), Throws.TypeOf<OfflineFilesNotInstalledException>());
        await Assert.ThatAsync(() => backend.PinAsync([Path], PinOptions.Default, null, default), Throws.TypeOf<OfflineFilesNotInstalledException>());
    }

    [Test]
    public async Task What_is_known_is_not_asked_again_and_what_failed_is()
    {
        var transport = Substitute.For<ICimTransport>();
        transport.GetClassAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).ThrowsAsync(new CimTransportException(CimStatus.AccessDenied, "no"));
        await using var backend = Backends.Over(transport);

        await Assert.ThatAsync(() => backend.GetProviderAsync(), Throws.TypeOf<CimAccessDeniedException>());
        Define(transport, Cache("Pin"));
        var first = await backend.GetProviderAsync();
        transport.ClearReceivedCalls();

        Assert.That(await backend.GetProviderAsync(), Is.SameAs(first));
        Assert.That(transport.ReceivedCalls(), Is.Empty);
    }

    [Test]
    public async Task An_operation_the_provider_does_not_have_is_refused_before_it_is_sent()
    {
        var (backend, provider) = Backends.OverDouble(options: new ProviderDoubleOptions { Generation = CimProviderGeneration.Vista });
        await using var owned = backend;

        Func<Task>[] later =
        [
            () => backend.TransitionOnlineAsync(Path, TransitionFlags.None, default),
            () => backend.TransitionOfflineAsync(Path, new OfflineTransitionOptions(), default),
            () => backend.RenameItemExAsync(Path, UncPath.Parse(@"\\new\docs"), default),
        ];
        foreach (var call in later)
        {
            await Assert.ThatAsync(call, Throws.TypeOf<OperationNotSupportedException>().With.Message.EndsWith(
                $"There is no such method on this machine: it has the provider of Windows Vista, 8 methods, without {WithoutMost}. "
                + "Nothing was sent. Use another operation, or a later version of Windows."));
        }

        Assert.That(provider.Calls, Is.Empty);
    }

    [Test]
    public async Task An_operation_every_provider_has_is_sent_without_asking()
    {
        var transport = Substitute.For<ICimTransport>();
        Answer(transport);
        await using var backend = Backends.Over(transport);

        await backend.SuspendRootAsync(Path, true, default);

        await transport.DidNotReceiveWithAnyArgs().GetClassAsync(default!, default);
    }

    [Test]
    public async Task Where_the_classes_cannot_be_read_the_call_is_sent_and_tells_itself()
    {
        var transport = Substitute.For<ICimTransport>();
        transport.GetClassAsync(Arg.Any<string>(), Arg.Any<CancellationToken>()).ThrowsAsync(new CimTransportException(CimStatus.AccessDenied, "no"));
        Answer(transport);
        await using var backend = Backends.Over(transport);

        Assert.That((await backend.TransitionOnlineAsync(Path, TransitionFlags.None, default)).Succeeded, Is.True);
    }

    private static void Answer(ICimTransport transport) =>
        transport.InvokeAsync(Arg.Any<CimMethodCall>(), Arg.Any<Action<string>?>(), Arg.Any<CancellationToken>())
            .Returns(new CimCallResult(0, new CimRow("__PARAMETERS", [])));

    private static CimBackend Of(CimProviderGeneration generation) =>
        Backends.OverDouble(options: new ProviderDoubleOptions { Generation = generation }).Backend;

    private static CimClassDefinition Cache(params string[] methods) => new(
        "Win32_OfflineFilesCache",
        new Dictionary<string, IReadOnlyList<string>>(),
        methods);

    private static void Define(ICimTransport transport, CimClassDefinition cache) =>
        transport.GetClassAsync(Arg.Any<string>(), Arg.Any<CancellationToken>())
            .Returns(call => new ValueTask<CimClassDefinition?>(call.Arg<string>() == cache.Name ? cache : null));
}
