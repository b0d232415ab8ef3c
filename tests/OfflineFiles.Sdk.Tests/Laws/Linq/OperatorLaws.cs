using CsCheck;
using OfflineFiles.Sdk.Tests.Linq;

namespace OfflineFiles.Sdk.Tests.Laws.Linq;

/// <summary>Operators mean in a query what they mean in memory under the rules of a query, in any order and at any backend.</summary>
[TestFixture]
public sealed class OperatorLaws
{
    [Test]
    public void A_chain_of_operators_yields_what_LINQ_yields_in_memory() => Holds(ChainGen.Chain, ItemGen.Tree);

    [Test]
    public void Null_is_null_through_any_chain_of_operators() => Holds(NullGen.Chain, ItemGen.AnyRows);

    private static void Holds(Gen<Chain> chains, Gen<OfflineFilesItem[]> caches) => Gen.Select(chains, caches).Sample(
        (chain, rows) =>
        {
            var expected = ChainGen.Text(chain.InMemory(rows));
            return QueryAssert.Backends(rows).All(backend => ChainGen.Text(chain.Query(new OfflineFilesCache(backend).Items)) == expected);
        },
        iter: LawBudget.Of(500),
        print: sample => $"{sample.Item1.Text} over {string.Join(", ", sample.Item2.Select(row => $"{row.ItemPath} {row.ItemName}"))}");
}
