using CsCheck;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Tests.Laws.Linq;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Laws.Queries;

/// <summary>A raw query has one answer: that of the compiled predicate over all rows, wherever its parts ran.</summary>
public sealed class RawQueryLaws
{
    private static readonly Gen<WqlPredicate> Term = Gen.OneOf(
        Gen.Select(Pick.Of("ItemPath", "ParentItemPath"), Comparisons(), Pick.Of(ItemGen.Paths), (name, comparison, path) =>
            (WqlPredicate)new WqlComparison(new WqlProperty(name), comparison, WqlConstant.String(path))),
        Gen.Select(Comparisons(), Pick.Of(ItemGen.Texts), (comparison, text) =>
            (WqlPredicate)new WqlComparison(new WqlProperty("ItemName"), comparison, WqlConstant.String(text))),
        Gen.Select(Pick.Of("ItemType", "FileSysInfo.LocalSize", "FileSysInfo.RemoteSize"), Comparisons(), Pick.Of(ItemGen.Numbers), (name, comparison, number) =>
            (WqlPredicate)new WqlComparison(WqlProperty.Parse(name), comparison, WqlConstant.Integer(number))),
        Gen.Select(Pick.Of("PinInfo.Pinned", "Encrypted", "Sparse"), Equalities(), Gen.Bool, (name, comparison, value) =>
            (WqlPredicate)new WqlComparison(WqlProperty.Parse(name), comparison, WqlConstant.Boolean(value))),
        Gen.Select(Pick.Of("ItemPath", "ParentItemPath", "ItemName"), Pick.Of("%a%", @"\\s\a%", @"\\s\a\%", @"\\s\A\b\_%", "%", "[[]x]"), (name, pattern) =>
            (WqlPredicate)new WqlLike(new WqlProperty(name), new WqlLikePattern(pattern))),
        Gen.Select(Pick.Of("ItemPath", "ParentItemPath", "PinInfo", "DirtyInfo.LocalDirtyByteCount"), Gen.Bool, (name, negated) =>
            (WqlPredicate)new WqlNullTest(WqlProperty.Parse(name), negated)));

    private static readonly Gen<WqlPredicate> Predicate = Gen.Recursive<WqlPredicate>((depth, inner) => depth >= 3
        ? Term
        : Gen.Frequency(
            (3, Term),
            (2, inner.Array[2, 3].Select(operands => WqlPredicate.And(operands))),
            (2, inner.Array[2, 3].Select(operands => WqlPredicate.Or(operands))),
            (1, inner.Select(WqlPredicate.Not))));

    // The Windows provider has trees; the other backends answer for whatever rows there are.
    private static readonly Gen<(OfflineFilesItem[] Items, int Kind)> Rows = Gen.OneOf(
        Gen.Select(ItemGen.Cache, Gen.Int[0, 1]), Gen.Select(ItemGen.Tree, Gen.Int[2, 3]));

    [Test]
    public async Task A_raw_query_answers_like_the_predicate_over_all_rows() => await Gen.Select(Predicate, Rows, Gen.Bool).SampleAsync(
        async (predicate, rowsOf, isNarrow) =>
        {
            var (items, kind) = rowsOf;
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
            Assert.That(rows.Select(row => row.Names.Count), Is.All.EqualTo(isNarrow ? 2 : 12));
        },
        iter: LawBudget.Of(2000));

    private static Gen<WqlComparisonOperator> Equalities() => Pick.Of(WqlComparisonOperator.Equal, WqlComparisonOperator.NotEqual);

    private static Gen<WqlComparisonOperator> Comparisons() =>
        Gen.OneOf(Equalities(), Pick.Of(WqlComparisonOperator.Equal, WqlComparisonOperator.Less, WqlComparisonOperator.GreaterOrEqual));
}
