using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using NSubstitute;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Cim.Sessions;
using OfflineFiles.Sdk.Cim.Tests.Sessions;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests;

public sealed class CimBackendTests
{
    [Test]
    [Platform(Exclude = "Win")]
    public async Task Where_the_native_library_is_incomplete_its_own_errors_do_not_come_out()
    {
        await using var backend = CimBackend.Remote(
            "pc42.invalid", new CimBackendOptions { AllowAnyPlatform = true, QueryTimeout = TimeSpan.FromSeconds(20) });

        await Assert.ThatAsync(() => backend.FindItemAsync(UncPath.Parse(@"\\srv\docs"), default).AsTask(), Throws.TypeOf<CimLibraryException>());
        await Assert.ThatAsync(() => backend.GetStateAsync(default), Throws.TypeOf<CimLibraryException>());
        await Assert.ThatAsync(() => backend.EnableAsync(true, default), Throws.TypeOf<CimLibraryException>());
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Where_the_native_library_is_incomplete_a_test_of_the_connection_says_so_of_the_platform()
    {
        await using var backend = CimBackend.Local(new CimBackendOptions { AllowAnyPlatform = true });

        var report = await backend.TestConnectionAsync();

        Assert.That(
            (report.FirstFailure!.Part, report.FirstFailure.Error!.GetType()), Is.EqualTo((CimConnectionPart.Platform, typeof(CimLibraryException))));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Elsewhere_than_on_Windows_it_says_so_before_the_native_library_is_touched()
    {
        Assert.That(() => CimBackend.Local(), Throws.TypeOf<CimPlatformException>().With.Message.EqualTo(
            "Open failed: Microsoft.Management.Infrastructure works on Windows only, and this is another system. Use the embedded backend here, or run this on Windows."));
        Assert.That(() => CimBackend.Remote("pc42"), Throws.TypeOf<CimPlatformException>());
    }

    [Test]
    public async Task A_platform_can_be_allowed_and_nothing_is_contacted_before_the_first_call()
    {
        await using var backend = CimBackend.Remote("pc42", new CimBackendOptions { AllowAnyPlatform = true });

        Assert.That(backend.Description.ToString(), Is.EqualTo("CIM (pc42)"));
    }

    [Test]
    public void The_core_knows_nothing_of_the_native_library() => Assert.That(
        typeof(OfflineFilesCache).Assembly.GetReferencedAssemblies().Select(name => name.Name),
        Has.None.StartsWith("Microsoft.Management").And.None.StartsWith("OfflineFiles.Sdk.Cim"));

    private static IEnumerable<TestCaseData<CimBackendOptions, string>> Nonsense() =>
    [
        new(new CimBackendOptions { Namespace = "" }, "CimBackendOptions.Namespace"),
        new(new CimBackendOptions { Namespace = @"root\cimv2" }, "Write root/cimv2."),
        new(new CimBackendOptions { Protocol = (CimProtocol)9 }, "CimBackendOptions.Protocol"),
        new(new CimBackendOptions { QueryTimeout = TimeSpan.Zero }, "CimBackendOptions.QueryTimeout"),
        new(new CimBackendOptions { OperationTimeout = TimeSpan.FromSeconds(-5) }, "CimBackendOptions.OperationTimeout"),
        new(new CimBackendOptions { Changes = new CimChangeOptions { Source = (CimChangeSource)9 } }, "CimBackendOptions.Changes.Source is 9,"),
        new(
            new CimBackendOptions { Changes = new CimChangeOptions { PollingInterval = TimeSpan.Zero } },
            "CimBackendOptions.Changes.PollingInterval"),
        new(
            new CimBackendOptions { Changes = new CimChangeOptions { ShortestInterval = TimeSpan.FromDays(2) } },
            "CimBackendOptions.Changes.ShortestInterval"),
        new(
            new CimBackendOptions { Changes = new CimChangeOptions { LongestInterval = Timeout.InfiniteTimeSpan } },
            "CimBackendOptions.Changes.LongestInterval"),
        new(new CimBackendOptions { Changes = new CimChangeOptions { LongestInterval = TimeSpan.FromSeconds(1) } }, "shorter than ShortestInterval"),
        new(new CimBackendOptions { Changes = new CimChangeOptions { ReadingShare = 0 } }, "CimBackendOptions.Changes.ReadingShare is 0."),
        new(new CimBackendOptions { Changes = new CimChangeOptions { ReadingShare = 1.5 } }, "CimBackendOptions.Changes.ReadingShare is 1.5."),
        new(new CimBackendOptions { Changes = new CimChangeOptions { ReadingShare = double.NaN } }, "CimBackendOptions.Changes.ReadingShare"),
        new(new CimBackendOptions { TimeProvider = null! }, "CimBackendOptions.TimeProvider"),
        new(new CimBackendOptions { Credential = new NetworkCredential("u", "p") }, "always reached as the caller"),
    ];

    [TestCaseSource(nameof(Nonsense))]
    public void Options_that_make_no_sense_are_refused_at_once(CimBackendOptions options, string text) =>
        Assert.That(() => CimBackend.Local(options), Throws.TypeOf<InvalidOptionsException>().With.Message.Contains(text));

    [Test]
    public void The_defaults_are_documented()
    {
        var options = CimBackendOptions.Default;

        Assert.That((options.Namespace, options.Protocol, options.Credential), Is.EqualTo(("root/cimv2", CimProtocol.WSMan, (CimAccount?)null)));
        Assert.That((options.QueryTimeout, options.OperationTimeout), Is.EqualTo((TimeSpan.FromMinutes(2), Timeout.InfiniteTimeSpan)));
        Assert.That(
            (options.MaxDepth, options.MaxRowText, options.MaxRowValues, options.MaxItems), Is.EqualTo((16, 1_048_576, 65_536, 200_000)));
        Assert.That((options.AllowAnyPlatform, options.TimeProvider), Is.EqualTo((false, TimeProvider.System)));
        Assert.That(
            (options.FallBackToDcom, options.Port, options.UseHttps, options.Proxy), Is.EqualTo((false, (int?)null, false, (CimProxyOptions?)null)));
        Assert.That((options.Authentication, options.Impersonation), Is.EqualTo((CimAuthentication.Default, CimImpersonation.Default)));
        Assert.That((options.Culture, options.UICulture), Is.EqualTo(((CultureInfo?)null, (CultureInfo?)null)));
        Assert.That(
            (options.CheckCertificateAuthority, options.CheckCertificateName, options.CheckCertificateRevocation), Is.EqualTo((true, true, true)));
        Assert.That((options.PacketPrivacy, options.PacketIntegrity), Is.EqualTo((true, true)));
        Assert.That((options.ConnectTimeout, options.MaxConcurrentOperations), Is.EqualTo((TimeSpan.FromSeconds(30), 16)));
        Assert.That(options.Reconnect, Is.EqualTo(new CimReconnectOptions
        {
            Attempts = 3,
            FirstDelay = TimeSpan.FromMilliseconds(250),
            LongestDelay = TimeSpan.FromSeconds(10),
        }));
        Assert.That(
            (options.Dialect, options.MethodTarget, options.Changes, options.Logger),
            Is.EqualTo((CimDialect.Windows, CimMethodTarget.Class, CimChangeOptions.Default, (ILogger?)null)));
        Assert.That(
            typeof(CimBackendOptions).GetProperties().Count(property => !property.GetMethod!.IsStatic),
            Is.EqualTo(31),
            "a new option needs its default here");
    }

    [Test]
    public void The_defaults_of_changes_are_documented()
    {
        var options = CimChangeOptions.Default;

        Assert.That(
            (options.Source, options.PollingInterval, options.ShortestInterval, options.LongestInterval, options.ReadingShare),
            Is.EqualTo((CimChangeSource.Automatic, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), 0.1)));
        Assert.That(
            typeof(CimChangeOptions).GetProperties().Count(property => !property.GetMethod!.IsStatic),
            Is.EqualTo(5),
            "a new option needs its default here");
    }

    [Test]
    public async Task It_can_do_all_methods_of_the_provider_and_says_why_it_cannot_do_the_rest()
    {
        await using var backend = Backends.Over(Substitute.For<ICimTransport>());

        Assert.That(backend.Capabilities, Is.EqualTo((BackendCapabilities)0b1111_1111_1111 | BackendCapabilities.Configuration));
        Assert.That(() => backend.Files, Throws.TypeOf<OperationNotSupportedException>().With.Message.Contains("System.IO"));
    }

    [Test]
    public async Task After_disposal_every_member_says_so_and_the_session_is_closed_once()
    {
        var transport = Substitute.For<ICimTransport>();
        var backend = Backends.Over(transport);
        var path = UncPath.Parse(@"\\srv\docs");
        await backend.DisposeAsync();
        await backend.DisposeAsync();

        Assert.That(() => backend.QueryItemsAsync(new WqlSelectQuery("Win32_OfflineFilesItem"), default), Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => backend.FindItemAsync(path, default).AsTask(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => backend.Changes, Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => backend.GetStateAsync(default), Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => backend.SynchronizeAsync([path], SyncOptions.Default, null, default), Throws.TypeOf<ObjectDisposedException>());
        await Assert.ThatAsync(() => backend.EnableAsync(true, default), Throws.TypeOf<ObjectDisposedException>());
        await transport.Received(1).DisposeAsync();
    }
}
