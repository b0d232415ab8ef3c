using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>What the operators make of rows, at every backend.</summary>
[TestFixture]
public sealed class OperatorTests
{
    private static (OfflineFilesCache Cache, InMemoryBackend Backend) Open(PushdownProfile? profile = null)
    {
        var backend = new InMemoryBackend(SampleItems.All, profile ?? PushdownProfile.Everything);
        return (new OfflineFilesCache(backend), backend);
    }

    [Test]
    public Task Several_Where_are_one() => QueryAssert.Yields(
        items => items.Where(i => i.ItemType == OfflineFilesItemType.File).Where(i => i.PinInfo!.Pinned).Where(i => i.ItemName.Length > 8).Select(i => i.ItemName),
        "Straße.doc");

    [Test]
    public Task OrderBy_sorts_text_ignoring_case_and_null_first() => QueryAssert.Yields(
        items => items.Where(i => i.FileSysInfo == null).OrderBy(i => i.ParentItemPath).ThenByDescending(i => i.ItemName).Select(i => i.ItemName),
        "srv", "Other", "data2", "data");

    [Test]
    public Task OrderBy_takes_the_comparer_it_is_given() => QueryAssert.Yields(
        items => items.Where(i => i.ItemName.EndsWith(".xlsx") || i.ItemName == "srv").OrderBy(i => i.ItemName, StringComparer.Ordinal).Select(i => i.ItemName),
        "Q2.XLSX", "q1.xlsx", "srv");

    [Test]
    public Task OrderBy_reads_a_key_through_null_as_null() => QueryAssert.Yields(
        items => items.Where(i => i.ItemType != OfflineFilesItemType.Directory && (i.FileSysInfo!.LocalSize < 8 || i.ItemName == "srv"))
            .OrderByDescending(i => i.FileSysInfo!.LocalSize).ThenBy(i => i.ItemName).Select(i => i.ItemName),
        "axb.txt", "Straße.doc", "100%_done[x].txt", "srv");

    [Test]
    public Task A_bool_key_that_is_null_is_false() => QueryAssert.Yields(
        items => items.Where(i => i.ParentItemPath == null || i.ItemName == "Reports" || i.ItemName == "data2")
            .OrderByDescending(i => i.PinInfo!.Pinned).ThenByDescending(i => i.ItemName).Select(i => i.ItemName),
        "Reports", "srv", "data2");

    [Test]
    public Task A_later_OrderBy_decides_and_the_earlier_breaks_ties() => QueryAssert.Yields(
        items => items.Where(i => i.ItemType == OfflineFilesItemType.File).OrderByDescending(i => i.ItemName).OrderBy(i => i.FileSysInfo!.LocalSize).Take(3).Select(i => i.ItemName),
        "100%_done[x].txt", "Straße.doc", "axb.txt");

    [Test]
    public Task Paging_keeps_its_place_among_the_operators() => QueryAssert.Yields(
        items => items.OrderBy(i => i.ItemName).Skip(2).Take(4).Where(i => i.ItemType == OfflineFilesItemType.Share).OrderByDescending(i => i.ItemName).Select(i => i.ItemName),
        "data2", "data");

    [Test]
    public Task Where_before_Take_filters_all_rows_and_after_it_the_taken_ones() => QueryAssert.Yields(
        items => items.OrderBy(i => i.ItemPath).Take(3).Where(i => i.ItemType == OfflineFilesItemType.Share).Select(i => i.ItemName),
        "data");

    [Test]
    public Task Where_after_Select_sees_what_was_selected() => QueryAssert.Yields(
        items => items.Select(i => new { Name = i.ItemName, Size = i.FileSysInfo!.LocalSize }).Where(x => x.Name == "Q1.XLSX" || x.Size > 1000).OrderBy(x => x.Name).Select(x => x.Size),
        5_000_000_000, 100);

    [Test]
    public Task Select_reads_through_null_as_null_or_default() => QueryAssert.Yields(
        items => items.Where(i => i.ItemName == "srv").Select(i => new
        {
            i.PinInfo!.Pinned,
            i.FileSysInfo!.LocalSize,
            i.FileSysInfo.RemoteSize,
            Text = i.ParentItemPath!.ToUpperInvariant(),
            Length = i.ParentItemPath.Length,
            Large = i.FileSysInfo.LocalSize > 5,
        }),
        new { Pinned = false, LocalSize = 0L, RemoteSize = (long?)null, Text = (string)null!, Length = 0, Large = false });

    [Test]
    public Task Nothing_is_taken_of_nothing() => QueryAssert.Yields(items => items.Take(0).Select(i => i.ItemName));

    [Test]
    public async Task One_value_is_made_of_the_rows_with_and_without_async()
    {
        foreach (var backend in QueryAssert.Backends())
        {
            await using var cache = new OfflineFilesCache(backend);
            var files = cache.Items.Where(i => i.ItemType == OfflineFilesItemType.File);
            var none = cache.Items.Where(i => i.ItemName == "none");

            Assert.Multiple(() =>
            {
                Assert.That(files.Count(), Is.EqualTo(6));
                Assert.That(files.LongCount(i => i.PinInfo!.Pinned), Is.EqualTo(2));
                Assert.That(files.Any(), Is.True);
                Assert.That(none.Any(), Is.False);
                Assert.That(none.All(i => i.Encrypted == true), Is.True);
                Assert.That(files.All(i => i.ItemName.Contains('.')), Is.True);
                Assert.That(files.First(i => i.ItemName == "q2.xlsx").ItemName, Is.EqualTo("Q2.XLSX"));
                Assert.That(none.FirstOrDefault(), Is.Null);
                Assert.That(none.Select(i => i.FileSysInfo!.LocalSize).FirstOrDefault(), Is.Zero);
                Assert.That(files.Single(i => i.ItemName == "Q1.XLSX").FileSysInfo!.LocalSize, Is.EqualTo(100));
                Assert.That(none.SingleOrDefault(), Is.Null);
                Assert.That(files.OrderBy(i => i.ItemName).Last().ItemName, Is.EqualTo("Straße.doc"));
                Assert.That(none.LastOrDefault(), Is.Null);
                Assert.That(files.ToArray(), Has.Length.EqualTo(6));
            });
            Assert.That(await files.CountAsync(), Is.EqualTo(6));
            Assert.That(await files.LongCountAsync(i => i.PinInfo!.Pinned), Is.EqualTo(2));
            Assert.That(await files.LongCountAsync(), Is.EqualTo(6));
            Assert.That(await files.AnyAsync(), Is.True);
            Assert.That(await files.AnyAsync(i => i.ItemName == "none"), Is.False);
            Assert.That(await files.AllAsync(i => i.ItemName.Contains('.')), Is.True);
            Assert.That((await files.FirstAsync(i => i.ItemName == "q2.xlsx")).ItemName, Is.EqualTo("Q2.XLSX"));
            Assert.That((await files.OrderByDescending(i => i.FileSysInfo!.LocalSize).FirstAsync()).ItemName, Is.EqualTo("a_b.txt"));
            Assert.That(await none.FirstOrDefaultAsync(), Is.Null);
            Assert.That(await files.FirstOrDefaultAsync(i => i.ItemName == "none"), Is.Null);
            Assert.That(await none.Select(i => i.FileSysInfo!.LocalSize).FirstOrDefaultAsync(), Is.Zero);
            Assert.That((await files.SingleAsync(i => i.ItemName == "Q1.XLSX")).FileSysInfo!.LocalSize, Is.EqualTo(100));
            Assert.That(await none.SingleOrDefaultAsync(), Is.Null);
            Assert.That(await files.ToArrayAsync(), Has.Length.EqualTo(6));
            Assert.That(backend.OpenStreams, Is.Zero);
        }
    }

    [Test]
    public async Task A_missing_row_is_an_error_that_shows_the_query()
    {
        var (cache, _) = Open();
        await using var _c = cache;

        Assert.That(() => cache.Items.FirstAsync(i => i.ItemName == "none"), Throws.InvalidOperationException.With.Message.Contains("no elements").And.Message.Contains("ItemName = 'none'"));
        Assert.That(() => cache.Items.Single(i => i.ItemName == "none"), Throws.InvalidOperationException.With.Message.Contains("no elements"));
        Assert.That(() => cache.Items.SingleAsync(), Throws.InvalidOperationException.With.Message.Contains("more than one"));
    }

    [Test]
    public async Task First_Any_and_Take_stop_the_backend_early()
    {
        var (cache, backend) = Open();
        await using var _c = cache;

        await cache.Items.FirstAsync();
        await cache.Items.AnyAsync();
        await cache.Items.Take(1).ToListAsync();
        await cache.Items.AllAsync(i => i.ItemType == OfflineFilesItemType.File);
        _ = cache.Items.First();

        Assert.That((backend.RowsRead, backend.OpenStreams), Is.EqualTo((5, 0)));
    }

    private static IEnumerable<TestCaseData> EarlyEnds()
    {
        static TestCaseData Case(int rows, Func<IQueryable<OfflineFilesItem>, object?> query, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(query))] string text = "") =>
            new TestCaseData(rows, query).SetArgDisplayNames(text);
        yield return Case(4, items => items.ElementAt(3));
        yield return Case(3, items => items.TakeWhile(i => i.ItemType == OfflineFilesItemType.Server).ToList());
        yield return Case(2, items => items.Single(i => i.ItemName.Length > 2 || true) is null);
        yield return Case(0, items => items.Contains(SampleItems.All[0], EqualityComparer<OfflineFilesItem>.Default)); // The default comparer says nothing, so this is a look-up.
        yield return Case(2, items => items.SequenceEqual(new[] { SampleItems.All[0], SampleItems.All[0] }));
        yield return Case(3, items => items.Zip(new[] { 1, 2 }).ToList());
        yield return Case(3, items => items.Skip(1).Select(i => i.ItemName).Distinct().Take(2).ToList());
        yield return Case(2, items => items.Take(2).Concat(items).Take(2).ToList());
        yield return Case(0, items => items.Join(Array.Empty<string>(), i => i.ItemName, n => n, (i, n) => n).ToList());
        yield return Case(1, items => items.Intersect(new[] { SampleItems.All[0] }).ToList());
        yield return Case(2, items => items.Chunk(2).First());
        yield return Case(1, items => items.SelectMany(i => i.ItemName).Take(3).ToList());
        yield return Case(1, items => items.Prepend(SampleItems.All[0]).Take(2).ToList());
    }

    [TestCaseSource(nameof(EarlyEnds))]
    public async Task The_backend_is_read_no_further_than_the_answer(int rows, Func<IQueryable<OfflineFilesItem>, object?> query)
    {
        var (cache, backend) = Open();
        await using var _c = cache;

        try
        {
            query(cache.Items);
        }
        catch (InvalidOperationException)
        {
            // Single found a second row.
        }

        Assert.That((backend.RowsRead, backend.OpenStreams), Is.EqualTo((rows, 0)));
    }

    [Test]
    public async Task A_contradiction_does_not_ask_the_backend()
    {
        var (cache, backend) = Open();
        await using var _c = cache;
        var none = Array.Empty<string>();

        Assert.That(await cache.Items.Where(i => none.Contains(i.ItemPath) && i.PinInfo!.Pinned).ToListAsync(), Is.Empty);
        Assert.That(cache.Items.Where(_ => false).ToList(), Is.Empty);
        Assert.That(await cache.Items.Take(0).CountAsync(), Is.Zero);
        Assert.That(backend.Queries, Is.Empty);
    }

    [Test]
    public async Task A_key_is_looked_up_and_the_rest_of_the_predicate_checked()
    {
        var (cache, backend) = Open(PushdownProfile.WindowsProvider);
        await using var _c = cache;
        string[] paths = [@"\\SRV\data", @"\\srv\DATA", @"\\srv\data2", @"\\srv\none"];

        Assert.That(await cache.Items.Where(i => i.PinInfo!.Pinned && i.ItemPath == @"\\srv\data\reports\Q1.xlsx").CountAsync(), Is.EqualTo(1));
        Assert.That(await cache.Items.Where(i => paths.Contains(i.ItemPath) && i.SuspendInfo!.Suspended).Select(i => i.ItemName).ToListAsync(), Is.EqualTo(new[] { "data" }));
        Assert.That(backend.Queries, Is.Empty);
        Assert.That(backend.LookedUp, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Cancelling_ends_the_stream_and_closes_it()
    {
        var (cache, backend) = Open();
        await using var _c = cache;
        using var cancellation = new CancellationTokenSource();

        async Task Read()
        {
            await foreach (var _ in cache.Items.AsAsyncEnumerable().WithCancellation(cancellation.Token)) await cancellation.CancelAsync();
        }

        Assert.That(Read, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((backend.RowsRead, backend.OpenStreams), Is.EqualTo((2, 0)).Or.EqualTo((1, 0)));
        Assert.That(() => cache.Items.ToListAsync(cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => cache.Items.CountAsync(cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task An_error_of_the_predicate_closes_the_stream()
    {
        var (cache, backend) = Open();
        await using var _c = cache;

        Assert.That(() => cache.Items.Where(i => Fails(i.ItemName)).ToListAsync(), Throws.TypeOf<FormatException>());
        Assert.That(() => cache.Items.Where(i => Fails(i.ItemName)).ToList(), Throws.TypeOf<FormatException>());
        Assert.That(backend.OpenStreams, Is.Zero);
    }

    [Test]
    public async Task A_query_can_be_run_again_and_sees_captured_values_anew()
    {
        var (cache, _) = Open();
        await using var _c = cache;
        var name = "srv";
        var query = cache.Items.Where(i => i.ItemName == name);

        Assert.That(await query.CountAsync(), Is.EqualTo(1));
        name = "none";
        Assert.That(await query.CountAsync(), Is.Zero);
    }

    private static bool Fails(string name) => name.Length >= 0 ? throw new FormatException() : false;
}
