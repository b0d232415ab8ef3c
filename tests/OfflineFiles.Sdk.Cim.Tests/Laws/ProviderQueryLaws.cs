using CsCheck;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Testing.Laws.Grammar;
using OfflineFiles.Sdk.Testing.Provider;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Cim.Tests.Laws;

/// <summary>
/// Whatever is asked, what the profile lets through and a residual over the rest answer like the whole predicate over all rows, trap and
/// all.
/// </summary>
public sealed class ProviderQueryLaws
{
    [Test]
    public async Task The_backend_answers_like_the_rows_themselves() => await Gen.Select(WqlPredicateGen.Predicate, ItemGen.Tree, Gen.Bool, Gen.Bool).SampleAsync(async (predicate, items, asStrings, emptyParent) =>
    {
        // A server's parent is NULL or empty: both are "no parent", and rows are asked as they arrive.
        var options = new ProviderDoubleOptions { ValuesAsStrings = asStrings, ServerHasEmptyParent = emptyParent };
        var (backend, _) = Backends.OverDouble(items, options);
        await using var owned = backend;
        var everything = await backend.QueryItemsAsync(new WqlSelectQuery("Win32_OfflineFilesItem"), default).ToListAsync();
        var expected = everything.Where(WqlCompiler.Compile(predicate, ItemProperties.Instance));

        var (pushed, residual) = Split(backend, predicate);
        var rows = await backend.QueryItemsAsync(new WqlSelectQuery("Win32_OfflineFilesItem", pushed), default).ToListAsync();
        var answer = residual is null ? rows : rows.Where(WqlCompiler.Compile(residual, ItemProperties.Instance));

        Assert.That(answer.Select(item => item.ItemPath), Is.EquivalentTo(expected.Select(item => item.ItemPath)), predicate.ToString());
    },
    iter: LawBudget.Of(1000));

    [Test]
    public async Task A_raw_query_answers_like_the_rows_themselves() => await Gen.Select(WqlPredicateGen.Predicate, ItemGen.Tree, Gen.Bool, Gen.Bool, Gen.Bool).SampleAsync(async (predicate, items, asStrings, isNarrow, opensSubtrees) =>
    {
        var (backend, provider) = Backends.OverDouble(items, options: new ProviderDoubleOptions { ValuesAsStrings = asStrings, OpensSubtrees = opensSubtrees });
        await using var cache = new OfflineFilesCache(backend);
        var everything = await backend.QueryItemsAsync(new WqlSelectQuery("Win32_OfflineFilesItem"), default).ToListAsync();
        var query = new WqlSelectQuery("Win32_OfflineFilesItem", predicate, isNarrow ? [new WqlProperty("ItemType")] : null);

        var rows = await cache.Query(query).ToListAsync();

        Assert.That(
            rows.Select(row => row["ItemPath"]),
            Is.EquivalentTo(everything.Where(WqlCompiler.Compile(predicate, ItemProperties.Instance)).Select(item => item.ItemPath)),
            $"{query} as {string.Join(", ", provider.Queries.Skip(1))}");
    },
    iter: LawBudget.Of(1000));

    private static (WqlPredicate? Pushed, WqlPredicate? Residual) Split(CimBackend backend, WqlPredicate predicate)
    {
        var conjuncts = predicate is WqlAnd and ? and.Operands : [predicate];
        var pushed = conjuncts.Where(conjunct => backend.Pushdown.Judge(conjunct).IsAllowed).ToList();
        var residual = conjuncts.Except(pushed).ToList();
        return (All(pushed), All(residual));
    }

    private static WqlPredicate? All(List<WqlPredicate> predicates) => predicates.Count == 0 ? null : WqlPredicate.And(predicates);
}
