using CsCheck;
using OfflineFiles.Sdk.Embedded.Queries;
using OfflineFiles.Sdk.Embedded.Store;
using OfflineFiles.Sdk.Schema;
using OfflineFiles.Sdk.Testing.Laws.Grammar;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Embedded.Tests.Laws;

/// <summary>For any predicate over any store the database and the recheck answer what evaluating the predicate over every row answers.</summary>
[TestFixture]
internal sealed class PredicateLoweringLaws
{
    [Test]
    public async Task Lowered_and_rechecked_is_evaluated_over_every_row()
    {
        using var cache = await LawCache.CreateAsync();
        using var store = CacheStore.Open(cache.Directory);
        var queries = new ItemQueries(store);
        var all = queries.Run(new WqlSelectQuery("Win32_OfflineFilesItem"), CancellationToken.None).ToList();
        WqlPredicateGen.Predicate.Sample(
            predicate =>
            {
                var expected = all.Where(WqlCompiler.Compile(predicate, ItemProperties.Instance)).Select(item => item.ItemPath);
                var actual = queries.Run(new WqlSelectQuery("Win32_OfflineFilesItem", predicate), CancellationToken.None).Select(item => item.ItemPath);
                return expected.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal));
            },
            iter: LawBudget.Of(3000),
            threads: 1,
            print: predicate => predicate.ToString());
    }

    /// <summary>Equal keys are exactly equal names, for every character there is.</summary>
    [Test]
    public void Keys_fold_as_texts_compare()
    {
        var byName = new Dictionary<string, string>(WqlText.Comparer);
        var byKey = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var code = 1; code <= 0x10FFFF; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF) continue;
            var text = char.ConvertFromUtf32(code);
            var first = byName.TryGetValue(text, out var known) ? known : byName[text] = text;
            var firstByKey = byKey.TryGetValue(NameKey.Of(text), out var knownByKey) ? knownByKey : byKey[NameKey.Of(text)] = text;
            if (first != firstByKey) Assert.Fail($"U+{code:X4} is {first} by name and {firstByKey} by key.");
        }
    }
}
