using System.Text;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>
/// What each predicate becomes in WQL: the table is Cases/linq-to-wql.cases, to be read as a specification. And whatever it becomes, it
/// finds the rows that plain C# finds.
/// </summary>
[TestFixture]
public sealed class TranslationTests
{
    private static readonly string Table = Golden.InTests("Cases", "linq-to-wql.cases");

    private static IEnumerable<TestCaseData> Predicates() =>
        new PredicateCases().Cases.Select(one => new TestCaseData(one).SetArgDisplayNames(one.Text));

    [Test]
    public async Task Every_predicate_becomes_what_the_table_says()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend([], PushdownProfile.Everything));
        var actual = new StringBuilder("# Predicates over an item -> the WHERE clause they become where everything may be pushed, and what stays in the caller.\n");
        foreach (var section in new PredicateCases().Cases.GroupBy(row => row.Section))
        {
            actual.Append("\n== ").Append(section.Key).Append(" ==\n");
            foreach (var one in section) actual.Append(one.Text).Append(" -> ").Append(Outcome(cache.Items.Where(one.Predicate).Explain())).Append('\n');
        }

        if (Golden.IsUpdating) await File.WriteAllTextAsync(Table, actual.ToString());
        Assert.That(actual.ToString().Split('\n'), Is.EqualTo((await File.ReadAllTextAsync(Table)).ReplaceLineEndings("\n").Split('\n')));
    }

    [TestCaseSource(nameof(Predicates))]
    public Task A_predicate_finds_the_rows_that_C_finds(object one)
    {
        var row = (PredicateCase)one;
        return QueryAssert.Finds(row.Predicate, row.Oracle ?? row.Predicate.Compile());
    }

    private static string Outcome(QueryExplanation explanation) => string.Join("; ", explanation.Predicates
        .Select(predicate => (predicate.Pushed, predicate.ResidualBecause) switch
        {
            _ when predicate.Verdict == PredicateVerdict.Leading => $"looked up: {string.Join(", ", explanation.Requests.Select(request => request.Replace("Win32_OfflineFilesItem.", "", StringComparison.Ordinal)))}",
            (null, _) => $"residual: {predicate.ResidualBecause}",
            (_, null) => predicate.Pushed,
            _ => $"{predicate.Pushed}, checked again: {predicate.ResidualBecause}",
        })
        .DefaultIfEmpty(explanation.AccessPath == QueryAccessPath.Nothing ? "no row" : "every row"));
}
