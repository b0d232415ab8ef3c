using System.Collections.Immutable;
using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>One rule for all collections: without a comparer of its own each is the same question, and with one it is what that says.</summary>
[TestFixture]
public sealed class SetKindTests
{
    private static IEnumerable<TestCaseData> OfNoComparer() => Cases(SetKinds.OfNoComparer());

    private static IEnumerable<TestCaseData> OfIgnoringCase() => Cases(SetKinds.Of(StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<TestCaseData> OfOrdinal() => Cases(SetKinds.Of(StringComparer.Ordinal));

    private static IEnumerable<TestCaseData> OfCulture() => Cases(SetKinds.Of(StringComparer.InvariantCulture));

    [TestCaseSource(nameof(OfNoComparer))]
    [TestCaseSource(nameof(OfIgnoringCase))]
    public async Task A_set_that_names_no_rule_ignores_case_and_is_pushed(Expression<Func<OfflineFilesItem, bool>> holds)
    {
        await QueryAssert.Finds(holds, item => SetKinds.Names.Contains(item.ItemName, StringComparer.OrdinalIgnoreCase));
        await QueryAssert.Finds(Not(holds), item => !SetKinds.Names.Contains(item.ItemName, StringComparer.OrdinalIgnoreCase));
        var predicate = (await ExplainAsync(holds)).Predicates.Single();
        Assert.That(predicate.ResidualBecause, Is.Null);
        Assert.That(SetKinds.Names.All(name => predicate.Pushed!.Contains($"'{name}'", StringComparison.Ordinal)), predicate.Pushed);
    }

    [TestCaseSource(nameof(OfOrdinal))]
    public async Task A_set_that_counts_case_is_pushed_as_more_and_checked_again(Expression<Func<OfflineFilesItem, bool>> holds)
    {
        await QueryAssert.Finds(holds, item => SetKinds.Names.Contains(item.ItemName, StringComparer.Ordinal));
        await QueryAssert.Finds(Not(holds), item => !SetKinds.Names.Contains(item.ItemName, StringComparer.Ordinal));
        var predicate = (await ExplainAsync(holds)).Predicates.Single();
        Assert.That((predicate.Pushed is not null, predicate.ResidualBecause), Is.EqualTo((true, "WQL ignores case and the call does not")));
    }

    [TestCaseSource(nameof(OfCulture))]
    public async Task A_set_with_a_rule_of_its_own_runs_as_it_is_written(Expression<Func<OfflineFilesItem, bool>> holds)
    {
        await QueryAssert.Finds(holds, item => SetKinds.Names.Contains(item.ItemName, StringComparer.InvariantCulture));
        Assert.That((await ExplainAsync(holds)).Predicates.Single().ResidualBecause, Is.EqualTo("which texts its comparer takes for equal only the comparer knows"));
    }

    [Test]
    public async Task A_collection_that_searches_itself_is_asked()
    {
        var own = new SetKinds.OwnSearch("1234567");
        Expression<Func<OfflineFilesItem, bool>> holds = i => own.Contains(i.ItemName);

        await QueryAssert.Finds(holds, item => item.ItemName.Length == 7);
        Assert.That((await ExplainAsync(holds)).Predicates.Single().ResidualBecause, Is.EqualTo("what it holds only the collection itself knows"));
    }

    [Test]
    public async Task A_collection_that_enumerates_other_things_than_it_is_asked_for_is_asked()
    {
        var keyed = new SetKinds.Keyed { "+srv" };
        var columns = new System.Data.DataTable { Columns = { "srv" } }.Columns;

        await QueryAssert.Finds(i => keyed.Contains(i.ItemName), item => item.ItemName == "srv");
        await QueryAssert.Finds(i => columns.Contains(i.ItemName), item => item.ItemName == "srv");
    }

    [Test]
    public async Task A_set_of_other_values_with_a_comparer_of_its_own_runs_as_it_is_written()
    {
        var sizes = new HashSet<long>([7], EqualityComparer<long>.Create((x, y) => x / 10 == y / 10, x => (x / 10).GetHashCode()));

        await QueryAssert.Finds(i => sizes.Contains(i.FileSysInfo!.LocalSize), item => item.FileSysInfo?.LocalSize is >= 0 and < 10);
    }

    [Test]
    public async Task A_place_in_a_list_is_one_where_the_value_is_found_ignoring_case()
    {
        List<string> names = ["srv", "Q1.XLSX", "SRV", "data"];

        await QueryAssert.Finds(i => names.IndexOf(i.ItemName) == 1, item => item.ItemName == "q1.xlsx");
        await QueryAssert.Finds(i => names.IndexOf(i.ItemName) < 2 && i.ItemName != "x", item => item.ItemName is not "data");
        await QueryAssert.Finds(i => names.LastIndexOf(i.ItemName) == 2, item => item.ItemName == "srv");
        await QueryAssert.Finds(i => names.IndexOf(i.ItemName) == 2, _ => false);
        await QueryAssert.Yields(
            items => items.Where(i => names.Contains(i.ItemName)).OrderBy(i => names.IndexOf(i.ItemName)).Select(i => names.LastIndexOf(i.ItemName)), 2, 1, 3);
    }

    [Test]
    public async Task What_is_read_by_a_key_follows_the_rule_by_which_the_key_is_found()
    {
        var map = new Dictionary<string, int> { ["Q1.XLSX"] = 1, ["q2.xlsx"] = 2, ["Q2.XLSX"] = 3 };
        var exact = new Dictionary<string, int>(map, StringComparer.Ordinal);
        var frozen = ImmutableDictionary.CreateRange(map);
        var lookup = map.ToLookup(pair => pair.Key, pair => pair.Value);

        await QueryAssert.Finds(i => map.ContainsKey(i.ItemName) && map[i.ItemName] == 1, item => item.ItemName == "q1.xlsx");
        await QueryAssert.Finds(i => map.GetValueOrDefault(i.ItemName) == 3, item => item.ItemName == "Q2.XLSX");
        await QueryAssert.Finds(i => frozen.ContainsKey(i.ItemName) && frozen[i.ItemName] == 1, item => item.ItemName == "q1.xlsx");
        await QueryAssert.Finds(i => lookup[i.ItemName].Contains(1), item => item.ItemName == "q1.xlsx");
        await QueryAssert.Finds(i => exact.ContainsKey(i.ItemName) && exact[i.ItemName] >= 1, item => item.ItemName == "Q2.XLSX");
    }

    [Test]
    public async Task A_set_that_is_made_of_the_row_ignores_case_too()
    {
        await QueryAssert.Finds(i => new[] { i.ItemName, i.ParentItemPath }.Contains("SRV"), item => item.ItemName == "srv");
        await QueryAssert.Finds(i => i.ItemPath.Split('\\', StringSplitOptions.None).Contains("REPORTS"), item => item.ItemPath.Contains("Reports", StringComparison.Ordinal));
        Assert.That(
            (await ExplainAsync(i => new[] { i.ItemName, i.ParentItemPath }.Contains("SRV"))).Predicates.Single().Pushed,
            Is.EqualTo("ItemName = 'SRV' OR ParentItemPath = 'SRV'"));
    }

    [Test]
    public async Task One_set_held_against_another_ignores_case_unless_it_has_a_comparer()
    {
        var (set, sorted, exact) = (new HashSet<string> { "SRV" }, new SortedSet<string> { "SRV" }, new HashSet<string>(["SRV"], StringComparer.Ordinal));
        ISet<string> any = set;

        await QueryAssert.Finds(i => set.Overlaps(new[] { i.ItemName, "x" }), item => item.ItemName == "srv");
        await QueryAssert.Finds(i => sorted.Overlaps(new[] { i.ItemName }), item => item.ItemName == "srv");
        await QueryAssert.Finds(i => any.SetEquals(new List<string> { i.ItemName }), item => item.ItemName == "srv");
        await QueryAssert.Finds(i => set.IsSubsetOf(new[] { i.ItemName, "x" }), item => item.ItemName == "srv");
        await QueryAssert.Finds(i => set.IsProperSubsetOf(new[] { i.ItemName, "x" }), item => item.ItemName == "srv");
        await QueryAssert.Finds(i => set.IsSupersetOf(new[] { i.ItemName }), item => item.ItemName == "srv");
        await QueryAssert.Finds(i => new HashSet<string> { i.ItemName }.Overlaps(sorted), item => item.ItemName == "srv");
        await QueryAssert.Finds(i => exact.Overlaps(new[] { i.ItemName }), _ => false);
    }

    [Test]
    public async Task Places_from_a_start_on_nodes_and_sequences_ignore_case_too()
    {
        List<string> names = ["srv", "Q1.XLSX", "SRV", "data"];
        string[] array = [.. names];
        var linked = new LinkedList<string>(names);

        await QueryAssert.Finds(i => names.IndexOf(i.ItemName, 1) == 2, item => item.ItemName == "srv");
        await QueryAssert.Finds(i => Array.IndexOf(array, i.ItemName, 1, 2) > 0, item => item.ItemName is "srv" or "q1.xlsx");
        await QueryAssert.Finds(i => names.LastIndexOf(i.ItemName, 1) == 0, item => item.ItemName == "srv");
        await QueryAssert.Finds(i => linked.Find(i.ItemName)!.Value == "Q1.XLSX", item => item.ItemName == "q1.xlsx");
        await QueryAssert.Finds(i => new[] { "SRV" }.SequenceEqual(new[] { i.ItemName }), item => item.ItemName == "srv");
    }

    [Test]
    public async Task Values_that_are_compared_by_their_parts_are_found_ignoring_case()
    {
        var wanted = new[] { new { Name = "SRV", Type = OfflineFilesItemType.Server } };
        var pairs = new HashSet<(string, OfflineFilesItemType)> { ("SRV", OfflineFilesItemType.Server) };

        await QueryAssert.Finds(i => wanted.Contains(new { Name = i.ItemName, Type = i.ItemType }), item => item.ItemName == "srv");
        await QueryAssert.Finds(i => pairs.Contains(ValueTuple.Create(i.ItemName, i.ItemType)), item => item.ItemName == "srv");
        await QueryAssert.Finds(i => new { Name = i.ItemName, Type = i.ItemType }.Equals(wanted[0]), item => item.ItemName == "srv");
    }

    private static async Task<QueryExplanation> ExplainAsync(Expression<Func<OfflineFilesItem, bool>> predicate)
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend([], PushdownProfile.Everything));
        return cache.Items.Where(predicate).Explain();
    }

    private static Expression<Func<OfflineFilesItem, bool>> Not(Expression<Func<OfflineFilesItem, bool>> predicate) =>
        Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.Not(predicate.Body), predicate.Parameters);

    private static IEnumerable<TestCaseData> Cases(IEnumerable<(string Kind, Expression<Func<OfflineFilesItem, bool>> Holds)> cases) =>
        cases.Select(one => new TestCaseData(one.Holds).SetArgDisplayNames(one.Kind));
}
