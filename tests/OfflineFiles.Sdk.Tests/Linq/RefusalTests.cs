using NSubstitute;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>What cannot run is refused, with the part at fault, the reason and what to write instead.</summary>
[TestFixture]
public sealed class RefusalTests
{
    private static OfflineFilesCache Open() => new(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));

    private static IEnumerable<TestCaseData> Operators()
    {
        static TestCaseData Case(Func<IQueryable<OfflineFilesItem>, object?> query, string part) => new TestCaseData(query, part).SetArgDisplayNames(part);
        yield return Case(items => items.GroupBy(i => i.ItemType).ToList(), "GroupBy(i => i.ItemType)");
        yield return Case(items => items.Distinct().ToList(), "Distinct()");
        yield return Case(items => items.Concat(items).ToList(), "Concat(cache.Items)");
        yield return Case(items => items.Select((i, n) => n).ToList(), "Select(i, n => n)");
        yield return Case(items => items.Where((i, n) => n > 3).ToList(), "Where(i, n => n > 3)");
        yield return Case(items => items.Sum(i => i.FileSysInfo!.LocalSize), "Sum(i => i.FileSysInfo.LocalSize)");
        yield return Case(items => items.Max(i => i.ItemName), "Max(i => i.ItemName)");
        yield return Case(items => items.Reverse().ToList(), "Reverse()");
        yield return Case(items => items.OfType<object>().ToList(), "OfType()");
        yield return Case(items => items.SelectMany(i => i.ItemName).ToList(), "SelectMany(i => i.ItemName)");
        yield return Case(items => items.Take(1..3).ToList(), "Take(1..3)");
        yield return Case(items => items.FirstOrDefault(new OfflineFilesItem("x")), "FirstOrDefault(File x)");
        yield return Case(items => items.ElementAt(3), "ElementAt(3)");
        yield return Case(items => items.OrderBy(i => i.ItemType, new ByNumber()).ToList(), "OrderBy(i => i.ItemType, ByNumber)");
    }

    [TestCaseSource(nameof(Operators))]
    public async Task An_operator_without_translation_is_refused_with_advice(Func<IQueryable<OfflineFilesItem>, object?> query, string part)
    {
        await using var cache = Open();

        var refusal = Assert.Throws<QueryTranslationException>(() => query(cache.Items));

        Assert.That(refusal!.Expression, Is.EqualTo(part));
        Assert.That(refusal.Advice, Is.Not.Empty);
        Assert.That(refusal.Message, Does.Contain(part).And.Contain(refusal.Reason).And.Contain(refusal.Advice));
    }

    [Test]
    public async Task A_captured_value_that_cannot_be_read_is_named_with_its_cause()
    {
        await using var cache = Open();
        string? nothing = null;

        var refusal = Assert.Throws<QueryTranslationException>(() => cache.Items.Where(i => i.ItemName.Length > nothing!.Length).ToWql());

        Assert.That(refusal!.Expression, Is.EqualTo("nothing.Length"));
        Assert.That(refusal.InnerException, Is.Not.Null);
    }

    [Test]
    public async Task A_query_inside_a_query_is_refused_where_it_would_run_for_each_row()
    {
        await using var cache = Open();
        var parents = cache.Items.Select(i => i.ParentItemPath);

        Assert.That(
            () => cache.Items.Where(i => parents.Contains(i.ItemPath)).ToListAsync(),
            Throws.TypeOf<QueryTranslationException>().With.Message.Contains("for each row").And.Message.Contains("ToListAsync()"));
        Assert.That(await cache.Items.CountAsync(i => i.ItemName == cache.Items.First().ItemName), Is.EqualTo(1));
    }

    [Test]
    public void An_async_operator_on_a_foreign_query_says_so() =>
        Assert.That(
            () => new[] { 1 }.AsQueryable().ToListAsync(),
            Throws.TypeOf<OfflineFilesException>().With.Message.Contains("EnumerableQuery").And.Message.Contains("cache.Items"));

    [Test]
    public async Task Without_a_synchronous_backend_foreach_names_its_async_twin()
    {
        var backend = Substitute.For<ICacheBackend>();
        backend.Pushdown.Returns(PushdownProfile.Everything);
        backend.Description.Returns(new BackendDescription("Remote", "far away"));
        await using var cache = new OfflineFilesCache(backend, ownsBackend: false);

        Assert.That(() => cache.Items.ToList(), Throws.TypeOf<OperationNotSupportedException>().With.Message.Contains("ToListAsync"));
        Assert.That(() => cache.Items.Count(), Throws.TypeOf<OperationNotSupportedException>().With.Message.Contains("CountAsync"));
    }

    [Test]
    public async Task A_closed_cache_answers_no_query_but_its_text()
    {
        var cache = Open();
        var query = cache.Items.Where(i => i.ItemName == "srv");
        await cache.DisposeAsync();

        Assert.That(() => query.ToList(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => query.ToListAsync(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(query.ToString(), Does.Contain("closed"));
    }

    [Test]
    public async Task Null_arguments_are_refused()
    {
        await using var cache = Open();

        Assert.That(() => cache.Items.WithOptions(null!), Throws.ArgumentNullException);
        Assert.That(() => cache.Items.FirstAsync(null!), Throws.ArgumentNullException);
        Assert.That(() => ((IQueryable<OfflineFilesItem>)null!).ToWql(), Throws.ArgumentNullException);
    }

    private sealed class ByNumber : IComparer<OfflineFilesItemType>
    {
        public int Compare(OfflineFilesItemType x, OfflineFilesItemType y) => ((int)x).CompareTo((int)y);
    }
}
