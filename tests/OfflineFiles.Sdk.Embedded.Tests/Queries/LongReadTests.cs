using OfflineFiles.Sdk.Embedded.Queries;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Queries;

/// <summary>A query that is read slowly, or never to its end, holds nothing, and still returns each item once.</summary>
[TestFixture]
internal sealed class LongReadTests
{
    private const int Files = 3_000;

    private static readonly UncPath Share = UncPath.Parse(@"\\s\d");

    // One for each way in which pages follow each other, with the number of the files that it finds.
    private static readonly object[][] Queries =
    [
        ["ItemType = 0", Files],
        [@"ParentItemPath = '\\\\s\\d'", Files],
        [@"ItemPath LIKE '\\\\s\\d\\%'", Files],
        [@"ItemPath LIKE '\\\\s\\d\\%' AND ItemPath LIKE '\\\\s\\d\\f%'", Files],
        ["ItemName LIKE 'f%'", Files],
        [@"ParentItemPath LIKE '\\\\s\\%'", Files],
        [@"ParentItemPath = '\\\\s\\d' OR ItemName = 'other'", Files],
        ["ItemType = 0 AND NOT ItemName LIKE '%7.txt'", Files / 10 * 9],
    ];

    private string _directory = "";
    private CacheStore _store = null!;

    [SetUp]
    public async Task SetUp()
    {
        _directory = Directory.CreateTempSubdirectory("offlinefiles-long-").FullName;
        _store = CacheStore.Open(_directory);
        await _store.WriteAsync(
            transaction =>
            {
                transaction.EnsureShare(new ScopeRow { Path = Share });
                for (var number = 0; number < Files; number++) transaction.Insert(FileOf(number, 0));
            },
            CancellationToken.None);
    }

    [TearDown]
    public void TearDown()
    {
        _store.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [TestCaseSource(nameof(Queries))]
    public async Task Each_item_comes_once_in_pages_of_any_size(string where, int count)
    {
        var queries = new ItemQueries(_store);
        foreach (int? size in (int?[])[null, 1, 7, Files - 1, Files, int.MaxValue])
        {
            var paths = new List<string>();
            await foreach (var item in queries.RunAsync(Query(where), size, CancellationToken.None)) paths.Add(item.ItemPath);
            Assert.That(paths, Is.Unique.And.Count.EqualTo(count), $"{size}");
        }

        Assert.That(queries.Run(Query(where), CancellationToken.None).Select(item => item.ItemPath), Is.Unique.And.Exactly(count).Items);
    }

    /// <summary>The items with even numbers stay, those with odd ones are deleted or moved elsewhere on the way, and others come.</summary>
    [TestCaseSource(nameof(Queries))]
    public async Task An_item_that_is_there_throughout_comes_once_whatever_happens_to_others(string where, int count)
    {
        var seen = new List<string>();
        var next = 0;
        await foreach (var item in new ItemQueries(_store).RunAsync(Query(where), 50, CancellationToken.None))
        {
            seen.Add(item.ItemName);
            if (seen.Count % 25 != 0) continue;
            await _store.WriteAsync(
                transaction =>
                {
                    for (var end = Math.Min(Files, next + 60); next < end; next++)
                    {
                        if (next % 2 == 0) continue;
                        transaction.Delete(transaction.Find(FileOf(next, 0).Path)!);
                        transaction.Insert(FileOf(next, Files));
                    }
                },
                CancellationToken.None);
        }

        var staying = seen.Where(name => name[1] == '0' && (name[^5] - '0') % 2 == 0).ToList();
        Assert.That(staying, Is.Unique.And.Count.EqualTo(Files / 2));
        Assert.That(count, Is.GreaterThanOrEqualTo(staying.Count));
    }

    [Test]
    public async Task What_is_written_meanwhile_is_seen_from_the_next_page_on()
    {
        await using var rows = new ItemQueries(_store).RunAsync(Query("ItemType = 0"), 10, CancellationToken.None).GetAsyncEnumerator();
        await rows.MoveNextAsync();

        await _store.WriteAsync(
            transaction =>
            {
                for (var number = 0; number < Files; number++) transaction.Delete(transaction.Find(FileOf(number, 0).Path)!);
            },
            CancellationToken.None);

        for (var left = 9; left > 0; left--) Assert.That(await rows.MoveNextAsync());
        Assert.That(await rows.MoveNextAsync(), Is.False);
    }

    [Test]
    public async Task Queries_that_are_read_half_hold_no_file_and_keep_no_log()
    {
        var halves = new List<IAsyncDisposable>();
        var here = new List<IDisposable>();
        var before = OpenFiles();
        foreach (var where in Queries.SelectMany(query => Enumerable.Repeat((string)query[0], 50)))
        {
            var rows = new ItemQueries(_store).RunAsync(Query(where), null, CancellationToken.None).GetAsyncEnumerator();
            Assert.That(await rows.MoveNextAsync());
            halves.Add(rows);
            var others = new ItemQueries(_store).Run(Query(where), CancellationToken.None).GetEnumerator();
            Assert.That(others.MoveNext());
            here.Add(others);
        }

        Assert.That(OpenFiles() - before, Is.LessThanOrEqualTo(2 * ReaderPool.MostAtOnce));
        for (var round = 0; round < 40; round++)
        {
            await _store.WriteAsync(
                transaction =>
                {
                    for (var number = 0; number < 500; number++) transaction.Insert(FileOf(number, Files * (round + 1)));
                },
                CancellationToken.None);
        }

        // SQLite begins the log anew after a thousand pages where no reader is in the way.
        Assert.That(new FileInfo(Path.Join(_directory, DatabaseFile.Name + "-wal")).Length, Is.LessThan(16 * 1024 * 1024));
        foreach (var rows in halves) await rows.DisposeAsync();
        foreach (var rows in here) rows.Dispose();
    }

    [Test]
    public async Task Any_number_of_queries_run_at_once_and_few_connections_stay()
    {
        var before = OpenFiles();

        await Task.WhenAll(Enumerable.Range(0, 300).Select(number => Task.Run(async () =>
        {
            var query = Query((string)Queries[number % Queries.Length][0]);
            if (number % 2 == 0) Assert.That(new ItemQueries(_store).Run(query, CancellationToken.None).Take(100).Count(), Is.EqualTo(100));
            else Assert.That(await new ItemQueries(_store).RunAsync(query, null, CancellationToken.None).Take(100).CountAsync(), Is.EqualTo(100));
        })));

        Assert.That(OpenFiles() - before, Is.LessThanOrEqualTo(2 * ReaderPool.MostAtOnce));
    }

    private static WqlSelectQuery Query(string where) => new("Win32_OfflineFilesItem", WqlPredicate.Parse(where));

    private static ItemRow FileOf(int number, int generation) => new()
    {
        Path = Share.Append($"f{generation}-{number:00000}.txt"),
        ItemType = OfflineFilesItemType.File,
        Local = new FileFacts(FileAttributes.Normal, number, DateTime.UnixEpoch, DateTime.UnixEpoch, DateTime.UnixEpoch, DateTime.UnixEpoch),
        BaseKind = ItemKind.Absent,
    };

    /// <summary>How many files this process has open; 0 where the system does not tell.</summary>
    private static int OpenFiles() =>
        OperatingSystem.IsLinux() && Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0;
}
