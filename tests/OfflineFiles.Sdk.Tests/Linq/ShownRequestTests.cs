using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Acceptance;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>
/// Whatever is shown of a query as WQL is a text that is sent: by ToWql, Explain, ToString, debuggers, logs and traces, text for text and in the
/// order in which it is sent. A person copies it.
/// </summary>
[TestFixture]
public sealed class ShownRequestTests
{
    private static IEnumerable<TestCaseData> Predicates() =>
        new PredicateCases().Cases.Select(one => (Lambda: one.Text, one.Predicate)).Concat(AccessPathTests.Predicates())
            .Select(one => new TestCaseData(one.Predicate).SetArgDisplayNames(one.Lambda));

    private static IEnumerable<TestCaseData> Operators() => EveryOperatorTests.Cases().Select(each => new TestCaseData(each).SetArgDisplayNames(each.Text));

    private static IEnumerable<TestCaseData> Queries() =>
        AcceptanceTests.Tables.SelectMany(table => table.Cases).Select(query => new TestCaseData(query).SetArgDisplayNames(query.Text));

    [TestCaseSource(nameof(Predicates))]
    public async Task What_is_shown_of_a_predicate_is_sent_and_nothing_else(Expression<Func<OfflineFilesItem, bool>> predicate)
    {
        foreach (var backend in QueryAssert.Backends())
        {
            await using var cache = new OfflineFilesCache(backend);
            var query = cache.Items.Where(predicate);
            var shown = query.Explain();
            Assert.That(backend.Asked, Is.Empty);

            await query.ToListAsync();

            Assert.That(ShownRequests.Difference(shown.Requests, backend.Asked), Is.Null, backend.Pushdown.Name);
            Assert.That(new[] { query.ToWql(), shown.Wql }, Is.All.EqualTo(string.Join("\n", shown.Requests)));
            Assert.That(shown.Predicates.Select(part => WhyWrong(part, shown)), Is.All.Null, $"{backend.Pushdown.Name}:\n{shown}");
            Assert.That(shown.ClientOperators, Has.Count.EqualTo(shown.Predicates.Any(part => part.RunsInCaller) ? 1 : 0));
        }
    }

    [TestCaseSource(nameof(Operators))]
    public async Task What_the_log_shows_of_an_operator_is_sent_in_that_order(object operatorCase)
    {
        foreach (var backend in QueryAssert.Backends())
            await CheckLogAsync(backend, items => OperatorCase.Outcome(() => ((OperatorCase)operatorCase).Query!(items)));
    }

    [TestCaseSource(nameof(Queries))]
    public async Task What_the_log_shows_of_a_query_is_sent_in_that_order(object query)
    {
        foreach (var backend in QueryAssert.Backends(SampleCache.All))
            await CheckLogAsync(backend, items => OperatorCase.Outcome(() => ((AcceptanceCase)query).Ask(items)));
    }

    [Test]
    public async Task Each_request_of_a_combined_query_is_shown_where_it_is_sent()
    {
        var backend = new WindowsTrapBackend(SampleItems.All);
        await using var cache = new OfflineFilesCache(backend);
        var names = cache.Items.Where(i => i.ItemPath == @"\\srv\data" || i.ItemPath == @"\\srv").Select(i => i.ItemName);
        var query = cache.Items.Where(i => i.ParentItemPath == @"\\srv").Select(i => i.ItemName)
            .Except(names)
            .Concat(cache.Items.Where(i => i.IsUnder(@"\\srv\data")).Select(i => i.ItemName));

        Assert.That(query.ToWql().Split('\n'), Is.EqualTo(new[]
        {
            @"Win32_OfflineFilesItem.ItemPath=""\\\\srv\\data""",
            @"Win32_OfflineFilesItem.ItemPath=""\\\\srv""",
            @"SELECT ItemPath, ItemName FROM Win32_OfflineFilesItem WHERE ParentItemPath = '\\\\srv'",
            @"SELECT ItemPath, ParentItemPath, ItemName, ItemType FROM Win32_OfflineFilesItem WHERE ParentItemPath = '\\\\srv\\data'",
            "then the same for each directory found",
        }));
        _ = query.ToList();
        Assert.That(ShownRequests.Difference(query.Explain().Requests, backend.Asked), Is.Null);
    }

    [Test]
    public async Task Of_many_requests_people_are_shown_the_first_and_programs_all()
    {
        await using var cache = new OfflineFilesCache(new WindowsTrapBackend(SampleItems.All));
        var paths = Enumerable.Range(0, 200).Select(number => $@"\\srv\data\{number}").ToList();
        var query = cache.Items.Where(i => paths.Contains(i.ItemPath));

        Assert.That((query.Explain().Requests.Count, query.ToWql().Split('\n').Length), Is.EqualTo((200, 200)));
        Assert.That(query.ToString()!.Split('\n'), Has.Length.EqualTo(6).And.Some.EqualTo("and 195 more"));
        Assert.That(query.Explain().ToString(), Does.Contain("and 195 more").And.Contain("leads to what is asked"));
    }

    [TestCase(@"ItemPath = '\\\\srv\\data'", @"Win32_OfflineFilesItem.ItemPath=""\\\\srv\\data""")]
    [TestCase(@"ItemPath LIKE '\\\\srv\\data\\%'", @"SELECT * FROM Win32_OfflineFilesItem WHERE ParentItemPath = '\\\\srv\\data'; then the same for each directory found")]
    [TestCase("ItemPath LIKE '%a' AND ItemType = 0", "SELECT * FROM Win32_OfflineFilesItem WHERE ItemType = 0")]
    [TestCase("ItemName = 'no path' OR ItemPath <> 'x'", "SELECT * FROM Win32_OfflineFilesItem")]
    public async Task A_raw_query_shows_what_is_sent_too(string where, string shown)
    {
        var backend = new WindowsTrapBackend(SampleItems.All);
        var logger = new RecordingLogger();
        await using var cache = new OfflineFilesCache(backend, new QueryOptions { Logger = logger });
        var query = cache.Query(WqlQuery.Parse($"SELECT * FROM Win32_OfflineFilesItem WHERE {where}"));

        await query.ToListAsync();

        Assert.That(string.Join("; ", query.Explain().Requests), Is.EqualTo(shown));
        Assert.That(logger.Entries[0].Text, Does.Contain($": {shown} []"));
        Assert.That(ShownRequests.Difference(query.Explain().Requests, backend.Asked), Is.Null);
    }

    private static async Task CheckLogAsync(InMemoryBackend backend, Func<IQueryable<OfflineFilesItem>, string> run)
    {
        var logger = new RecordingLogger();
        await using var cache = new OfflineFilesCache(backend, new QueryOptions { Logger = logger });

        run(cache.Items);

        string[] told = [.. logger.Entries.Where(entry => entry.Id.Name == "QueryStarting").Select(entry => entry.Text)];
        if (told.FirstOrDefault(text => text.Contains(" characters left out", StringComparison.Ordinal)) is { } cut)
        {
            // A long text is cut in a log: what is left of it is how it was sent.
            var begin = ShownIn(cut)[0];
            Assert.That(backend.Asked[0], Does.StartWith(begin[..begin.IndexOf("... (", StringComparison.Ordinal)]), backend.Pushdown.Name);
            return;
        }

        string[] shown = [.. told.SelectMany(ShownIn)];
        Assert.That(ShownRequests.Difference(shown, backend.Asked, mayStop: true), Is.Null, backend.Pushdown.Name);
    }

    private static string[] ShownIn(string text)
    {
        var query = text[(text.IndexOf(": ", StringComparison.Ordinal) + 2)..text.LastIndexOf(" [", StringComparison.Ordinal)];
        return query == "its predicate holds for no item" ? [] : query.Split("; ");
    }

    // What is called pushed stands in every query, and nothing is looked up beside it.
    private static string? WhyWrong(PredicateExplanation part, QueryExplanation shown)
    {
        var isSaid = part.Pushed is { } pushed && shown.Requests.All(request => request.StartsWith("SELECT", StringComparison.Ordinal) && request.Contains(pushed, StringComparison.Ordinal));
        if (part.Pushed is not null && !isSaid) return $"not in every request: {part.Pushed}";
        return part.Verdict switch
        {
            PredicateVerdict.Pushed => isSaid && !part.RunsInCaller ? null : $"not pushed: {part}",
            PredicateVerdict.PushedThenChecked => isSaid && part.RunsInCaller ? null : $"not pushed or not checked: {part}",
            PredicateVerdict.Leading => shown.Requests.Count == 0 ? $"leads nowhere: {part}" : null,
            _ => part.RunsInCaller ? null : $"does not run: {part}",
        };
    }
}
