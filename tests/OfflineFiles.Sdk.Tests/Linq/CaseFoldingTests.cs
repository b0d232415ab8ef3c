#pragma warning disable CA1862, CA1310, CA1309 // Ways of asking as people write them.
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>
/// Case has one meaning however a query asks and wherever it runs, also for letters whose case some runtimes do not know: U+A7DC and U+019B
/// (Unicode 16.0, which an older ICU lacks), U+10400 and U+10428 (which .NET Framework and older versions of Windows do not fold).
/// </summary>
[TestFixture]
public sealed class CaseFoldingTests
{
    private const string Small = "\u019B\U00010428";
    private const string Capital = "\uA7DC\U00010400";
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    private static readonly OfflineFilesItem Row = new($@"\\srv\data\{Small}\a{Small}.txt", OfflineFilesItemType.File);
    private static readonly OfflineFilesItem[] Rows = [.. SampleItems.All, new($@"\\srv\data\{Small}", OfflineFilesItemType.Directory), Row];

    private static IEnumerable<TestCaseData> Predicates()
    {
        const string Name = $"A{Capital}.TXT";
        const string Path = $@"\\srv\data\{Capital}\{Name}";
        var loose = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Name };
        var mapped = new Dictionary<string, int>(WqlText.Comparer) { [Name] = 1 };
        string[] names = [Name, "none"];
        UncPath folder = $@"\\srv\data\{Capital}";

        yield return Case(i => i.ItemName == Name);
        yield return Case(i => !(i.ItemName != Name));
        yield return Case(i => i.Path == Path);
        yield return Case(i => i.ItemPath == Path);
        yield return Case(i => i.ParentItemPath == $@"\\srv\data\{Capital}");
        yield return Case(i => i.ItemName.Equals(Name));
        yield return Case(i => string.Equals(i.ItemName, Name));
        yield return Case(i => string.Compare(i.ItemName, Name) == 0);
        yield return Case(i => i.ItemName.CompareTo(Name) == 0);
        yield return Case(i => i.ItemName.StartsWith($"A{Capital}"));
        yield return Case(i => i.ItemName.EndsWith($"{Capital}.txt"));
        yield return Case(i => i.ItemName.Contains(Capital) && i.ItemType == OfflineFilesItemType.File);
        yield return Case(i => i.ItemName.Contains('\uA7DC') && i.ItemType == OfflineFilesItemType.File);
        yield return Case(i => i.ItemName.IndexOf(Capital) == 1);
        yield return Case(i => i.ItemName.LastIndexOf(Capital) == 1);
        yield return Case(i => i.ItemName.Trim() == Name);
        yield return Case(i => i.IsUnder(folder));
        yield return Case(i => i.Path.IsUnder(folder));
        yield return Case(i => i.Path.IsAtOrUnder(Path));
        yield return Case(i => names.Contains(i.ItemName));
        yield return Case(i => loose.Contains(i.ItemName));
        yield return Case(i => names.Contains(i.ItemName, StringComparer.OrdinalIgnoreCase));
        yield return Case(i => names.Contains(i.ItemName, WqlText.Comparer));
        yield return Case(i => names.Any(name => i.ItemName == name));

        // The caller's own word means the same.
        yield return Case(i => i.ItemName.Equals(Name, IgnoreCase));
        yield return Case(i => string.Equals(Name, i.ItemName, IgnoreCase));
        yield return Case(i => string.Equals(i.ItemName.Trim(), Name, IgnoreCase));
        yield return Case(i => i.ItemName.Trim().Equals(Name, IgnoreCase));
        yield return Case(i => string.Compare(i.ItemName, Name, IgnoreCase) == 0);
        yield return Case(i => string.Compare(i.ItemName.Trim(), Name, IgnoreCase) == 0);
        yield return Case(i => i.ItemName.Trim().StartsWith($"A{Capital}", IgnoreCase));
        yield return Case(i => i.ItemName.Trim().EndsWith($"{Capital}.txt", IgnoreCase));
        yield return Case(i => i.ItemName.Trim().Contains(Capital, IgnoreCase) && i.ItemType == OfflineFilesItemType.File);
        yield return Case(i => i.ItemName.IndexOf(Capital, IgnoreCase) == 1);
        yield return Case(i => i.ItemName.LastIndexOf(Capital, IgnoreCase) == 1);
        yield return Case(i => i.ItemName.Trim().Contains('\uA7DC', IgnoreCase) && i.ItemType == OfflineFilesItemType.File);

        // Other rules are those of .NET.
        yield return Case(i => !i.ItemName.Equals(Name, StringComparison.Ordinal) && i.ItemName == Name);
        yield return Case(i => i.ItemName.Contains(Small, StringComparison.Ordinal) && i.ItemType == OfflineFilesItemType.File);
    }

    [TestCaseSource(nameof(Predicates))]
    public Task A_letter_is_found_in_its_other_case(Expression<Func<OfflineFilesItem, bool>> predicate) =>
        QueryAssert.Finds(predicate, item => item.ItemPath == Row.ItemPath, Rows);

    [Test]
    public async Task Keys_and_orders_take_a_letter_in_both_cases_for_one()
    {
        OfflineFilesItem[] rows = [new($@"\\srv\data\{Small}", OfflineFilesItemType.File), new($@"\\srv\other\{Capital}", OfflineFilesItemType.File)];
        foreach (var backend in QueryAssert.Backends(rows))
        {
            await using var cache = new OfflineFilesCache(backend);
            var names = cache.Items.Select(i => i.ItemName);

            Assert.That(await names.Distinct().CountAsync(), Is.EqualTo(1));
            Assert.That(await names.Distinct(StringComparer.OrdinalIgnoreCase).CountAsync(), Is.EqualTo(1));
            Assert.That(await names.Distinct(StringComparer.Ordinal).CountAsync(), Is.EqualTo(2));
            Assert.That(await names.ContainsAsync(Capital, StringComparer.OrdinalIgnoreCase), Is.True);
            Assert.That(await names.Select(name => name + "!").ContainsAsync(Capital + "!", StringComparer.OrdinalIgnoreCase), Is.True);
            Assert.That(await cache.Items.GroupBy(i => i.ItemName).CountAsync(), Is.EqualTo(1));
            Assert.That(await cache.Items.GroupBy(i => new { i.ItemName, i.ItemType }).CountAsync(), Is.EqualTo(1));
            Assert.That(await cache.Items.DistinctBy(i => i.ItemName, StringComparer.OrdinalIgnoreCase).CountAsync(), Is.EqualTo(1));
            Assert.That(await cache.Items.Join(new[] { Capital }, i => i.ItemName, name => name, (i, name) => name).CountAsync(), Is.EqualTo(2));
            Assert.That(await names.Except(new[] { Capital }).CountAsync(), Is.Zero);
            Assert.That(await names.ToHashSetAsync(), Has.Count.EqualTo(1));
            Assert.That(await names.OrderBy(name => name).ThenBy(name => name, StringComparer.Ordinal).FirstAsync(), Is.EqualTo(Small));
            Assert.That(await names.OrderBy(name => name, StringComparer.OrdinalIgnoreCase).FirstAsync(), Is.EqualTo(Small), "they are equal, so the first stays first");
        }
    }

    [Test]
    public void Paths_items_and_snapshots_take_a_letter_in_both_cases_for_one()
    {
        UncPath small = $@"\\srv\data\{Small}", capital = $@"\\SRV\data\{Capital}";
        var other = new OfflineFilesItem($@"\\srv\data\{Capital}\A{Capital}.TXT", OfflineFilesItemType.File);

        Assert.Multiple(() =>
        {
            Assert.That(small, Is.EqualTo(capital));
            Assert.That(small.GetHashCode(), Is.EqualTo(capital.GetHashCode()));
            Assert.That(small.CompareTo(capital), Is.Zero);
            Assert.That(small.Append("x").IsUnder(capital), Is.True);
            Assert.That(other, Is.EqualTo(Row));
            Assert.That(other.GetHashCode(), Is.EqualTo(Row.GetHashCode()));
            Assert.That(CacheChanges.Between([Row], [other]).Select(change => change.Kind), Does.Contain(CacheChangeKind.ItemRenamed)
                .And.Not.Contain(CacheChangeKind.ItemRemoved).And.Not.Contain(CacheChangeKind.ItemAdded), "one item in another spelling");
        });
    }

    private static TestCaseData Case(
        Expression<Func<OfflineFilesItem, bool>> predicate, [CallerArgumentExpression(nameof(predicate))] string name = "") =>
        new TestCaseData(predicate).SetArgDisplayNames(name);
}
