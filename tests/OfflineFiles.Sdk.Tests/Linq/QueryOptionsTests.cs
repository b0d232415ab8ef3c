using Microsoft.Extensions.Logging.Abstractions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>What the options are when nothing is said, and which make no sense.</summary>
[TestFixture]
public sealed class QueryOptionsTests
{
    private static readonly Dictionary<string, object?> Defaults = new()
    {
        [nameof(QueryOptions.ClientEvaluation)] = ClientEvaluation.Allow,
        [nameof(QueryOptions.RefuseFullScan)] = false,
        [nameof(QueryOptions.Timeout)] = Timeout.InfiniteTimeSpan,
        [nameof(QueryOptions.Buffering)] = QueryBuffering.Streamed,
        [nameof(QueryOptions.PageSize)] = null,
        [nameof(QueryOptions.Logger)] = NullLogger.Instance,
        [nameof(QueryOptions.TimeProvider)] = TimeProvider.System,
        [nameof(QueryOptions.Translations)] = Array.Empty<MethodTranslation>(),
    };

    private static IEnumerable<TestCaseData> Senseless()
    {
        static TestCaseData Case(QueryOptions options, string option, string message) => new TestCaseData(options, option, message).SetArgDisplayNames(message);
        yield return Case(new() { ClientEvaluation = (ClientEvaluation)7 }, "QueryOptions.ClientEvaluation",
            "QueryOptions.ClientEvaluation is 7, which is none of its values. Use Allow, Warn or Throw.");
        yield return Case(new() { Timeout = TimeSpan.Zero }, "QueryOptions.Timeout",
            "QueryOptions.Timeout is 00:00:00, which no query can be held to. Use more than zero and at most 49 days, or Timeout.InfiniteTimeSpan.");
        yield return Case(new() { Timeout = TimeSpan.FromDays(50) }, "QueryOptions.Timeout",
            "QueryOptions.Timeout is 50.00:00:00, which no query can be held to. Use more than zero and at most 49 days, or Timeout.InfiniteTimeSpan.");
        yield return Case(new() { Buffering = (QueryBuffering)(-1) }, "QueryOptions.Buffering",
            "QueryOptions.Buffering is -1, which is none of its values. Use Streamed or Buffered.");
        yield return Case(new() { Logger = null!, TimeProvider = null! }, "QueryOptions.Logger, QueryOptions.TimeProvider",
            "QueryOptions.Logger is null, so there is nothing to log to. Use NullLogger.Instance to log nowhere. "
            + "QueryOptions.TimeProvider is null, so there is no clock. Use TimeProvider.System.");
        yield return Case(new() { Translations = null! }, "QueryOptions.Translations",
            "QueryOptions.Translations is null, which means no method. Use an empty list for none.");
        yield return Case(new() { Translations = [null!] }, "QueryOptions.Translations",
            "QueryOptions.Translations is a list with null in it, which means no method. Use an empty list for none.");
        yield return Case(new() { PageSize = 0, Timeout = TimeSpan.FromSeconds(-5) }, "QueryOptions.Timeout, QueryOptions.PageSize",
            "QueryOptions.Timeout is -00:00:05, which no query can be held to. Use more than zero and at most 49 days, or Timeout.InfiniteTimeSpan. "
            + "QueryOptions.PageSize is 0, which holds no row. Use at least 1, or null to leave it to the backend.");
    }

    [Test]
    public void Every_option_has_the_default_that_its_documentation_states() =>
        Assert.That(
            typeof(QueryOptions).GetProperties().Where(property => property.Name != nameof(QueryOptions.Default))
                .ToDictionary(property => property.Name, property => property.GetValue(QueryOptions.Default)),
            Is.EquivalentTo(Defaults));

    [TestCaseSource(nameof(Senseless))]
    public async Task Options_without_meaning_are_refused_all_faults_at_once(QueryOptions options, string option, string message)
    {
        await using var backend = new InMemoryBackend([], PushdownProfile.Everything);
        await using var cache = new OfflineFilesCache(backend);

        Assert.Multiple(() =>
        {
            var refusal = Assert.Throws<InvalidOptionsException>(() => _ = new OfflineFilesCache(backend, options));
            Assert.That(refusal!.Option, Is.EqualTo(option));
            Assert.That(refusal.Message, Is.EqualTo(message));
            Assert.That(() => cache.Items.WithOptions(options), Throws.TypeOf<InvalidOptionsException>().With.Message.EqualTo(message));
            Assert.That(() => cache.AssociatedItems.WithOptions(options), Throws.TypeOf<InvalidOptionsException>().With.Message.EqualTo(message));
        });
    }

    [Test]
    public async Task A_blank_tag_is_refused()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend([], PushdownProfile.Everything));

        Assert.That(() => cache.Items.Tag(" "), Throws.TypeOf<InvalidOptionsException>().With.Message.EqualTo(
            "The tag is blank, so it would tell nothing of the query. Name what the query is for."));
        Assert.That(() => cache.AssociatedItems.Tag(""), Throws.TypeOf<InvalidOptionsException>());
        Assert.That(() => cache.Items.Tag(null!), Throws.ArgumentNullException);
    }

    [Test]
    public async Task Buffered_rows_leave_the_backend_free_before_the_first_is_handed_out()
    {
        var backend = new InMemoryBackend(SampleItems.All, PushdownProfile.Everything);
        await using var cache = new OfflineFilesCache(backend, new QueryOptions { Buffering = QueryBuffering.Buffered });

        foreach (var _ in cache.Items)
        {
            Assert.That(backend.OpenStreams, Is.Zero);
            break;
        }

        await foreach (var _ in cache.Items.AsAsyncEnumerable())
        {
            Assert.That(backend.OpenStreams, Is.Zero);
            break;
        }

        await foreach (var _ in cache.Query($"SELECT * FROM Win32_OfflineFilesItem"))
        {
            Assert.That(backend.OpenStreams, Is.Zero);
            break;
        }

        Assert.That(backend.RowsRead, Is.EqualTo(3 * SampleItems.All.Count));
    }

    [Test]
    public async Task Streamed_rows_are_read_as_they_are_asked_for()
    {
        var backend = new InMemoryBackend(SampleItems.All, PushdownProfile.Everything);
        await using var cache = new OfflineFilesCache(backend);

        await foreach (var _ in cache.Items.AsAsyncEnumerable())
        {
            Assert.That((backend.OpenStreams, backend.RowsRead), Is.EqualTo((1, 1)));
            break;
        }

        Assert.That(backend.OpenStreams, Is.Zero);
    }

    [Test]
    public async Task The_page_size_is_told_to_a_backend_that_takes_it_and_changes_no_row()
    {
        var backend = new PagingBackend();
        await using var cache = new OfflineFilesCache(backend, new QueryOptions { PageSize = 3 });

        var paged = await cache.Items.Where(i => i.PinInfo!.Pinned).ToListAsync();
        var plain = await cache.Items.WithOptions(QueryOptions.Default).Where(i => i.PinInfo!.Pinned).ToListAsync();

        Assert.That(paged, Is.EqualTo(plain).And.Not.Empty);
        Assert.That(backend.PageSizes, Is.EqualTo(new[] { 3 }));
        Assert.That(await cache.Items.CountAsync(i => i.ItemPath == @"\\srv\data"), Is.EqualTo(1), "a look-up");
    }

    [Test]
    public async Task Options_change_how_a_query_runs_and_never_its_answer()
    {
        var watched = new QueryOptions { Timeout = TimeSpan.FromDays(1), Buffering = QueryBuffering.Buffered, PageSize = 2, Logger = new RecordingLogger() };
        foreach (var backend in QueryAssert.Backends())
        {
            await using var cache = new OfflineFilesCache(backend);
            var query = cache.Items.Where(i => !i.PinInfo!.Pinned && i.ItemName.Length > 3).OrderBy(i => i.ItemName).Skip(1).Select(i => i.ItemPath);
            var asked = query.WithOptions(watched);

            Assert.That(await asked.ToListAsync(), Is.EqualTo(query.ToList()).And.Not.Empty);
            Assert.That(asked.ToList(), Is.EqualTo(query.ToList()));
            Assert.That(await asked.CountAsync(), Is.EqualTo(query.Count()));
            Assert.That(asked.First(), Is.EqualTo(query.First()));
            Assert.That(backend.OpenStreams, Is.Zero);
        }
    }

    private sealed class PagingBackend() : InMemoryBackend(SampleItems.All, PushdownProfile.Everything), IPagedQueryBackend
    {
        public List<int> PageSizes { get; } = [];

        public IAsyncEnumerable<OfflineFilesItem> QueryItemsAsync(Sdk.Wql.WqlSelectQuery query, int pageSize, CancellationToken cancellationToken)
        {
            PageSizes.Add(pageSize);
            return QueryItemsAsync(query, cancellationToken);
        }
    }
}
