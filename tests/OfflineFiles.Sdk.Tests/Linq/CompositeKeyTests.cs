using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>
/// One rule for all keys: the texts in them ignore case, whatever they stand in, as long as nobody wrote how its values are compared. The rows
/// are the sample's, each of them twice: as it is, and in upper case.
/// </summary>
[TestFixture]
public sealed class CompositeKeyTests
{
    private static readonly OfflineFilesItem[] Rows =
        [.. SampleItems.All, .. SampleItems.All.Select(item => new OfflineFilesItem(item.ItemPath.ToUpperInvariant() + "2", item.ItemType) { ItemName = item.ItemName.ToUpperInvariant() })];

    // "Straße" keeps its ß in upper case.
    private static readonly int Different = SampleItems.All.Count;

    internal interface IKey;

    internal record OpenRecord(string Name, OfflineFilesItemType Type);

    internal sealed record DerivedRecord(string Name, OfflineFilesItemType Type, string More) : OpenRecord(Name, Type);

    internal sealed record SealedRecord(string Name, OfflineFilesItemType Type) : IKey;

    internal readonly record struct StructRecord(string Name, OfflineFilesItemType Type);

    internal sealed record OwnRecord(string Name)
    {
        public bool Equals(OwnRecord? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal);

        public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
    }

    internal struct PlainStruct
    {
        public string Name { get; set; }

        public OfflineFilesItemType Type { get; set; }
    }

    internal sealed class OwnKey(string name) : IEquatable<OwnKey>
    {
        public string Name => name;

        public bool Equals(OwnKey? other) => other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal);

        public override bool Equals(object? obj) => Equals(obj as OwnKey);

        public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
    }

    private static IEnumerable<TestCaseData> Keys()
    {
        yield return Key("text", i => i.ItemName);
        yield return Key("object", i => (object)i.ItemName);
        yield return Key("anonymous", i => new { i.ItemName, i.ItemType });
        yield return Key("ValueTuple", i => ValueTuple.Create(i.ItemName, i.ItemType));
        yield return Key("ValueTuple of many", i => ValueTuple.Create(1, 2, 3, 4, 5, 6, 7, i.ItemName));
        yield return Key("Tuple", i => Tuple.Create(i.ItemName, i.ItemType));
        yield return Key("KeyValuePair", i => new KeyValuePair<string, OfflineFilesItemType>(i.ItemName, i.ItemType));
        yield return Key("record", i => new OpenRecord(i.ItemName, i.ItemType));
        yield return Key("derived record", i => new DerivedRecord(i.ItemName, i.ItemType, i.ItemName));
        yield return Key("sealed record", i => new SealedRecord(i.ItemName, i.ItemType));
        yield return Key("record as its interface", i => (IKey)new SealedRecord(i.ItemName, i.ItemType));
        yield return Key("record struct", i => new StructRecord(i.ItemName, i.ItemType));
        yield return Key("plain struct", i => new PlainStruct { Name = i.ItemName, Type = i.ItemType });
        yield return Key("nested", i => new { Pair = ValueTuple.Create(new SealedRecord(i.ItemName, i.ItemType), Tuple.Create(new { i.ItemName })) });
    }

    private static IEnumerable<TestCaseData> OwnKeys()
    {
        yield return Key("a class that says itself", i => new OwnKey(i.ItemName));
        yield return Key("a record that says itself", i => new OwnRecord(i.ItemName));
        yield return Key("inside of others", i => new { Own = new OwnKey(i.ItemName) });
    }

    [TestCaseSource(nameof(Keys))]
    public Task Texts_in_a_key_ignore_case(object key) => ((IKeyCase)key).HoldsAsync(Different);

    // Three names of the sample are in upper case already, or have none.
    [TestCaseSource(nameof(OwnKeys))]
    public Task A_type_that_says_itself_when_two_are_one_is_believed(object key) =>
        ((IKeyCase)key).HoldsAsync(Rows.Select(item => item.ItemName).Distinct(StringComparer.Ordinal).Count());

    [Test]
    public Task Records_are_compared_by_their_parts_inside_of_a_query_too() => QueryAssert.Finds(
        i => new SealedRecord(i.ItemName, i.ItemType) == new SealedRecord("SRV", OfflineFilesItemType.Server), item => item.ItemName == "srv");

    [Test]
    public async Task A_default_comparer_says_nothing()
    {
        foreach (var backend in QueryAssert.Backends(Rows))
        {
            await using var cache = new OfflineFilesCache(backend);

            Assert.That(cache.Items.GroupBy(i => i.ItemName, EqualityComparer<string>.Default).Count(), Is.EqualTo(Different));
            Assert.That(cache.Items.Select(i => i.ItemName).Distinct(EqualityComparer<string>.Default).Count(), Is.EqualTo(Different));
            Assert.That(
                cache.Items.Where(i => i.ItemType == OfflineFilesItemType.Share).Select(i => i.ItemName).OrderBy(name => name, Comparer<string>.Default),
                Is.EqualTo(new[] { "data", "DATA", "data2", "DATA2" }));
            Assert.That(cache.Items.GroupBy(i => i.ItemName, StringComparer.Ordinal).Count(), Is.GreaterThan(Different));
        }
    }

    // What is null inside of a row is the default of its type only outside of the query.
    [Test]
    public async Task A_default_comparer_says_nothing_of_rows_with_null_in_them()
    {
        foreach (var backend in QueryAssert.Backends(Rows))
        {
            await using var cache = new OfflineFilesCache(backend);
            var sizes = cache.Items.Select(i => new { Size = i.FileSysInfo!.LocalSize });
            var missing = cache.Items.Where(i => i.FileSysInfo == null || i.FileSysInfo.LocalSize == 0).Select(i => new { Size = i.FileSysInfo!.LocalSize });

            Assert.That(missing.Distinct().Count(), Is.EqualTo(2));
            Assert.That(ByDefault(missing).Count(), Is.EqualTo(2));
            Assert.That(ByDefault(sizes), Is.EqualTo(sizes.Distinct()));
            Assert.That(
                cache.Items.Select(i => i.ItemName).Where(name => name == "sRv").Contains("SRV", EqualityComparer<string>.Default));
        }

        static IQueryable<T> ByDefault<T>(IQueryable<T> rows) => rows.Distinct(EqualityComparer<T>.Default);
    }

    [Test]
    public async Task Tuples_are_ordered_ignoring_case() => await QueryAssert.Yields(
        items => items.Where(i => i.ItemName.StartsWith("q") || i.ItemName == "Reports").OrderBy(i => ValueTuple.Create(i.ItemName, i.ItemType)).Select(i => i.ItemName),
        "q1.xlsx", "Q2.XLSX", "Reports");

    [Test]
    public async Task Texts_of_a_group_are_told_apart_as_those_of_the_query()
    {
        foreach (var backend in QueryAssert.Backends(Rows))
        {
            await using var cache = new OfflineFilesCache(backend);

            Assert.That(cache.Items.GroupBy(i => 1).Select(group => group.Select(i => i.ItemName).Distinct().Count()).Single(), Is.EqualTo(Different));
            Assert.That(cache.Items.GroupBy(i => 1, (_, rows) => rows.Select(i => i.ItemName).ToHashSet().Count).Single(), Is.EqualTo(Different));
            Assert.That(cache.Items.GroupBy(i => 1, (_, rows) => rows.Select(i => i.ItemName).ToHashSet(EqualityComparer<string>.Default).Count).Single(), Is.EqualTo(Different));
            Assert.That(
                cache.Items.GroupBy(i => 1).Select(group => group.Select(i => i.ItemName).Distinct(EqualityComparer<string>.Default).Count()).Single(),
                Is.EqualTo(Different));
            Assert.That(cache.Items.GroupBy(i => 1).Select(group => group.GroupBy(i => i.ItemName, EqualityComparer<string>.Default).Count()).Single(), Is.EqualTo(Different));
            Assert.That(cache.Items.GroupBy(i => 1, (_, rows) => rows.Select(i => i.ItemName).Distinct(StringComparer.Ordinal).Count()).Single(), Is.EqualTo(23));
            Assert.That(cache.Items.GroupBy(i => 1).Select(group => group.Select(i => i.ItemName).Contains("sRv")).Single());
            Assert.That(cache.Items.GroupBy(i => 1).Select(group => group.Select(i => i.ItemName).Contains("sRv", EqualityComparer<string>.Default)).Single());
        }
    }

    [Test]
    public async Task Collections_that_are_kept_ignore_case_read_either_way()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, OfflineFiles.Sdk.Backends.PushdownProfile.Everything));
        var items = cache.Items;

        Assert.That(items.ToDictionary(i => i.ItemName)["SRV"].ItemName, Is.EqualTo("srv"));
        Assert.That((await items.ToDictionaryAsync(i => i.ItemName))["SRV"].ItemName, Is.EqualTo("srv"));
        Assert.That(items.ToDictionary(i => i.ItemName, i => i.ItemType)["SRV"], Is.EqualTo(OfflineFilesItemType.Server));
        Assert.That(items.ToDictionary(i => i.ItemName, StringComparer.Ordinal).ContainsKey("SRV"), Is.False);
        Assert.That(items.ToLookup(i => i.ItemName)["SRV"].Count(), Is.EqualTo(1));
        Assert.That(items.ToLookup(i => i.ItemName, i => i.ItemType)["SRV"], Is.EqualTo(new[] { OfflineFilesItemType.Server }));
        Assert.That((await items.ToLookupAsync(i => i.ItemName))["SRV"].Count(), Is.EqualTo(1));
        Assert.That(items.Select(i => i.ItemName).ToHashSet().Contains("SRV"));
        Assert.That(items.Select(i => i.ItemName).ToHashSet(StringComparer.Ordinal).Contains("SRV"), Is.False);
        Assert.That((await items.Select(i => i.ItemName).ToHashSetAsync()).Contains("SRV"));
        Assert.That(items.ToDictionary(i => new SealedRecord(i.ItemName, i.ItemType)).ContainsKey(new SealedRecord("SRV", OfflineFilesItemType.Server)));
#if NET9_0_OR_GREATER
        Assert.That(items.CountBy(i => i.ItemName).ToDictionary()["SRV"], Is.EqualTo(1));
#endif
        Assert.That(() => items.ToDictionary(i => i.ItemName.Substring(0, 1)), Throws.ArgumentException, "Q1 and q2");
    }

    [Test]
    public void A_query_from_elsewhere_keeps_its_own_rule()
    {
        var names = new[] { "a", "A" }.AsQueryable();

        Assert.That(names.ToHashSet(), Has.Count.EqualTo(2));
        Assert.That(names.ToDictionary(name => name), Has.Count.EqualTo(2));
        Assert.That(names.ToLookup(name => name), Has.Count.EqualTo(2));
        Assert.That(names.Select(name => new KeyValuePair<string, int>(name, 1)).ToDictionary(), Has.Count.EqualTo(2));
    }

    private static TestCaseData Key<TKey>(string name, Expression<Func<OfflineFilesItem, TKey>> key)
        where TKey : notnull
        => new TestCaseData(new KeyCase<TKey>(key)).SetArgDisplayNames(name);

    private interface IKeyCase
    {
        Task HoldsAsync(int different);
    }

    private sealed record KeyCase<TKey>(Expression<Func<OfflineFilesItem, TKey>> Of) : IKeyCase
        where TKey : notnull
    {
        public async Task HoldsAsync(int different)
        {
            foreach (var backend in QueryAssert.Backends(Rows))
            {
                await using var cache = new OfflineFilesCache(backend);
                var keys = cache.Items.Select(Of);
                var inMemory = Rows.Select(Of.Compile()).ToList();
                var counts = new List<(string, int)>
                {
                    ("GroupBy", cache.Items.GroupBy(Of).Count()),
                    ("Distinct", keys.Distinct().Count()),
                    ("DistinctBy", cache.Items.DistinctBy(Of).Count()),
                    ("Union", keys.Union(inMemory).Count()),
                    ("Intersect", keys.Intersect(inMemory).Count()),
                    ("ExceptBy", different - cache.Items.ExceptBy(inMemory, Of).Count()),
                    ("GroupJoin", cache.Items.GroupJoin(Rows, Of, Of, (_, others) => others.Count()).Sum() * different / Squares()),
                    ("ToLookup", cache.Items.ToLookup(Of.Compile()).Count),
                    ("ToHashSet", keys.ToHashSet().Count),
                    ("ToHashSetAsync", (await keys.ToHashSetAsync()).Count),
#if NET9_0_OR_GREATER
                    ("CountBy", cache.Items.CountBy(Of).Count()),
#endif
                };

                Assert.That(counts.Select(count => count.Item2), Is.All.EqualTo(different), $"{backend.Pushdown.Name}: {string.Join(", ", counts)}");
                Assert.That(keys.SequenceEqual(inMemory));
                Assert.That(keys.Contains(inMemory[^1]));

                // How many pairs a join with itself makes.
                int Squares() => cache.Items.GroupBy(Of).Select(group => group.Count() * group.Count()).Sum();
            }
        }
    }
}
