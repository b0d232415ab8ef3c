using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text;
using NSubstitute;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>How a query reaches its rows: the table is Cases/linq-access.cases, to be read as a specification.</summary>
[TestFixture]
public sealed class AccessPathTests
{
    private static readonly string Table = Golden.InTests("Cases", "linq-access.cases");

    private static readonly string[] ThreePaths = [@"\\srv\data\a", @"\\srv\data\b", @"\\SRV\data\A"];
    private static readonly string[] TwoParents = [@"\\srv\data", @"\\srv\data2"];
    private static readonly string[] ManyPaths = [.. Enumerable.Range(0, 10_000).Select(number => $@"\\srv\data\{number}")];
    private static readonly string[] ManyNames = [.. Enumerable.Range(0, 10_000).Select(number => $"{number}")];

    internal static List<(string Lambda, Expression<Func<OfflineFilesItem, bool>> Predicate)> Predicates()
    {
        var cases = new List<(string, Expression<Func<OfflineFilesItem, bool>>)>();
        void Case(Expression<Func<OfflineFilesItem, bool>> predicate, [CallerArgumentExpression(nameof(predicate))] string lambda = "") =>
            cases.Add((lambda, predicate));

        Case(i => i.ItemType == OfflineFilesItemType.File);
        Case(i => i.ItemPath == @"\\srv\data\a");
        Case(i => i.ItemPath == @"\\srv\data\a" && i.PinInfo!.Pinned);
        Case(i => ThreePaths.Contains(i.ItemPath));
        Case(i => ThreePaths.Contains(i.ItemPath) && i.ItemPath == @"\\srv\DATA\B");
        Case(i => i.ItemPath == @"\\srv\a" && i.ItemPath == @"\\srv\b");
        Case(i => i.ItemPath == "no path");
        Case(i => i.ItemPath != @"\\srv\data\a");
        Case(i => i.ItemPath == @"\\srv\data\a" || i.PinInfo!.Pinned);
        Case(i => ManyPaths.Contains(i.ItemPath));
        Case(i => i.ParentItemPath == @"\\srv\data");
        Case(i => i.ParentItemPath == @"\\srv\data" && i.PinInfo!.Pinned);
        Case(i => i.ParentItemPath == @"\\srv\data" && i.ItemName.Length > 3);
        Case(i => i.ParentItemPath == @"\\srv\data" && i.ParentItemPath == @"\\srv\data2");
        Case(i => i.ParentItemPath == @"\\srv\data" && i.ItemPath == @"\\srv\data\a");
        Case(i => i.ParentItemPath == "");
        Case(i => i.ParentItemPath == null);
        Case(i => TwoParents.Contains(i.ParentItemPath));
        Case(i => TwoParents.Contains(i.ParentItemPath) && i.PinInfo!.Pinned);
        Case(i => i.ParentItemPath == @"\\srv\data" || i.ItemPath == @"\\srv\data");
        Case(i => (i.ParentItemPath == @"\\srv\data" && i.PinInfo!.Pinned) || (i.ParentItemPath == @"\\srv\data2" && i.ItemType == 0));
        Case(i => i.ParentItemPath == @"\\srv\data" || i.ItemType == OfflineFilesItemType.Server);
        Case(i => !(i.ParentItemPath == @"\\srv\data"));
        Case(i => ManyPaths.Contains(i.ParentItemPath));
        Case(i => i.IsUnder(@"\\srv\data"));
        Case(i => i.IsUnder(@"\\srv\data") && i.PinInfo!.Pinned);
        Case(i => i.IsUnder(@"\\srv\data") && i.ParentItemPath == @"\\srv\data\a");
        Case(i => i.IsUnder(@"\\srv\data") || i.ItemPath == @"\\srv\data");
        Case(i => i.IsUnder(@"\\srv\data\a") || i.IsUnder(@"\\srv\data\b"));
        Case(i => i.IsUnder(@"\\srv"));
        Case(i => !i.IsUnder(@"\\srv\data"));
        Case(i => i.ItemPath.StartsWith(@"\\srv\data\rep"));
        Case(i => i.ItemPath.StartsWith(@"\\srv\da"));
        Case(i => i.ItemPath.EndsWith(@"\a"));
        Case(i => ManyNames.Contains(i.ItemName) && i.ItemType == 0);
        Case(i => ManyNames.Contains(i.ItemName) && i.ParentItemPath == @"\\srv\data");
        Case(i => i.ItemType == 0 && i.ItemName == "a" && false);
        return cases;
    }

    [Test]
    public async Task Every_predicate_is_reached_as_the_table_says()
    {
        var actual = new StringBuilder("# Predicates over an item -> the access path and what the backend is asked, one request after the other, for each profile.\n");
        foreach (var profile in new[] { PushdownProfile.Everything, PushdownProfile.WindowsProvider })
        {
            await using var cache = new OfflineFilesCache(new InMemoryBackend([], profile));
            actual.Append("\n== ").Append(profile.Name).Append(" ==\n");
            foreach (var (lambda, predicate) in Predicates())
                actual.Append(lambda).Append(" -> ").Append(Outcome(cache.Items.Where(predicate).Explain())).Append('\n');
        }

        if (Golden.IsUpdating) await File.WriteAllTextAsync(Table, actual.ToString());
        Assert.That(actual.ToString().Split('\n'), Is.EqualTo((await File.ReadAllTextAsync(Table)).ReplaceLineEndings("\n").Split('\n')));
    }

    [Test]
    public async Task The_next_request_is_sent_only_when_more_rows_are_wanted()
    {
        var (cache, backend) = OverTrap();
        var children = cache.Items.Where(i => TwoParents.Contains(i.ParentItemPath));

        Assert.That((await children.FirstAsync()).ParentItemPath, Is.EqualTo(@"\\srv\data"));
        Assert.That((await children.AnyAsync(), children.Take(2).ToList().Count), Is.EqualTo((true, 2)));

        Assert.That(backend.Queries, Is.EqualTo(new[] { "*", "ItemPath, ParentItemPath", "*" }
            .Select(list => $@"SELECT {list} FROM Win32_OfflineFilesItem WHERE ParentItemPath = '\\\\srv\\data'")));
        Assert.That(backend.OpenStreams, Is.Zero);
    }

    [Test]
    public async Task A_walk_stops_where_no_more_rows_are_wanted()
    {
        var (cache, backend) = OverTrap();

        Assert.That((await cache.Items.FirstAsync(i => i.IsUnder(@"\\srv\data"))).ItemName, Is.EqualTo("Reports"));
        Assert.That((backend.Queries.Count, backend.OpenStreams), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task A_look_up_that_is_not_wanted_is_not_done()
    {
        var (cache, backend) = OverTrap();

        Assert.That(await cache.Items.AnyAsync(i => TwoParents.Contains(i.ItemPath)), Is.True);
        Assert.That(backend.LookedUp, Is.EqualTo(new UncPath[] { @"\\srv\data" }));
    }

    [TestCase(@"\\srv\data", false)]
    [TestCase(@"\\SRV\Data", false)]
    [TestCase(@"\\srv\data\", true)]
    public async Task What_is_looked_up_by_its_very_text_is_not_checked_again(string path, bool isChecked)
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        var query = cache.Items.Where(i => i.ItemPath == path);

        Assert.That(query.Explain().ClientOperators, Has.Count.EqualTo(isChecked ? 1 : 0));
        Assert.That((await query.ToListAsync()).Count, Is.EqualTo(isChecked ? 0 : 1));
    }

    [Test]
    public async Task A_look_up_that_brings_another_item_finds_none()
    {
        var backend = Substitute.For<ICacheBackend, ISynchronousQueryBackend>();
        backend.Pushdown.Returns(PushdownProfile.Everything);
        backend.FindItemAsync(Arg.Any<UncPath>(), Arg.Any<CancellationToken>()).Returns(new ValueTask<OfflineFilesItem?>(SampleItems.All[0]));
        ((ISynchronousQueryBackend)backend).FindItem(Arg.Any<UncPath>()).Returns(SampleItems.All[0]);
        await using var cache = new OfflineFilesCache(backend);
        var query = cache.Items.Where(i => i.ItemPath == @"\\srv\data");

        Assert.That(await query.ToListAsync(), Is.Empty);
        Assert.That(query.ToList(), Is.Empty);
    }

    [Test]
    public async Task A_cancelled_walk_ends_between_two_requests_and_closes_what_is_open()
    {
        var (cache, backend) = OverTrap();
        using var source = new CancellationTokenSource();
        var read = 0;

        await Assert.ThatAsync(
            async () =>
            {
                await foreach (var _ in cache.Items.Where(i => i.IsUnder(@"\\srv\data")).AsAsyncEnumerable().WithCancellation(source.Token))
                    if (++read == 5) await source.CancelAsync();
            },
            Throws.InstanceOf<OperationCanceledException>().With.Property("CancellationToken").EqualTo(source.Token));

        Assert.That((read, backend.OpenStreams), Is.EqualTo((5, 0)));
    }

    [Test]
    public async Task Ten_thousand_paths_find_their_rows_once_each()
    {
        string[] paths = [.. ManyPaths, .. SampleItems.All.Select(item => item.ItemPath.ToUpperInvariant())];
        foreach (var (backend, queries) in QueryAssert.Backends().Zip([11, 1, 1]))
        {
            await using var cache = new OfflineFilesCache(backend);

            Assert.That(await cache.Items.Where(i => paths.Contains(i.ItemPath)).ToListAsync(), Is.EquivalentTo(SampleItems.All), backend.Pushdown.Name);
            Assert.That((backend.Queries.Count, backend.LookedUp.Count), Is.EqualTo((queries, 0)), backend.Pushdown.Name);
        }
    }

    [Test]
    public async Task A_row_that_several_requests_find_comes_once()
    {
        foreach (var backend in QueryAssert.Backends())
        {
            await using var cache = new OfflineFilesCache(backend);
            var rows = await cache.Items
                .Where(i => i.IsUnder(@"\\srv\data") || i.IsUnder(@"\\SRV\data\Reports") || i.ParentItemPath == @"\\srv\data" || i.ItemPath == @"\\srv\data\A_B.txt")
                .ToListAsync();

            Assert.That(rows, Is.EquivalentTo(SampleItems.All.Where(item => item.IsUnder(@"\\srv\data"))), backend.Pushdown.Name);
        }
    }

    [Test]
    public async Task A_walk_takes_only_children_and_ends_whatever_the_backend_answers()
    {
        var itself = new OfflineFilesItem(@"\\srv\data\Reports") { ParentItemPath = @"\\srv\data\Reports", ItemType = OfflineFilesItemType.Directory };
        var everything = new InMemoryBackend([.. SampleItems.All, itself], PushdownProfile.Everything);
        var backend = Substitute.ForPartsOf<CacheBackend>();
        backend.Pushdown.Returns(PushdownProfile.WindowsProvider);
        backend.QueryItemsAsync(Arg.Any<WqlSelectQuery>(), Arg.Any<CancellationToken>())
            .Returns(call => everything.QueryItemsAsync(new WqlSelectQuery("Win32_OfflineFilesItem"), call.Arg<CancellationToken>()));
        await using var cache = new OfflineFilesCache(backend);

        var rows = await cache.Items.Where(i => i.IsUnder(@"\\srv\data")).ToListAsync();

        Assert.That(rows, Is.EquivalentTo(SampleItems.All.Where(item => item.IsUnder(@"\\srv\data"))));
    }

    private static (OfflineFilesCache Cache, InMemoryBackend Backend) OverTrap()
    {
        var backend = new WindowsTrapBackend(SampleItems.All);
        return (new OfflineFilesCache(backend), backend);
    }

    private static string Outcome(QueryExplanation explanation)
    {
        var requests = explanation.Requests.Take(3).Select(request => Shorten(request.Replace("SELECT * FROM Win32_OfflineFilesItem", "all", StringComparison.Ordinal)));
        var more = explanation.Requests.Count > 3 ? $"; and {explanation.Requests.Count - 3} more" : "";
        return $"{explanation.AccessPath}: {(explanation.Requests.Count == 0 ? "nothing" : string.Join("; ", requests))}{more}";
    }

    private static string Shorten(string request) => request.Length <= 150 ? request : $"{request[..80]} ... {request[^60..]}";
}
