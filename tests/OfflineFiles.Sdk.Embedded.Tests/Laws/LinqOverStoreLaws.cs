using OfflineFiles.Sdk.Linq;

namespace OfflineFiles.Sdk.Embedded.Tests.Laws;

/// <summary>A question in C# has the answer that it means, over the real embedded backend and whatever its database holds.</summary>
[TestFixture]
internal sealed class LinqOverStoreLaws
{
    [Test]
    public async Task The_embedded_cache_answers_what_a_predicate_means()
    {
        Assume.That("\U00010400".Equals("\U00010428", StringComparison.OrdinalIgnoreCase), "OrdinalIgnoreCase of this runtime knows no letters beyond U+FFFF, and the law asks it");
        using var directory = await LawCache.CreateAsync();
        await using var cache = new OfflineFilesCache(await EmbeddedBackend.OpenAsync(new EmbeddedBackendOptions { CacheDirectory = directory.Directory }));
        var all = await cache.Items.ToListAsync();

        await Law.HoldsAsync(Question.Over(all), async question =>
        {
            var query = cache.Items.Where(question.Predicate);
            return question.IsAnswer(query.AsEnumerable().Where(question.Rows.Contains))
                && question.IsAnswer((await query.ToListAsync()).Where(question.Rows.Contains));
        });
    }
}
