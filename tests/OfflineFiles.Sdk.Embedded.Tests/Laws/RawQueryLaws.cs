using CsCheck;
using OfflineFiles.Sdk.Embedded.Tests.Backend;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Testing.Laws.Grammar;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Laws;

/// <summary>A raw query over a real cache answers what its predicate says of every row, whichever members are selected.</summary>
[TestFixture]
internal sealed class RawQueryLaws
{
    [Test]
    public async Task A_raw_query_answers_like_the_predicate_over_all_rows()
    {
        await using var test = await TestCache.OpenAsync(("a.txt", "a"), ("ä", "bb"), (@"sub\x%", "c"), (@"sub\docs\k", ""));
        await test.PinAsync();
        await test.OfflineAsync();
        await test.WriteAsync("a.txt", "changed");
        await test.WriteAsync(@"sub\new.txt", "new");
        var cache = new OfflineFilesCache(test.Backend, ownsBackend: false);
        var all = await cache.Query($"SELECT * FROM Win32_OfflineFilesItem").As<OfflineFilesItem>().ToListAsync();

        await Gen.Select(WqlPredicateGen.Predicate, Gen.Int[0, OfflineFilesSchema.Item.Properties.Count]).SampleAsync(
            async (predicate, selected) =>
            {
                var properties = OfflineFilesSchema.Item.Properties.Skip(selected).Take(2).Select(property => new WqlProperty(property.Name));
                var query = new WqlSelectQuery("Win32_OfflineFilesItem", predicate, properties);

                var rows = await cache.Query(query).ToListAsync();

                Assert.That(
                    rows.Select(row => row["ItemPath"]),
                    Is.EquivalentTo(all.Where(WqlCompiler.Compile(predicate, ItemProperties.Instance)).Select(item => item.ItemPath)),
                    query.ToString());
                foreach (var row in rows) Assert.That(row.ToString(), Does.StartWith("Win32_OfflineFilesItem { "), "each value that it says it holds is there");
            },
            iter: LawBudget.Of(1000),
            threads: 1);
    }
}
