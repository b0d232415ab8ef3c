using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>What the options refuse, word for word: the part at fault first, why, what to write instead, the query last.</summary>
[TestFixture]
public sealed class QueryPolicyTests
{
    private const string Scan = "and the options forbid to go through the whole cache. "
        + "Say where the items are with ItemPath ==, ParentItemPath == or IsUnder, joined to the rest by &&, or allow full scans in the QueryOptions.";

    private const string Caller = "and the options forbid to evaluate it in the caller. "
        + "Write the predicate with what WQL can say and the backend answers, or allow client evaluation in the QueryOptions.";

    private const string All = "SELECT * FROM Win32_OfflineFilesItem";

    private static IEnumerable<TestCaseData> Refused()
    {
        static TestCaseData Case(PushdownProfile profile, Func<IQueryable<OfflineFilesItem>, IQueryable<OfflineFilesItem>> query, string message) =>
            new TestCaseData(profile, query, message).SetArgDisplayNames(message);
        yield return Case(PushdownProfile.Everything, items => items.Take(5),
            $"'cache.Items' cannot be part of this query, because no predicate says where the items are, {Scan} The query: {All}");
        yield return Case(PushdownProfile.Everything, items => items.Where(i => i.PinInfo!.Pinned),
            $"'i.PinInfo.Pinned' cannot be part of this query, because it says nothing of where the items are, nor does another predicate, {Scan} The query: {All} WHERE PinInfo.Pinned = TRUE");
        yield return Case(PushdownProfile.Everything, items => items.Where(i => i.PinInfo!.Pinned && i.ItemPath.EndsWith("x", StringComparison.OrdinalIgnoreCase)),
            $"'i.ItemPath.EndsWith(\"x\", StringComparison.OrdinalIgnoreCase)' cannot be part of this query, because it leads to no path, parent or subtree, {Scan} The query: {All} WHERE PinInfo.Pinned = TRUE AND ItemPath LIKE '%x'");
        yield return Case(PushdownProfile.Everything, items => items.Where(i => i.ItemPath.Length > 3),
            $"'i.ItemPath.Length > 3' cannot be part of this query, because it cannot lead to the items: Length has no WQL form, {Scan} The query: {All}");
        yield return Case(PushdownProfile.Everything, items => items.Where(i => i.ItemType == 0 && (i.ItemName == "a" || i.ItemName.Length > 3)).WithOptions(Strict),
            $"'i.ItemName.Length > 3' cannot be part of this query, because Length has no WQL form, {Caller} Explain() shows where each part runs. The query: {All} WHERE ItemType = 0");
        yield return Case(PushdownProfile.Everything, items => items.Take(3).Where(i => i.PinInfo!.Pinned).WithOptions(Strict),
            $"'i.PinInfo.Pinned' cannot be part of this query, because it comes after Take, {Caller} Explain() shows where each part runs. The query: {All}");
    }

    private static QueryOptions Strict => new() { ClientEvaluation = ClientEvaluation.Throw };

    [TestCaseSource(nameof(Refused))]
    public async Task What_the_options_forbid_is_refused_before_anything_is_read(
        PushdownProfile profile, Func<IQueryable<OfflineFilesItem>, IQueryable<OfflineFilesItem>> query, string message)
    {
        var backend = new InMemoryBackend(SampleItems.All, profile);
        await using var cache = new OfflineFilesCache(backend, new QueryOptions { RefuseFullScan = true });
        var asked = query(cache.Items);

        Assert.Multiple(() =>
        {
            Assert.That(() => asked.ToListAsync(), Throws.TypeOf<QueryTranslationException>().With.Message.EqualTo(message));
            Assert.That(() => asked.ToList(), Throws.TypeOf<QueryTranslationException>().With.Message.EqualTo(message));
            Assert.That(() => asked.CountAsync(), Throws.TypeOf<QueryTranslationException>());
            Assert.That(asked.Explain().Refusal!.Message, Is.EqualTo(message), "Explain and the error tell one story");
            Assert.That(backend.Queries, Is.Empty);
        });
    }

    [Test]
    public async Task What_leads_to_its_items_is_no_full_scan()
    {
        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything), new QueryOptions { RefuseFullScan = true });

        Assert.That(await cache.Items.CountAsync(i => i.ItemPath == @"\\srv\data"), Is.EqualTo(1));
        Assert.That(await cache.Items.CountAsync(i => i.IsUnder(@"\\srv\data") && i.ItemName.Length > 6), Is.Positive);
        Assert.That(await cache.Items.CountAsync(_ => false), Is.Zero);
    }
}
