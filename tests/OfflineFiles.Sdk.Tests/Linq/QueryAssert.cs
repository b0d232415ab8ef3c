using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>Holds queries against rows found by plain C#, at every kind of backend, with and without async.</summary>
internal static class QueryAssert
{
    public static IEnumerable<InMemoryBackend> Backends(IEnumerable<OfflineFilesItem>? rows = null)
    {
        var all = rows ?? SampleItems.All;
        yield return new InMemoryBackend(all, PushdownProfile.Everything);
        yield return new InMemoryBackend(all, PushdownProfile.Nothing);
        yield return new WindowsTrapBackend(all);
    }

    /// <summary>The predicate, run anywhere, finds the rows that the oracle finds.</summary>
    public static async Task Finds(Expression<Func<OfflineFilesItem, bool>> predicate, Func<OfflineFilesItem, bool> oracle, IReadOnlyList<OfflineFilesItem>? rows = null)
    {
        rows ??= SampleItems.All;
        var expected = rows.Where(oracle).Select(item => item.ItemPath).ToList();
        foreach (var backend in Backends(rows))
        {
            await using var cache = new OfflineFilesCache(backend);
            var query = cache.Items.Where(predicate);
            var because = $"{backend.Pushdown.Name}: {query.Explain()}";

            Assert.That((await query.ToListAsync()).Select(item => item.ItemPath), Is.EquivalentTo(expected), because);
            Assert.That(query.AsEnumerable().Select(item => item.ItemPath), Is.EquivalentTo(expected), because);
            Assert.That(await cache.Items.CountAsync(predicate), Is.EqualTo(expected.Count), because);
            Assert.That(await cache.Items.AllAsync(predicate), Is.EqualTo(expected.Count == rows.Count), because);
            Assert.That(backend.OpenStreams, Is.Zero, because);
        }
    }

    /// <summary>What a query makes of the rows is the same at every backend, and what is expected.</summary>
    public static async Task Yields<T>(Func<IQueryable<OfflineFilesItem>, IQueryable<T>> query, params T[] expected)
    {
        foreach (var backend in Backends())
        {
            await using var cache = new OfflineFilesCache(backend);
            var asked = query(cache.Items);

            Assert.That(await asked.ToListAsync(), Is.EqualTo(expected), $"{backend.Pushdown.Name}: {asked.Explain()}");
            Assert.That(asked.ToList(), Is.EqualTo(expected), $"{backend.Pushdown.Name}: {asked.Explain()}");
            Assert.That(backend.OpenStreams, Is.Zero);
        }
    }
}
