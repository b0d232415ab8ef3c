using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OfflineFiles.Sdk.Cim;
using OfflineFiles.Sdk.Embedded;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Conformance.Objects;

/// <summary>
/// Options that a program binds from its configuration: every option that has a text is bound, and what cannot be bound is an error, at the latest when
/// the options are used.
/// </summary>
[TestFixture]
public sealed class ConfigurationTests
{
    // Options type -> JSON -> what it must be.
    private static IEnumerable<TestCaseData> Bindings()
    {
        static TestCaseData Case<T>(string json, T expected)
            where T : class => new TestCaseData(typeof(T), json, expected).SetArgDisplayNames(typeof(T).Name);
        yield return Case(
            """{"CacheDirectory":"/c","UserName":"ann","Shares":[{"Share":"\\\\srv\\docs","Directory":"/d"},{"Share":"\\\\srv\\home","Directory":"/h"}]}""",
            new EmbeddedBackendOptions { CacheDirectory = "/c", UserName = "ann", Shares = [new ShareMapping(@"\\srv\docs", "/d"), new ShareMapping(@"\\srv\home", "/h")] });
        yield return Case(
            """
            {"Namespace":"root/x","Protocol":"Dcom","FallBackToDcom":"true","Port":"5986","UseHttps":true,"CheckCertificateName":false,"Authentication":"Kerberos","Culture":"de-DE",
            "ConnectTimeout":"00:00:05","MaxConcurrentOperations":4,"Reconnect":{"Attempts":9,"FirstDelay":"00:00:01"},"Changes":{"Source":"Snapshots","ReadingShare":0.5},
            "Proxy":{"Discovery":"Auto"},"OperationTimeout":"01:00:00","Dialect":"Omi"}
            """,
            new CimBackendOptions
            {
                Namespace = "root/x",
                Protocol = CimProtocol.Dcom,
                FallBackToDcom = true,
                Port = 5986,
                UseHttps = true,
                CheckCertificateName = false,
                Authentication = CimAuthentication.Kerberos,
                Culture = new System.Globalization.CultureInfo("de-DE"),
                ConnectTimeout = TimeSpan.FromSeconds(5),
                MaxConcurrentOperations = 4,
                Reconnect = new CimReconnectOptions { Attempts = 9, FirstDelay = TimeSpan.FromSeconds(1) },
                Changes = new CimChangeOptions { Source = CimChangeSource.Snapshots, ReadingShare = 0.5 },
                Proxy = new CimProxyOptions { Discovery = CimProxyDiscovery.Auto },
                OperationTimeout = TimeSpan.FromHours(1),
                Dialect = CimDialect.Omi,
            });
        yield return Case(
            """{"ClientEvaluation":"Throw","RefuseFullScan":true,"Timeout":"00:00:30","Buffering":"Buffered","PageSize":10}""",
            new QueryOptions { ClientEvaluation = ClientEvaluation.Throw, RefuseFullScan = true, Timeout = TimeSpan.FromSeconds(30), Buffering = QueryBuffering.Buffered, PageSize = 10 });
        yield return Case("""{"Flags":"ForAll, Fill","Deep":false}""", new PinOptions { Flags = PinControlFlags.ForAll | PinControlFlags.Fill, Deep = false });
        yield return Case("""{"Flags":"ForAll","Deep":false}""", new UnpinOptions { Flags = PinControlFlags.ForAll, Deep = false });
        yield return Case("""{"Flags":"SyncIn","ConflictPolicy":"KeepLatest"}""", new SyncOptions { Flags = SyncControlFlags.SyncIn, ConflictPolicy = SyncConflictPolicy.KeepLatest });
        yield return Case("""{"Flags":"NoPinned"}""", new DeleteOptions { Flags = DeleteFlags.NoPinned });
        yield return Case("""{"Force":true,"Flags":"Interactive"}""", new OfflineTransitionOptions { Force = true, Flags = TransitionFlags.Interactive });
        yield return Case("""{"Server":"Any"}""", new WqlLintOptions { Server = WqlLintServer.Any });
        yield return Case("""{"Enabled":true,"ExcludedFileTypes":["*.pst"],"BackgroundSyncParams":{"SyncInterval":60}}""",
            new MachineConfiguration { Enabled = true, ExcludedFileTypes = ["*.pst"], BackgroundSyncParams = new BackgroundSyncSettings { SyncInterval = 60 } });
        yield return Case("""{"AssignedOfflineFiles":["\\\\srv\\docs"]}""", new UserConfiguration { AssignedOfflineFiles = [@"\\srv\docs"] });
        yield return Case(
            """{"Root":"\\\\srv\\docs","Machine":"cim:pc-042?port=5986","More":["\\\\srv\\home"]}""",
            new Own { Root = @"\\srv\docs", Machine = CimConnectionString.Parse("cim:pc-042?port=5986"), More = [@"\\srv\home"] });
    }

    [TestCaseSource(nameof(Bindings))]
    public void Every_option_with_a_text_is_bound(Type type, string json, object expected)
    {
        var bound = Configuration(json).Get(type, Strict)!;

        SameData.Hold(bound, expected, type.Name);
    }

    [Test]
    public void A_container_gives_the_options_that_were_configured()
    {
        var services = new ServiceCollection();
        services.Configure<EmbeddedBackendOptions>(Configuration("""{"CacheDirectory":"/c","Shares":[{"Share":"\\\\srv\\docs","Directory":"/d"}]}"""));
        using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<IOptions<EmbeddedBackendOptions>>().Value.Shares, Is.EqualTo(new[] { new ShareMapping(@"\\srv\docs", "/d") }));
    }

    // What stands in a list of shares -> what is said of it when the cache is opened. The binder leaves out an element that it cannot make, without a word.
    [TestCase("""[{"Share":"srv\\docs","Directory":"/d"}]""", @"Shares[0].Share is 'srv\docs', which is no UNC path. Write \\server\share, without anything below it.")]
    [TestCase("""[{"Share":"\\\\srv\\docs","Directory":"/d"},{"Share":"\\\\srv\\docs\\x","Directory":"/x"}]""", @"Shares[1].Share is '\\srv\docs\x', which is no share.")]
    [TestCase("""[{"Share":"\\\\srv\\docs","Directory":"/d"},{"Share":"\\\\?\\x","Directory":"/x"}]""", @"Shares[1].Share is '\\?\x', which is no UNC path.")]
    [TestCase("""[{"Share":"","Directory":"/d"}]""", "Shares[0].Share is '', which is no UNC path.")]
    [TestCase("""[{"Path":"\\\\srv\\docs","Directory":"/d"}]""", "Shares[0].Share is not given.")]
    [TestCase("""[{"Share":"\\\\srv\\docs","Folder":"/d"}]""", "Shares[0].Directory is not given.")]
    [TestCase("""["\\\\srv\\docs"]""", "Shares[0].Directory is not given.")]
    [TestCase("""{"Share":"\\\\srv\\docs","Directory":"/d"}""", "Shares[0].Share is '/d', which is no UNC path.")]
    public void A_share_that_is_wrong_is_told_when_the_cache_is_opened(string shares, string message)
    {
        var options = Configuration($$"""{"CacheDirectory":"/nowhere/cache","Shares":{{shares}}}""").Get<EmbeddedBackendOptions>()!;

        Assert.That(async () => await EmbeddedBackend.OpenAsync(options), Throws.TypeOf<InvalidOptionsException>().With.Message.Contains(message));
    }

    [TestCase("""{"Shares":[{"Share":"\\\\srv\\docs","Direktory":"/d"}]}""", typeof(EmbeddedBackendOptions))]
    [TestCase("""{"CacheDirektory":"/c"}""", typeof(EmbeddedBackendOptions))]
    [TestCase("""{"Porto":5}""", typeof(CimBackendOptions))]
    public void A_name_that_nobody_knows_is_an_error_of_a_strict_binder(string json, Type type) =>
        Assert.That(() => Configuration(json).Get(type, Strict), Throws.InvalidOperationException);

    [TestCase("""{"Port":"many"}""", typeof(CimBackendOptions))]
    [TestCase("""{"Reconnect":{"Attempts":"many"}}""", typeof(CimBackendOptions))]
    [TestCase("""{"Flags":"Everything"}""", typeof(PinOptions))]
    [TestCase("""{"Timeout":"long"}""", typeof(QueryOptions))]
    [TestCase("""{"Root":"C:\\temp"}""", typeof(Own))]
    [TestCase("""{"Machine":"pc-042"}""", typeof(Own))]
    public void A_value_that_is_none_is_an_error_of_the_binder(string json, Type type) =>
        Assert.That(() => Configuration(json).Get(type), Throws.InvalidOperationException);

    [Test]
    public void A_number_without_a_name_is_an_error_when_the_options_are_used()
    {
        var cim = Configuration("""{"Protocol":9}""").Get<CimBackendOptions>()!;
        var query = Configuration("""{"ClientEvaluation":9}""").Get<QueryOptions>()!;

        Assert.That(() => CimBackend.Remote("pc", cim), Throws.TypeOf<InvalidOptionsException>().With.Message.Contains("Protocol"));
        Assert.That(() => new OfflineFilesCache(new CountingBackend(), query), Throws.TypeOf<InvalidOptionsException>().With.Message.Contains("ClientEvaluation"));
    }

    [Test]
    public async Task A_change_of_options_that_were_used_has_no_effect()
    {
        var home = Directory.CreateTempSubdirectory("offlinefiles-options-");
        try
        {
            var shares = new List<ShareMapping> { new(@"\\srv\docs", home.CreateSubdirectory("docs").FullName) };
            var options = new EmbeddedBackendOptions { CacheDirectory = Path.Join(home.FullName, "cache"), Shares = shares };
            var queries = new QueryOptions();
            var opening = EmbeddedBackend.OpenAsync(options);
            shares[0].Directory = "/nowhere";
            options.CacheDirectory = "/nowhere";
            shares.Clear();
            await using var cache = new OfflineFilesCache(await opening, queries);
            queries.RefuseFullScan = true;
            cache.Items.Explain().Options.RefuseFullScan = true;

            Assert.That((await cache.GetAsync()).Location, Is.EqualTo(Path.Join(home.FullName, "cache")));
            Assert.That((await cache.PinAsync(@"\\srv\docs")).Succeeded, Is.True);
            Assert.That(await cache.Items.CountAsync(), Is.EqualTo(2));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    [Test]
    public void The_default_options_belong_to_everybody_and_cannot_be_changed()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => PinOptions.Default.Deep = false, Refused(nameof(PinOptions)));
            Assert.That(() => UnpinOptions.Default.Deep = false, Refused(nameof(UnpinOptions)));
            Assert.That(() => SyncOptions.Default.Flags = SyncControlFlags.None, Refused(nameof(SyncOptions)));
            Assert.That(() => DeleteOptions.Default.Flags = DeleteFlags.Admin, Refused(nameof(DeleteOptions)));
            Assert.That(() => OfflineTransitionOptions.Default.Force = true, Refused(nameof(OfflineTransitionOptions)));
            Assert.That(() => QueryOptions.Default.PageSize = 1, Refused(nameof(QueryOptions)));
            Assert.That(() => WqlLintOptions.Default.Server = WqlLintServer.Any, Refused(nameof(WqlLintOptions)));
            Assert.That(() => CimBackendOptions.Default.Port = 1, Refused(nameof(CimBackendOptions)));
            Assert.That(() => CimChangeOptions.Default.ReadingShare = 1, Refused(nameof(CimChangeOptions)));
            Assert.That(() => CimReconnectOptions.Default.Attempts = 1, Refused(nameof(CimReconnectOptions)));
            Assert.That(() => CimReconnectOptions.Never.Attempts = 1, Refused(nameof(CimReconnectOptions)));
            Assert.That((PinOptions.Default with { Deep = false }).Deep, Is.False);
            Assert.That(new CimBackendOptions { Reconnect = { Attempts = 5 } }.Reconnect.Attempts, Is.EqualTo(5));
            Assert.That(CimReconnectOptions.Default.Attempts, Is.EqualTo(3));
        });

        static NUnit.Framework.Constraints.IResolveConstraint Refused(string name) => Throws.TypeOf<InvalidOptionsException>().With.Message.Contains($"{name}.Default");
    }

    private static void Strict(BinderOptions options) => options.ErrorOnUnknownConfiguration = true;

    private static IConfiguration Configuration(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))).Build();

    /// <summary>Options of a program, which hold what the library has.</summary>
    public sealed class Own
    {
        public UncPath? Root { get; set; }

        public CimConnectionString? Machine { get; set; }

        public IReadOnlyList<UncPath> More { get; set; } = [];
    }
}
