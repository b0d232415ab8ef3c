using Microsoft.Extensions.Logging;
using NSubstitute;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Queries;

/// <summary>How a raw query reaches a backend that only reads items: what is pushed, looked up, run here and refused.</summary>
[TestFixture]
public sealed class RawQueryTests
{
    private const string Items = "SELECT * FROM Win32_OfflineFilesItem";

    [Test]
    public async Task What_the_profile_allows_is_pushed_and_the_rest_runs_on_the_rows()
    {
        var (cache, backend) = Over(PushdownProfile.WindowsProvider);

        var rows = await cache.Query(WqlQuery.Parse($@"{Items} WHERE ItemType = 0 AND ItemPath LIKE '%\\data\\%' AND NOT ItemName = 'axb.txt'")).ToListAsync();

        Assert.That(backend.Queries, Is.EqualTo(new[] { $"{Items} WHERE ItemType = 0 AND NOT ItemName = 'axb.txt'" }));
        Assert.That(rows.Select(row => row["ItemName"]), Is.EqualTo(new[] { "q1.xlsx", "Q2.XLSX", "100%_done[x].txt", "a_b.txt" }));
    }

    [Test]
    public async Task What_lies_below_a_path_is_walked_to_where_a_search_below_it_loses_rows()
    {
        var (cache, backend) = Over(PushdownProfile.WindowsProvider);

        var rows = await cache.Query(WqlQuery.Parse($@"{Items} WHERE ItemPath LIKE '\\\\SRV\\data\\%' AND ItemType = 0 AND NOT ItemName = 'axb.txt'")).ToListAsync();

        Assert.That(backend.Queries, Is.EqualTo(new[] { @"\\SRV\data", @"\\srv\data\Reports", @"\\srv\data\empty_dir" }
            .Select(path => $"{Items} WHERE ParentItemPath = {WqlConstant.String(path)}")));
        Assert.That(rows.Select(row => row["ItemName"]), Is.EqualTo(new[] { "a_b.txt", "q1.xlsx", "Q2.XLSX", "100%_done[x].txt" }));
    }

    [TestCase(@"ItemPath = '\\\\SRV\\data'", 1)]
    [TestCase(@"ItemPath = '\\\\srv\\data' AND ItemType = 0", 0)]
    [TestCase(@"ItemPath = '\\\\srv\\gone'", 0)]
    [TestCase(@"ItemPath = '\\\\srv\\data' OR ItemPath = '\\\\srv\\data2'", 2)]
    [TestCase(@"ItemPath = '\\\\srv\\data\\'", 0, Description = "no item is spelled with a backslash at its end")]
    public async Task Items_named_by_their_paths_are_looked_up(string where, int count)
    {
        var (cache, backend) = Over(PushdownProfile.WindowsProvider);

        Assert.That(await cache.Query(WqlQuery.Parse($"{Items} WHERE {where}")).ToListAsync(), Has.Count.EqualTo(count));
        Assert.That((backend.Queries, backend.LookedUp.Count > 0), Is.EqualTo((new List<string>(), true)));
    }

    [Test]
    public async Task A_select_list_asks_for_what_is_listed_and_for_what_runs_here()
    {
        var (cache, backend) = Over(new OnlyTypes());

        var row = await cache.Query(WqlQuery.Parse("SELECT ItemName, PinInfo.Pinned FROM Win32_OfflineFilesItem WHERE ItemType = 0 AND Sparse = TRUE")).FirstOrDefaultAsync();

        Assert.That(backend.Queries, Is.EqualTo(new[] { "SELECT ItemPath, ItemName, PinInfo, Sparse FROM Win32_OfflineFilesItem WHERE ItemType = 0" }));
        Assert.That(row!.Names, Is.EqualTo(new[] { "ItemPath", "ItemName", "PinInfo" }));
        Assert.That(row.As<OfflineFilesItem>()!.LoadedMembers.HasFlag(ItemMembers.ChangeInfo), Is.False);
        Assert.That(backend.OpenStreams, Is.Zero, "the first row was enough");
    }

    [TestCase("NOT Encrypted = TRUE")]
    [TestCase("Encrypted <> TRUE")]
    [TestCase("NOT ParentItemPath LIKE '%data%'")]
    public async Task NULL_is_the_NULL_of_WQL(string where)
    {
        foreach (var profile in new[] { PushdownProfile.Everything, PushdownProfile.Nothing, PushdownProfile.WindowsProvider })
        {
            var (cache, _) = Over(profile);
            var matches = WqlCompiler.Compile(WqlPredicate.Parse(where), ItemProperties.Instance);

            var rows = await cache.Query(WqlQuery.Parse($"{Items} WHERE {where}")).ToListAsync();

            Assert.That(rows.Select(row => row.Instance), Is.EqualTo(SampleItems.All.Where(matches)));
            Assert.That(rows.Select(row => row.Instance), Has.None.EqualTo(SampleItems.All[0]), "its NULL is neither equal nor different");
        }
    }

    [Test]
    public async Task The_options_can_forbid_that_a_part_runs_here()
    {
        var backend = new WindowsTrapBackend(SampleItems.All);
        var cache = new OfflineFilesCache(backend, new QueryOptions { ClientEvaluation = ClientEvaluation.Throw });

        await Assert.ThatAsync(
            () => cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0 AND ItemPath LIKE '%a%'").ToListAsync(),
            Throws.TypeOf<QueryTranslationException>().With.Property("Expression").EqualTo("ItemPath LIKE '%a%'").And.Message.Contains("Windows provider"));
        Assert.That(backend.Queries, Is.Empty);
        Assert.That(await cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 3").ToListAsync(), Has.Count.EqualTo(2));
        Assert.That(await cache.Query($"SELECT * FROM Win32_OfflineFilesCache WHERE Location IS NULL").ToListAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_options_can_ask_for_a_warning()
    {
        var logger = Substitute.For<ILogger>();
        logger.IsEnabled(LogLevel.Warning).Returns(true);
        var cache = new OfflineFilesCache(new WindowsTrapBackend(SampleItems.All), new QueryOptions { ClientEvaluation = ClientEvaluation.Warn, Logger = logger });

        await cache.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemPath LIKE '%a%'").ToListAsync();

        Assert.That(logger.ReceivedCalls().Count(call => call.GetMethodInfo().Name == "Log"), Is.EqualTo(1));
    }

    [Test]
    public async Task Rows_can_be_read_as_what_carries_them()
    {
        var (cache, _) = Over(PushdownProfile.Everything);
        var items = new List<OfflineFilesItem>();
        await foreach (var item in cache.QueryText($"{Items} WHERE ItemType = 3").As<OfflineFilesItem>()) items.Add(item);

        Assert.That(items, Is.EqualTo(SampleItems.All.Take(2)));
        Assert.That(await cache.Query(WqlQuery.Parse("SELECT Enabled FROM win32_OFFLINEfilesCache WHERE Active = TRUE")).As<OfflineFilesCacheState>().ToListAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public void Another_type_is_refused_before_anything_is_asked()
    {
        var (cache, backend) = Over(PushdownProfile.Everything);

        Assert.That(() => cache.QueryText(Items).As<PinInfo>(), Refused("carried by OfflineFilesItem"));
        Assert.That(() => cache.QueryText("SELECT * FROM Win32_Process").As<OfflineFilesItem>(), Refused("no type of the library"));
        Assert.That(() => cache.QueryText("SELECT Enabled FROM Win32_OfflineFilesMachineConfiguration").As<MachineConfiguration>(), Refused("cannot tell which"));
        Assert.That(() => cache.Query(new WqlSchemaQuery()).As<OfflineFilesItem>(), Refused("carried by CimClassSchema"));
        Assert.That(backend.Queries, Is.Empty);
    }

    [Test]
    public void A_text_that_is_no_query_is_refused_at_the_call()
    {
        var (cache, _) = Over(PushdownProfile.Everything);

        Assert.That(() => cache.QueryText("SELECT * FORM Win32_OfflineFilesItem"), Throws.TypeOf<WqlSyntaxException>());
        Assert.That(() => cache.QueryText(null!), Throws.ArgumentNullException);
    }

    [TestCase("SELECT * FROM Win32_OfflineFilesItems", typeof(QueryTranslationException), "Did you mean Win32_OfflineFilesItem?")]
    [TestCase("SELECT * FROM Win32_Process", typeof(QueryTranslationException), "no class of that name")]
    [TestCase("SELECT * FROM Win32_OfflineFilesPinInfo", typeof(QueryTranslationException), "SELECT PinInfo FROM Win32_OfflineFilesItem")]
    [TestCase("SELECT * FROM Win32_OfflineFilesDiskSpaceLimit", typeof(QueryTranslationException), "SELECT DiskSpaceLimitParams FROM Win32_OfflineFilesMachineConfiguration")]
    [TestCase("SELECT * FROM Win32_OfflineFilesUserConfiguration", typeof(OperationNotSupportedException), "holds no such objects")]
    [TestCase("SELECT * FROM Win32_OfflineFilesAssociatedItems", typeof(OperationNotSupportedException), "Associations")]
    [TestCase("SELECT Itemname, ItmName FROM Win32_OfflineFilesItem", typeof(QueryTranslationException), "Did you mean ItemName?")]
    [TestCase("SELECT Enabeld FROM Win32_OfflineFilesCache", typeof(QueryTranslationException), "Did you mean Enabled?")]
    [TestCase("SELECT * FROM Win32_OfflineFilesItem WHERE ItmName = 'a'", typeof(QueryTranslationException), "Did you mean ItemName?")]
    [TestCase("SELECT * FROM Win32_OfflineFilesCache WHERE Enabeld = TRUE", typeof(QueryTranslationException), "Did you mean Enabled?")]
    [TestCase("SELECT * FROM Win32_OfflineFilesItem WHERE Pinned = TRUE", typeof(QueryTranslationException), "Did you mean PinInfo.Pinned?")]
    [TestCase("SELECT Pinned FROM Win32_OfflineFilesItem", typeof(QueryTranslationException), "Did you mean PinInfo.Pinned?")]
    [TestCase("SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0 AND NOT (Foo = 1)", typeof(QueryTranslationException), "Check its spelling.")]
    [TestCase("SELECT * FROM Win32_OfflineFilesShare", typeof(QueryTranslationException), "Write Win32_OfflineFilesItem WHERE ItemType = 2.")]
    [TestCase("SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 'x'", typeof(WqlEvaluationException), "ItemType")]
    public async Task What_cannot_be_answered_is_refused_when_the_first_row_is_wanted(string wql, Type error, string text)
    {
        var (cache, backend) = Over(PushdownProfile.Everything);
        var query = cache.Query(WqlQuery.Parse(wql));

        await Assert.ThatAsync(() => query.ToListAsync(), Throws.TypeOf(error).With.Message.Contains(text));
        Assert.That(backend.Queries, Is.Empty);
    }

    [TestCase("Foo.Bar = 5")]
    [TestCase("NOT Foo.Bar = 5")]
    [TestCase("PinInfo.Elephant = TRUE")]
    [TestCase("ItemName.Length > 0")]
    public async Task A_name_with_dots_that_leads_nowhere_finds_nothing_and_is_no_error(string where)
    {
        var (cache, _) = Over(PushdownProfile.Everything);

        Assert.That(await cache.Query(WqlQuery.Parse($"{Items} WHERE {where}")).ToListAsync(), Is.Empty);
    }

    [Test]
    public void A_name_that_is_not_there_is_the_refusal_of_the_explanation()
    {
        var (cache, _) = Over(PushdownProfile.Everything);

        Assert.That(cache.Query(WqlQuery.Parse($"{Items} WHERE Pinned = TRUE")).Explain().Refusal!.Message, Does.Contain("Did you mean PinInfo.Pinned?"));
    }

    [Test]
    public async Task Two_properties_are_compared_in_the_caller_when_the_query_was_read_leniently()
    {
        var where = "ParentItemPath = ItemPath OR ItemName = ItemPath OR FileSysInfo.LocalSize = FileSysInfo.LocalSize";
        foreach (var profile in new[] { PushdownProfile.Everything, PushdownProfile.WindowsProvider, PushdownProfile.Nothing })
        {
            var (cache, backend) = Over(profile);
            var rows = await cache.Query(WqlQuery.Parse($"{Items} WHERE {where}", WqlParseOptions.Lenient)).As<OfflineFilesItem>().ToListAsync();

            Assert.That(
                rows.Select(item => item.ItemPath),
                Is.EquivalentTo(SampleItems.All.Where(item => item.FileSysInfo?.LocalSize is not null).Select(item => item.ItemPath)));
            if (profile == PushdownProfile.WindowsProvider) Assert.That(backend.Queries, Is.EqualTo([Items]));
        }
    }

    [Test]
    public void A_query_shows_itself_and_runs_nothing()
    {
        var (cache, backend) = Over(PushdownProfile.Everything);
        var query = cache.Query(WqlQuery.Parse("select * from Win32_OfflineFilesItem where ItemType=0"));

        Assert.That(query.ToString(), Is.EqualTo($"{Items} WHERE ItemType = 0"));
        Assert.That(backend.Queries, Is.Empty);
    }

    [Test]
    public async Task Cancelling_ends_the_stream_with_the_callers_token()
    {
        var (cache, backend) = Over(PushdownProfile.Everything);
        using var source = new CancellationTokenSource();
        var seen = 0;

        await Assert.ThatAsync(
            async () =>
            {
                await foreach (var row in cache.QueryText(Items).WithCancellation(source.Token))
                {
                    seen++;
                    await source.CancelAsync();
                }
            },
            Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(source.Token));
        Assert.That((seen, backend.OpenStreams), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task A_query_that_is_left_to_the_cache_cannot_be_read_without_one()
    {
        await using var backend = new InMemoryBackend(SampleItems.All, PushdownProfile.Everything);
        var rows = backend.QueryRowsAsync(WqlQuery.Parse(Items), CancellationToken.None);

        Assert.That(() => rows.GetAsyncEnumerator(), Throws.TypeOf<OperationNotSupportedException>().With.Message.EqualTo(
            "The InMemory backend does not support raw queries by itself. The cache answers them for it. Ask through OfflineFilesCache.Query."));
    }

    [Test]
    public async Task A_backend_that_wraps_another_passes_its_answers_on()
    {
        var (server, wrapped) = (new ServerBackend(), new List<WqlQuery>());
        await using var cache = new OfflineFilesCache(new WrappingBackend(server, wrapped));

        var service = await cache.Query(WqlQuery.Parse("SELECT * FROM Win32_Service")).ToListAsync();
        var items = await cache.Query(WqlQuery.Parse($"{Items} WHERE ItemType = 0")).ToListAsync();

        Assert.That(service.ConvertAll(row => row["Name"]), Is.EqualTo(new[] { "CscService" }));
        Assert.That(items, Is.Not.Empty);
        Assert.That(server.Queries, Is.EqualTo(new[] { $"{Items} WHERE ItemType = 0" }));
        Assert.That(wrapped, Has.Count.EqualTo(2));
    }

    private static (OfflineFilesCache Cache, InMemoryBackend Backend) Over(PushdownProfile profile)
    {
        var backend = profile == PushdownProfile.WindowsProvider ? new WindowsTrapBackend(SampleItems.All) : new InMemoryBackend(SampleItems.All, profile);
        return (new OfflineFilesCache(backend), backend);
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Refused(string text) => Throws.TypeOf<QueryTranslationException>().With.Message.Contains(text);

    private sealed class OnlyTypes : PushdownProfile
    {
        public override string Name => "only types";

        public override PushdownVerdict Judge(WqlPredicate conjunct) =>
            conjunct is WqlComparison { Property.Text: "ItemType" } ? PushdownVerdict.Allowed : PushdownVerdict.Refused("it is another");
    }

    private sealed class ServerBackend() : InMemoryBackend(SampleItems.All, PushdownProfile.Everything)
    {
        protected internal override IAsyncEnumerable<WqlRow>? QueryServerAsync(WqlQuery query, CancellationToken cancellationToken) =>
            ServicesAsync();

        private static async IAsyncEnumerable<WqlRow> ServicesAsync()
        {
            await Task.Yield();
            yield return new WqlRow("Win32_Service", [new("Name", "CscService")]);
        }
    }

    private sealed class WrappingBackend(ServerBackend inner, List<WqlQuery> wrapped) : InMemoryBackend([], PushdownProfile.Everything)
    {
        public override IAsyncEnumerable<WqlRow> QueryRowsAsync(WqlQuery query, CancellationToken cancellationToken)
        {
            wrapped.Add(query);
            return inner.QueryRowsAsync(query, cancellationToken);
        }
    }
}
