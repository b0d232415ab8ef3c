using System.Reflection;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>A query of a megabyte is whole where a program reads it, and short where people do.</summary>
[TestFixture]
[NonParallelizable]
public sealed class LongTextTests
{
    private const int Short = 5 * ReadableText.Longest;

    private static readonly string[] Many = [.. Enumerable.Range(0, 50_000).Select(i => $"name of the file {i}.txt")];
    private static readonly string Long = new('x', 1_000_000);

    // What is long -> a query with it; the second is not answered by WQL alone.
    private static IEnumerable<TestCaseData> Queries()
    {
        static TestCaseData Case(string name, Func<IQueryable<OfflineFilesItem>, IQueryable<OfflineFilesItem>> query) => new TestCaseData(query).SetArgDisplayNames(name);
        yield return Case("50,000 values", items => items.Where(i => Many.Contains(i.ItemName)));
        yield return Case("50,000 values, and one test in the caller", items => items.Where(i => Many.Contains(i.ItemName) && i.ItemName.Length > 3));
        yield return Case("50,000 values in the caller", items => items.Where(i => Many.Contains(i.ItemName.Trim().Normalize())));
        yield return Case("a long constant", items => items.Where(i => i.ItemName == Long));
        yield return Case("a long constant in the caller", items => items.Where(i => i.ItemName.Normalize() == Long));
        yield return Case("a long constant in an operator", items => items.OrderBy(i => i.ItemName.CompareTo(Long)).Skip(1));
        yield return Case("many operators", items => Enumerable.Range(0, 200).Aggregate(items, (query, i) => query.Skip(i).OrderBy(item => item.ItemName.Length % 100_000)));
        yield return Case("many predicates", items => Enumerable.Range(0, 500).Aggregate(items, (query, i) => query.Where(item => item.ItemName != "the name " + i)));
    }

    [TestCaseSource(nameof(Queries))]
    public async Task What_people_read_of_it_is_short(Func<IQueryable<OfflineFilesItem>, IQueryable<OfflineFilesItem>> make)
    {
        var logger = new RecordingLogger();
        var texts = new List<string?>();
        using var tracer = Activities.Hear(activity => texts.AddRange(activity.TagObjects.Select(tag => tag.Value?.ToString()).Append(activity.StatusDescription)));
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything), new QueryOptions { Logger = logger, ClientEvaluation = ClientEvaluation.Warn });
        var query = make(cache.Items);

        await query.ToListAsync();
        texts.Add(await Failure(() => query.SingleAsync(i => i.ItemName == Long)));
        texts.Add(await Failure(() => query.FirstAsync(i => i.ItemName == Long)));
        texts.Add(await Failure(() => query.WithOptions(new QueryOptions { ClientEvaluation = ClientEvaluation.Throw }).ToListAsync()));
        texts.Add(await Failure(() => query.WithOptions(new QueryOptions { RefuseFullScan = true }).ToListAsync()));
        texts.Add(await Failure(() => query.GroupBy(i => i.ItemName).Where(group => group == null).ToListAsync()));
        texts.Add(await Failure(() => query.Concat(query.Select(i => i)).Zip(Many, (i, name) => i.ItemName + name).Where(name => name == Long).SingleAsync()));
        texts.AddRange(logger.Entries.SelectMany(entry => new[] { entry.Text, entry.Error?.Message }));
        var explanation = query.Explain();
        texts.AddRange(explanation.Predicates.Select(predicate => predicate.ToString()));
        texts.AddRange(explanation.ClientOperators.Select(step => step.ToString()));
        texts.AddRange(explanation.ToString().Split('\n'));
        texts.Add((string)query.GetType().GetProperty("DebuggerText", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(query)!);

        Assert.That(texts.Where(text => text?.Length > Short).Select(text => $"{text!.Length}: {text[..200]}"), Is.Empty);
        Assert.That(explanation.ToString(), Has.Length.LessThan(150 * ReadableText.Longest));
    }

    [Test]
    public void What_programs_read_is_whole()
    {
        var items = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything)).Items;
        var query = items.Where(i => Many.Contains(i.ItemName));

        Assert.That(query.ToWql(), Has.Length.GreaterThan(1_000_000).And.Contain("49999"));
        Assert.That(query.ToString(), Is.EqualTo(string.Join("\n", query.Explain().Requests.Take(5)) + "\nand 45 more"));
        Assert.That(query.Explain().Wql, Is.EqualTo(query.ToWql()));
        Assert.That(query.Explain().Requests, Has.Count.EqualTo(50).And.All.Length.GreaterThan(10_000));
        Assert.That(query.Explain().ToString(), Does.Contain("characters left out").And.Contain("ToWql() and the property Wql have the whole text"));
        Assert.That(items.Where(i => i.ItemName == Long).ToWql(), Does.Contain(Long));
    }

    [Test]
    public async Task A_raw_query_is_told_of_shortly_too()
    {
        var logger = new RecordingLogger();
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything), new QueryOptions { Logger = logger });
        var query = cache.Query(OfflineFiles.Sdk.Wql.WqlQuery.Create($"SELECT ItemName FROM Win32_OfflineFilesItem WHERE ItemType = 0 AND ItemName <> {Long}"));

        var row = (await query.FirstOrDefaultAsync())!;

        Assert.That(query.ToString(), Does.Contain(Long));
        Assert.That(logger.Entries.Select(entry => entry.Text), Is.Not.Empty.And.All.Length.LessThan(Short));
        Assert.That(query.Explain().ToString().Split('\n'), Has.All.Length.LessThan(Short));
        Assert.That(Assert.Catch(() => _ = row["Sparse"])!.Message, Has.Length.LessThan(Short).And.Contain("characters left out"));
        Assert.That(Assert.Catch(() => cache.QueryText($"SELECT * FROM {Long} {Long}"))!.Message, Has.Length.LessThan(Short));
        Assert.That(Assert.Catch(() => cache.QueryText($"SELECT * FROM C WHERE p = '{Long}"))!.Message, Has.Length.LessThan(Short));
        Assert.That((await Failure(() => cache.QueryText($"SELECT * FROM {Long}").ToListAsync()))!, Has.Length.LessThan(Short));
        Assert.That((await Failure(() => cache.QueryText($"SELECT * FROM Win32_OfflineFilesItem WHERE Nothing = '{Long}'").ToListAsync()))!, Has.Length.LessThan(Short));
    }

    private static async Task<string?> Failure<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (Exception error)
        {
            return error.Message;
        }
    }
}
