using Microsoft.Extensions.Logging;
using NSubstitute;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>Nothing is silent: what Explain shows, and what the options make of a predicate that runs in the caller.</summary>
[TestFixture]
public sealed class ExplainTests
{
    private static readonly QueryOptions Strict = new() { ClientEvaluation = ClientEvaluation.Throw };

    private static OfflineFilesCache Open(PushdownProfile profile, QueryOptions? options = null) => new(new InMemoryBackend(SampleItems.All, profile), options);

    private static IEnumerable<TestCaseData> OfNothing()
    {
        static TestCaseData Case(string name, Func<IQueryable<OfflineFilesItem>, IQueryable<object?>> query) => new TestCaseData(query).SetArgDisplayNames(name);
        yield return Case("Take(0)", items => items.Take(0));
        yield return Case("Take(-1)", items => items.Skip(3).Take(-1));
        yield return Case("Take(2..2)", items => items.Take(2..2));
        yield return Case("Take(^1..^5)", items => items.Take(^1..^5));
        yield return Case("TakeLast(0)", items => items.TakeLast(0));
        yield return Case("Take(0) of two queries", items => items.Concat(items.Where(i => i.ItemName == "a")).Take(0).OrderBy(i => i.ItemName));
        yield return Case("Take(0) and something else", items => items.Take(0).DefaultIfEmpty());
        yield return Case("two that take nothing", items => items.Take(0).Union(items.TakeLast(0)));
    }

    [TestCaseSource(nameof(OfNothing))]
    public async Task Where_no_row_is_wanted_none_is_asked_for_and_none_is_shown(Func<IQueryable<OfflineFilesItem>, IQueryable<object?>> query)
    {
        var backend = new InMemoryBackend(SampleItems.All, PushdownProfile.Everything);
        await using var cache = new OfflineFilesCache(backend, new QueryOptions { RefuseFullScan = true });
        var asked = query(cache.Items);

        Assert.That((asked.ToWql(), asked.Explain().AccessPath, asked.Explain().Refusal), Is.EqualTo(("", QueryAccessPath.Nothing, (QueryTranslationException?)null)));
        Assert.That(await asked.ToListAsync(), Is.EqualTo(query(SampleItems.All.AsQueryable()).ToList()));
        Assert.That(() => cache.Items.ElementAtAsync(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(cache.Items.ElementAtOrDefault(^0), Is.Null);
        Assert.That(backend.Asked, Is.Empty);
    }

    [Test]
    public async Task Explain_tells_what_runs_where()
    {
        await using var cache = Open(PushdownProfile.Everything);
        var items = cache.Items;

        Golden.Check("explain-scan.txt", items
            .Where(i => i.ItemType == OfflineFilesItemType.File && i.ItemName.StartsWith("q", StringComparison.Ordinal))
            .Where(i => i.FileSysInfo!.LocalAttributes.HasFlag(FileAttributes.Hidden))
            .OrderBy(i => i.FileSysInfo!.LocalSize).ThenByDescending(i => i.ItemName).Skip(10).Take(5)
            .Select(i => new { i.ItemName, i.FileSysInfo!.LocalSize }).Explain().ToString());
        Golden.Check("explain-subtree.txt", items.Where(i => i.IsUnder(@"\\srv\data") && i.ChangeInfo!.Dirty).Explain().ToString());
        Golden.Check("explain-lookup.txt", items.Where(i => i.ItemPath == @"\\srv\data" && !i.PinInfo!.Pinned).Explain().ToString());
        Golden.Check("explain-nothing.txt", items.Where(i => i.ItemName == "a" && false).Explain().ToString());
        Golden.Check("explain-after-take.txt", items.Take(5).Where(i => i.PinInfo!.Pinned).Explain().ToString());
        Golden.Check("explain-select.txt", items.Select(i => new { i.ItemName, Size = i.FileSysInfo!.LocalSize }).Where(x => x.ItemName == "a" && x.Size == 0).Explain().ToString());
        Golden.Check("explain-combined.txt", items
            .Where(i => i.PinInfo!.Pinned).Join(items.Where(s => s.ItemType == OfflineFilesItemType.Share && s.ItemName.Length > 3), i => i.ParentItemPath, s => s.ItemPath, (i, s) => new { i.ItemName, Share = s.ItemName })
            .GroupBy(x => x.Share).Select(g => g.Key).Concat(new[] { "other" }).Explain().ToString());
    }

    [Test]
    public async Task Explain_says_what_the_Windows_provider_is_not_asked()
    {
        await using var cache = Open(PushdownProfile.WindowsProvider);

        Golden.Check("explain-windows.txt", cache.Items
            .Where(i => i.IsUnder(@"\\srv\data") && i.ParentItemPath != null && i.PinInfo!.Pinned && i.ParentItemPath == @"\\srv\data").Explain().ToString());
        Golden.Check("explain-walk.txt", cache.Items.Where(i => i.IsUnder(@"\\srv\data") && i.PinInfo!.Pinned && i.ItemName.Length > 3).Explain().ToString());
    }

    [Test]
    public async Task Explain_tells_each_of_several_requests()
    {
        await using var cache = Open(PushdownProfile.WindowsProvider);
        var parents = Enumerable.Range(0, 9).Select(number => $@"\\srv\data\{number}").ToList();

        Golden.Check("explain-several.txt", cache.Items.Where(i => parents.Contains(i.ParentItemPath!) && i.PinInfo!.Pinned).Explain().ToString());
    }

    [Test]
    public async Task Explain_shows_tags_and_the_options_that_are_not_usual()
    {
        var options = new QueryOptions { ClientEvaluation = ClientEvaluation.Warn, Timeout = TimeSpan.FromSeconds(90), Buffering = QueryBuffering.Buffered, PageSize = 500 };
        await using var cache = Open(PushdownProfile.Everything);
        var query = cache.Items.Tag("nightly report").Where(i => i.PinInfo!.Pinned).WithOptions(options).Tag("Contoso").Take(3);
        var explanation = query.Explain();

        Golden.Check("explain-tags-and-options.txt", explanation.ToString());
        Assert.That(explanation.Tags, Is.EqualTo(new[] { "nightly report", "Contoso" }));
        Assert.That(explanation.Options, Is.SameAs(options));
        Assert.That(query.ToWql(), Does.Not.Contain("report"));
        Assert.That(query.Expression.ToString(), Does.Not.Contain("report"), "the tree stays plain");
    }

    [Test]
    public async Task Explain_shows_the_first_of_many_requests()
    {
        await using var cache = Open(PushdownProfile.Everything);
        var paths = Enumerable.Range(1, 7).Select(n => $@"\\srv\data\{n}").ToList();
        var explanation = cache.Items.Where(i => paths.Contains(i.ItemPath)).Explain();

        Assert.That(explanation.Requests, Is.EqualTo(paths.Select(ShownRequests.LookUp)));
        Assert.That(explanation.ToString(), Does.Contain(explanation.Requests[4]).And.Contain("and 2 more\n").And.Not.Contain(explanation.Requests[5]));
    }

    [Test]
    public async Task A_query_that_cannot_run_is_explained_by_its_refusal()
    {
        await using var cache = Open(PushdownProfile.Everything);
        var forbidden = cache.Items.Where(i => i.PinInfo!.Pinned && i.ItemName.Length > 3).WithOptions(Strict).Explain();
        string? nothing = null;
        var unplanned = cache.Items.Where(i => i.ItemName.Length > nothing!.Length).Explain();

        Golden.Check("explain-refused.txt", forbidden.ToString());
        Golden.Check("explain-no-plan.txt", unplanned.ToString());
        Assert.That(forbidden.Predicates.Select(part => part.Verdict), Is.EqualTo(new[] { PredicateVerdict.Pushed, PredicateVerdict.Refused }));
        Assert.That(forbidden.Predicates[1].ResidualBecause, Is.EqualTo(forbidden.Refusal!.Reason));
        Assert.That((unplanned.Wql, unplanned.AccessPath, unplanned.Requests.Count), Is.EqualTo(("", QueryAccessPath.Nothing, 0)));
    }

    [Test]
    public async Task Every_verdict_is_there_to_be_read()
    {
        await using var cache = Open(PushdownProfile.Everything);
        var split = cache.Items
            .Where(i => i.PinInfo!.Pinned && i.ItemName.StartsWith("q", StringComparison.Ordinal) && i.ItemName.Length > 3).Take(2).OrderBy(i => i.ItemName).Explain();
        var found = cache.Items.Where(i => i.ItemPath == @"\\srv" && i.PinInfo!.Pinned).Explain();

        Assert.That(split.Predicates.Select(part => part.Verdict), Is.EqualTo(new[] { PredicateVerdict.Pushed, PredicateVerdict.PushedThenChecked, PredicateVerdict.Residual }));
        Assert.That(found.Predicates.Select(part => part.Verdict), Is.EqualTo(new[] { PredicateVerdict.Leading, PredicateVerdict.CheckedOnLookup }));
        Assert.That(split.Predicates.Concat(found.Predicates).Select(part => part.RunsInCaller), Is.EqualTo(new[] { false, true, true, false, true }));
        Assert.That(split.Predicates[2].ToString(), Is.EqualTo("i.ItemName.Length > 3: residual, because Length has no WQL form"));
        Assert.That(split.ClientOperators.Select(step => step.HoldsAllRows), Is.EqualTo(new[] { false, false, true }));
        Assert.That((split.HasResidual, found.HasResidual), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task A_raw_query_explains_itself_as_well()
    {
        await using var everything = Open(PushdownProfile.Everything);
        await using var windows = new OfflineFilesCache(new WindowsTrapBackend(SampleItems.All));
        const string Split = "SELECT ItemName FROM Win32_OfflineFilesItem WHERE ItemType = 0 AND ItemPath LIKE '%a%'";

        Golden.Check("explain-raw-windows.txt", windows.Query(WqlQuery.Parse(Split)).Tag("audit").Explain().ToString());
        Golden.Check("explain-raw-refused.txt", windows.Query(WqlQuery.Parse(Split)).WithOptions(Strict).Explain().ToString());
        Golden.Check("explain-raw-lookup.txt", everything.Query($"SELECT * FROM Win32_OfflineFilesItem WHERE ItemPath = {@"\\srv"} AND ItemType = 3").Explain().ToString());
        Golden.Check("explain-raw-state.txt", everything.Query($"SELECT * FROM Win32_OfflineFilesCache").Explain().ToString());
        Assert.That(everything.Query($"SELECT Nmae FROM Win32_OfflineFilesItem").Explain().Refusal!.Message, Does.StartWith("'Nmae'"));
    }

    [Test]
    public async Task The_text_of_a_query_is_its_WQL_and_nothing_runs()
    {
        var backend = new InMemoryBackend(SampleItems.All, PushdownProfile.Everything);
        await using var cache = new OfflineFilesCache(backend);
        var query = cache.Items.Where(i => i.PinInfo!.Pinned);

        Assert.That(query.ToString(), Is.EqualTo("SELECT * FROM Win32_OfflineFilesItem WHERE PinInfo.Pinned = TRUE").And.EqualTo(query.ToWql()));
        Assert.That(cache.Items.ToString(), Is.EqualTo("SELECT * FROM Win32_OfflineFilesItem"));
        Assert.That(cache.Items.Where(_ => false).ToWql(), Is.Empty);
        Assert.That(cache.Items.SelectMany(_ => cache.Items).ToString(), Does.StartWith("no query: 'SelectMany("));
        Assert.That(backend.Queries, Is.Empty);
    }

    [Test]
    public async Task Too_many_terms_stay_in_the_caller()
    {
        await using var cache = Open(PushdownProfile.WindowsProvider);
        var names = Enumerable.Range(0, 60).Select(n => $"name{n}").ToList();

        var explanation = cache.Items.Where(i => i.PinInfo!.Pinned && names.Contains(i.ItemName)).Explain();

        Assert.That(explanation.Wql, Does.EndWith("WHERE PinInfo.Pinned = TRUE"));
        Assert.That(explanation.Predicates[1].ResidualBecause, Does.Contain("more than the 50 terms"));
    }

    [Test]
    public async Task Throw_refuses_a_residual_predicate_and_names_the_part()
    {
        await using var cache = Open(PushdownProfile.Everything, Strict);

        var refusal = await Assert.ThrowsAsync<QueryTranslationException>(() => cache.Items.Where(i => i.ItemType == 0 && (i.ItemName == "a" || i.ItemName.Length > 3)).ToListAsync());

        Assert.That(refusal!.Expression, Is.EqualTo("i.ItemName.Length > 3"));
        Assert.That(refusal.Message, Does.Contain("WQL form").And.Contain("Explain()"));
        Assert.That(() => cache.Items.Take(3).Where(i => i.PinInfo!.Pinned).ToList(), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("after Take"));
    }

    [Test]
    public async Task Throw_leaves_operators_alone_that_always_run_in_the_caller()
    {
        await using var cache = Open(PushdownProfile.Everything, Strict);

        var names = await cache.Items.Where(i => i.PinInfo!.Pinned).OrderBy(i => i.ItemName.Length).Skip(1).Take(1).Select(i => i.ItemName.ToUpperInvariant()).ToListAsync();
        var found = await cache.Items.Where(i => i.ItemPath == @"\\srv\data" && i.SuspendInfo!.Suspended).ToListAsync();

        Assert.That(names, Is.EqualTo(new[] { "Q1.XLSX" }));
        Assert.That(found, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Warn_logs_the_part_and_runs()
    {
        var logger = Substitute.For<ILogger>();
        logger.IsEnabled(LogLevel.Warning).Returns(true);
        await using var cache = Open(PushdownProfile.Everything);

        var count = await cache.Items.WithOptions(new QueryOptions { ClientEvaluation = ClientEvaluation.Warn, Logger = logger }).CountAsync(i => i.ItemName.Length == 3);

        Assert.That(count, Is.EqualTo(1));
        var call = logger.ReceivedCalls().Single(received => received.GetMethodInfo().Name == nameof(ILogger.Log));
        Assert.That(call.GetArguments()[0], Is.EqualTo(LogLevel.Warning));
        Assert.That(call.GetArguments()[1], Is.EqualTo(new EventId(1001, "ClientEvaluation")).Using<EventId>((x, y) => x.Id == y.Id && x.Name == y.Name));
        Assert.That(call.GetArguments()[2]!.ToString(), Does.Contain("i.ItemName.Length == 3").And.Contain("no WQL form"));
    }

    [Test]
    public async Task Options_belong_to_the_query_they_were_given_to()
    {
        await using var cache = Open(PushdownProfile.Everything, Strict);
        var strict = cache.Items.Where(i => i.ItemName.Length == 3);

        Assert.That(await strict.WithOptions(QueryOptions.Default).CountAsync(), Is.EqualTo(1));
        Assert.That(() => strict.CountAsync(), Throws.TypeOf<QueryTranslationException>());
    }
}
