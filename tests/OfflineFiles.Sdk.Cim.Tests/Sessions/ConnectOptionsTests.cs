using System.Globalization;
using System.Net;
using Microsoft.Management.Infrastructure.Options;
using OfflineFiles.Sdk.Cim.Options;

namespace OfflineFiles.Sdk.Cim.Tests.Sessions;

public sealed class ConnectOptionsTests
{
    private static readonly NetworkCredential Account = new("u", "p");
    private static readonly CimBackendOptions Dcom = new() { Protocol = CimProtocol.Dcom };

    private static IEnumerable<TestCaseData<CimBackendOptions, string>> Remote() =>
    [
        new(new() { Port = 0 }, "Port is 0."),
        new(new() { Port = 65536 }, "Port is 65536."),
        new(new() { Authentication = (CimAuthentication)99 }, "Authentication is 99, which is not a value of CimAuthentication. Use Default,"),
        new(new() { Impersonation = (CimImpersonation)99 }, "Impersonation is 99"),
        new(new() { Credential = new NetworkCredential("", "p") }, "Credential has no user name."),
        new(new() { Credential = new CimAccount { UserName = "u:p" } }, @"Credential is no account of Windows. Write domain\user or user@domain,"),
        new(new() { Credential = new CimAccount { UserName = "u", Domain = @"a\b" } }, "Credential is no account of Windows."),
        new(new() { UseHttps = true, Proxy = new() { Credential = new CimAccount { UserName = "u=p" } } }, "Proxy.Credential is no account of Windows."),
        new(new() { Namespace = "root/cimv2;x" }, "Namespace has characters that no namespace has. Write a namespace like root/cimv2."),
        new(new() { ConnectTimeout = TimeSpan.Zero }, "ConnectTimeout is 00:00:00."),
        new(new() { ConnectTimeout = TimeSpan.FromDays(50) }, "ConnectTimeout is 50.00:00:00. Give a time above zero, at most 49 days,"),
        new(new() { MaxConcurrentOperations = 0 }, "MaxConcurrentOperations is 0."),
        new(new() { MaxDepth = 2 }, "MaxDepth is 2. Give a number from 3 to 100."),
        new(new() { MaxDepth = 101 }, "MaxDepth is 101."),
        new(new() { MaxRowText = 0 }, "MaxRowText is 0. Allow at least 1."),
        new(new() { MaxRowValues = 0 }, "MaxRowValues is 0."),
        new(new() { MaxItems = -1 }, "MaxItems is -1."),
        new(new() { Reconnect = null! }, "Reconnect is null."),
        new(new() { Reconnect = new() { Attempts = -1 } }, "Reconnect.Attempts is -1."),
        new(new() { Reconnect = new() { FirstDelay = TimeSpan.Zero } }, "Reconnect.FirstDelay is 00:00:00."),
        new(new() { Reconnect = new() { LongestDelay = TimeSpan.FromMilliseconds(1) } }, "Reconnect.LongestDelay is 00:00:00.0010000."),
        new(new() { UseHttps = true, Proxy = new() { Discovery = (CimProxyDiscovery)9 } }, "Proxy.Discovery is 9"),
        new(new() { UseHttps = true, Proxy = new() { Authentication = CimAuthentication.Kerberos } }, "Proxy.Authentication is Kerberos"),
        new(
            new() { UseHttps = true, Proxy = new() { Authentication = CimAuthentication.Basic } },
            "Proxy.Authentication is Basic, which needs a user"),
        new(
            new() { UseHttps = true, Proxy = new() { Discovery = CimProxyDiscovery.None, Credential = Account } },
            "Proxy.Credential is given without a proxy."),
        new(new() { Proxy = new() }, "Proxy is given without UseHttps"),
        new(new() { CheckCertificateAuthority = false }, "CheckCertificateAuthority is false without UseHttps"),
        new(new() { CheckCertificateName = false }, "CheckCertificateName is false without UseHttps"),
        new(new() { CheckCertificateRevocation = false }, "CheckCertificateRevocation is false without UseHttps"),
        new(new() { UseHttps = true, PacketPrivacy = false }, "PacketPrivacy is false with UseHttps"),
        new(new() { PacketIntegrity = false }, "PacketIntegrity is given for WS-Management"),
        new(new() { Impersonation = CimImpersonation.Delegate }, "Impersonation is given for WS-Management"),
        new(new() { Authentication = CimAuthentication.CredSsp }, "Authentication is CredSsp, which needs a user and a password."),
        new(new() { Authentication = CimAuthentication.Basic, Credential = Account }, "Authentication is Basic without UseHttps"),
        new(new() { Authentication = CimAuthentication.Digest, Credential = Account }, "Authentication is Digest without UseHttps"),
        new(
            new() { Authentication = CimAuthentication.Basic, Credential = Account, UseHttps = true, FallBackToDcom = true },
            "Authentication is Basic, which DCOM does not have"),
        new(Dcom with { Authentication = CimAuthentication.CredSsp, Credential = Account }, "Authentication is CredSsp, which DCOM does not have"),
        new(Dcom with { Port = 5985 }, "Port is given for DCOM"),
        new(Dcom with { UseHttps = true }, "UseHttps is given for DCOM"),
        new(Dcom with { Proxy = new() }, "Proxy is given for DCOM"),
        new(Dcom with { FallBackToDcom = true }, "FallBackToDcom is given with Protocol Dcom"),
        new(Dcom with { PacketIntegrity = false }, "PacketIntegrity is false with PacketPrivacy"),
    ];

    [TestCaseSource(nameof(Remote))]
    public void Options_that_contradict_each_other_are_refused_at_once(CimBackendOptions options, string text) =>
        Assert.That(
            () => CimBackend.Remote("pc42", options), Throws.TypeOf<InvalidOptionsException>().With.Message.Contains($"CimBackendOptions.{text}"));

    private static IEnumerable<CimBackendOptions> Sound() =>
    [
        new(),
        new() { Port = 5986, UseHttps = true, CheckCertificateName = false, CheckCertificateRevocation = false, CheckCertificateAuthority = false },
        new() { UseHttps = true, Authentication = CimAuthentication.Basic, Credential = Account,
            Proxy = new() { Credential = Account, Authentication = CimAuthentication.Basic } },
        new() { Authentication = CimAuthentication.Basic, Credential = Account, PacketPrivacy = false },
        new() { Authentication = CimAuthentication.Kerberos, Culture = CultureInfo.GetCultureInfo("de-DE"), UICulture = CultureInfo.GetCultureInfo("en-US") },
        new() { FallBackToDcom = true, Impersonation = CimImpersonation.Impersonate, Port = 5985 },
        Dcom with { Authentication = CimAuthentication.NtlmDomain, Credential = Account, PacketPrivacy = false, PacketIntegrity = false },
        new() { Proxy = new() { Discovery = CimProxyDiscovery.None } },
        new() { ConnectTimeout = Timeout.InfiniteTimeSpan, Reconnect = CimReconnectOptions.Never, MaxConcurrentOperations = 1 },
    ];

    [TestCaseSource(nameof(Sound))]
    public async Task Options_that_go_together_are_taken(CimBackendOptions options)
    {
        await using var backend = CimBackend.Remote("pc42", options with { AllowAnyPlatform = true });

        Assert.That(backend.Description.ToString(), Is.EqualTo("CIM (pc42)"));
    }

    [TestCase("pc-042")]
    [TestCase("pc.contoso.com")]
    [TestCase("straße_1")]
    [TestCase("10.1.2.3")]
    [TestCase("::1")]
    [TestCase("fe80::1%eth0")]
    public async Task A_machine_goes_by_its_name_or_its_address(string name)
    {
        await using var backend = CimBackend.Remote(name, new CimBackendOptions { AllowAnyPlatform = true });

        Assert.That(backend.Description.Target, Is.EqualTo(name));
    }

    [TestCase("", "The name of the machine is empty.")]
    [TestCase(" ", "The name of the machine is empty.")]
    [TestCase("u:p@pc", "The text names a user or a password with the machine. Name the machine alone,")]
    [TestCase("pc password=p", "The text names a user or a password with the machine.")]
    [TestCase("pc:5986", "The text has a colon in the name of the machine. Give a port as CimBackendOptions.Port,")]
    [TestCase("[::1]", "The text is no name of a machine. Write its name or address, without slashes, user or spaces.")]
    [TestCase("[::1]:5985", "The text is no name of a machine.")]
    [TestCase("https://pc", "The text has a colon in the name of the machine.")]
    [TestCase("pc/x", "The text is no name of a machine.")]
    [TestCase("pc\nx", "The text is no name of a machine.")]
    public void What_is_no_name_of_a_machine_is_refused(string text, string message) => Assert.That(
        () => CimBackend.Remote(text), Throws.TypeOf<InvalidOptionsException>().With.Property("Option").EqualTo("computerName").And.Message.Contains(message));

    [Test]
    public void All_faults_are_told_in_one_error()
    {
        var error = Assert.Throws<InvalidOptionsException>(() => CimBackend.Remote("pc42", Dcom with { Port = 70000, Namespace = "", MaxConcurrentOperations = -1 }))!;

        Assert.That(error.Option, Is.EqualTo(
            "CimBackendOptions.Namespace, CimBackendOptions.Port, CimBackendOptions.MaxConcurrentOperations"));
        Assert.That(error.Message, Is.EqualTo(
            "CimBackendOptions.Namespace is empty. Write root/cimv2. CimBackendOptions.Port is 70000. Give a port from 1 to 65535. "
            + "CimBackendOptions.MaxConcurrentOperations is -1. Allow at least 1. "
            + "CimBackendOptions.Port is given for DCOM, where it means nothing. Leave it out, or use CimProtocol.WSMan."));
    }

    private static IEnumerable<CimBackendOptions> Routes() =>
    [
        Dcom,
        new() { FallBackToDcom = true },
        new() { Port = 5985 },
        new() { UseHttps = true },
        new() { CheckCertificateAuthority = false },
        new() { CheckCertificateName = false },
        new() { CheckCertificateRevocation = false },
        new() { Proxy = new() },
        new() { Credential = Account },
        new() { Authentication = CimAuthentication.Kerberos },
        new() { Impersonation = CimImpersonation.Delegate },
        new() { PacketPrivacy = false },
        new() { PacketIntegrity = false },
    ];

    [TestCaseSource(nameof(Routes))]
    public void How_to_reach_another_machine_is_refused_for_this_one_and_for_a_session_that_is_there(CimBackendOptions options)
    {
        Assert.That(
            () => CimBackend.Local(options), Throws.TypeOf<InvalidOptionsException>().With.Message.Contains("is given for the local machine"));
        Assert.That(
            () => CimBackendOptionsValidator.Validate(options, CimTarget.GivenSession),
            Throws.TypeOf<InvalidOptionsException>().With.Message.Contains("is given with a session that is there already"));
    }

    [Test]
    public void A_session_that_is_there_has_its_culture_and_was_made_in_its_time()
    {
        var options = new CimBackendOptions { Culture = CultureInfo.InvariantCulture, UICulture = CultureInfo.InvariantCulture, ConnectTimeout = TimeSpan.FromSeconds(1) };

        Assert.That(() => CimBackendOptionsValidator.Validate(options, CimTarget.GivenSession), Throws.TypeOf<InvalidOptionsException>()
            .With.Property("Option").EqualTo("CimBackendOptions.Culture, CimBackendOptions.UICulture, CimBackendOptions.ConnectTimeout"));
        Assert.That(CimBackendOptionsValidator.Validate(options, CimTarget.ThisMachine), Is.EqualTo(options));
        Assert.That(() => CimSessionExtensions.ToOfflineFilesBackend(null!), Throws.ArgumentNullException);
    }

    [Test]
    public void Our_choices_have_the_numbers_of_the_native_ones()
    {
        Assert.That(Numbers<CimAuthentication>(), Is.EqualTo(Numbers<PasswordAuthenticationMechanism>()));
        Assert.That(Numbers<CimProxyDiscovery>(), Is.EqualTo(Numbers<ProxyType>()));
        Assert.That(
            Numbers<CimImpersonation>(),
            Is.EqualTo(Numbers<ImpersonationType>().Select(pair => pair.Replace("None", "Anonymous", StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Numbers<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => $"{value} {value:D}");
}
