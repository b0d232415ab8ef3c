using System.Text;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Testing.Meaning;
using OfflineFiles.Sdk.Tests.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Acceptance;

/// <summary>
/// Queries over one sample cache. Each answers what the oracle answers, at every kind of backend, with and without async; and what each sends
/// and leaves to the caller is kept beside it, in Cases/queries-*.cases.
/// </summary>
[TestFixture]
public sealed class AcceptanceTests
{
    internal static readonly (string Theme, IReadOnlyList<AcceptanceCase> Cases)[] Tables =
    [
        ("administration", AdministrationQueries.All),
        ("comparisons", ComparisonQueries.All),
        ("composition", CompositionQueries.All),
        ("order", OrderQueries.All),
        ("paths", PathQueries.All),
        ("projections", ProjectionQueries.All),
        ("text", TextQueries.All),
        ("values", ValueQueries.All),
    ];

    private static IEnumerable<TestCaseData> Queries() =>
        Tables.SelectMany(table => table.Cases).Select(query => new TestCaseData(query).SetArgDisplayNames(query.Text));

    private static IEnumerable<string> Themes() => Tables.Select(table => table.Theme);

    [TestCaseSource(nameof(Queries))]
    public async Task A_query_answers_what_it_means(AcceptanceCase query)
    {
        var expected = await Outcome(() => Task.FromResult(query.Ask(new OracleQuery<OfflineFilesItem>(SampleCache.All))));
        foreach (var backend in QueryAssert.Backends(SampleCache.All))
        {
            await using var cache = new OfflineFilesCache(backend);

            Check(await Outcome(() => Task.FromResult(query.Ask(cache.Items))), expected, query, backend);
            Check(await Outcome(() => query.TryAskAsync(cache.Items, out var answer) ? answer : Task.FromResult(expected)), expected, query, backend);
            Assert.That(backend.OpenStreams, Is.Zero);
        }
    }

    [TestCaseSource(nameof(Themes))]
    public async Task What_a_query_sends_and_leaves_to_the_caller_is_what_the_table_says(string theme)
    {
        var table = new StringBuilder("# Queries over the sample cache -> what is sent where everything may be pushed | what is left to the caller.\n\n");
        foreach (var query in Tables.Single(table => table.Theme == theme).Cases)
            table.Append(query.Text).Append(" -> ").Append(await Sent(query)).Append('\n');

        var path = Golden.InTests("Cases", $"queries-{theme}.cases");
        if (Golden.IsUpdating) await File.WriteAllTextAsync(path, table.ToString());
        Assert.That(table.ToString().Split('\n'), Is.EqualTo((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n").Split('\n')));
    }

    private static void Check(object? answer, object? expected, AcceptanceCase query, InMemoryBackend backend) => Assert.That(
        answer,
        expected is List<object?> && !query.Text.Contains("OrderBy", StringComparison.Ordinal) ? Is.EquivalentTo((List<object?>)expected) : Is.EqualTo(expected),
        backend.Pushdown.Name);

    // A query may well find nothing where it must find something: then that is its answer.
    private static async Task<object?> Outcome(Func<Task<object?>> ask)
    {
        try
        {
            return await ask();
        }
        catch (InvalidOperationException exception)
        {
            return exception.GetType();
        }
    }

    private static async Task<string> Sent(AcceptanceCase query)
    {
        var backend = new InMemoryBackend(SampleCache.All, PushdownProfile.Everything);
        await using var cache = new OfflineFilesCache(backend);
        await Outcome(() => Task.FromResult(query.Ask(cache.Items)));
        var sent = string.Join("; ", backend.Queries.Concat(backend.LookedUp.Select(path => $"look-up of {path}")).DefaultIfEmpty("nothing"));
        if (query.Rows(cache.Items) is not { } rows) return sent;
        QueryExplanation explanation = OfflineFilesQueryableExtensions.Explain((dynamic)rows);
        var reasons = explanation.Predicates.Where(part => part.ResidualBecause is not null).Select(part => $"{part.Predicate}: {part.ResidualBecause}");
        var left = explanation.ClientOperators.Where(step => !step.Text.StartsWith("Where", StringComparison.Ordinal) || explanation.HasResidual).Select(step => step.Text).Concat(reasons).ToList();
        return left.Count == 0 ? sent : $"{sent} | {string.Join(" | ", left)}";
    }
}
