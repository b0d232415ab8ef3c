using CsCheck;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Testing.Laws.Grammar;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Laws.Queries;

/// <summary>A raw query has one answer: that of the compiled predicate over all rows, wherever its parts ran.</summary>
public sealed class RawQueryLaws
{
    [Test]
    public async Task A_raw_query_answers_like_the_predicate_over_all_rows() => await Gen.Select(WqlPredicateGen.Predicate, ItemGen.Tree, Gen.Int[0, 3], Gen.Bool).SampleAsync(
        async (predicate, items, kind, isNarrow) =>
        {
            await using var cache = new OfflineFilesCache(kind switch
            {
                0 => new InMemoryBackend(items, PushdownProfile.Everything),
                1 => new InMemoryBackend(items, PushdownProfile.Nothing),
                _ => new WindowsTrapBackend(items) { OpensSubtrees = kind == 3 },
            });
            var query = new WqlSelectQuery("Win32_OfflineFilesItem", predicate, isNarrow ? [new WqlProperty("ItemName")] : null);

            var rows = await cache.Query(query).ToListAsync();

            Assert.That(
                rows.Select(row => row["ItemPath"]),
                Is.EquivalentTo(items.Where(WqlCompiler.Compile(predicate, ItemProperties.Instance)).Select(item => item.ItemPath)),
                query.ToString());
            Assert.That(rows.Select(row => row.Names.Count), Is.All.EqualTo(isNarrow ? 2 : OfflineFilesSchema.Item.Properties.Count));
        },
        iter: LawBudget.Of(2000));
}
