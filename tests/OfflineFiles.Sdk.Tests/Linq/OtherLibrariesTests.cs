using System.Linq.Dynamic.Core;
using System.Linq.Expressions;
using LinqKit;
using LinqKit.Core;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>Queries that other libraries write: System.Linq.Dynamic.Core from texts, LINQKit from predicates that call each other.</summary>
[TestFixture]
public sealed class OtherLibrariesTests
{
    private OfflineFilesCache _cache = null!;

    private IQueryable<OfflineFilesItem> Items => _cache.Items;

    [SetUp]
    public void SetUp() => _cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));

    [TearDown]
    public async Task TearDown() => await _cache.DisposeAsync();

    private static IEnumerable<TestCaseData> Texts()
    {
        static TestCaseData Case(string text, Func<IQueryable<OfflineFilesItem>, object?> dynamic, Func<IQueryable<OfflineFilesItem>, object?> typed) =>
            new TestCaseData(dynamic, typed).SetArgDisplayNames(text);
        yield return Case("Where", items => items.Where("ItemName == @0", "Q2.XLSX").ToList(), items => items.Where(i => i.ItemName == "Q2.XLSX").ToList());
        yield return Case("Where, joined", items => items.Where("ItemName.StartsWith(@0) or ItemType == @1", "a", OfflineFilesItemType.Share).ToList(),
            items => items.Where(i => i.ItemName.StartsWith("a") || i.ItemType == OfflineFilesItemType.Share).ToList());
        yield return Case("Where, of an info object", items => items.Where("FileSysInfo.LocalSize > 50").ToList(), items => items.Where(i => i.FileSysInfo!.LocalSize > 50).ToList());
        yield return Case("Where, with a name", items => items.Where("i => i.ItemName.Length > 7").ToList(), items => items.Where(i => i.ItemName.Length > 7).ToList());
        yield return Case("OrderBy", items => items.OrderBy("ItemName.Length, ItemPath desc").ToList(), items => items.OrderBy(i => i.ItemName.Length).ThenByDescending(i => i.ItemPath).ToList());
        yield return Case("Select", items => items.Select("ItemName").ToDynamicList<string>(), items => items.Select(i => i.ItemName).ToList());
        yield return Case("Select of a number", items => items.Select("ItemName.Length").ToDynamicList<int>(), items => items.Select(i => i.ItemName.Length).ToList());
        yield return Case("Select new", items => items.Select("new(ItemName as Name, ItemType as Type)").ToDynamicList().ConvertAll(x => (string)x.Name + x.Type),
            items => items.Select(i => new { i.ItemName, i.ItemType }).AsEnumerable().Select(x => x.ItemName + x.ItemType).ToList());
        yield return Case("Select new, Where", items => items.Select("new(ItemName, ItemType)").Where("ItemName == @0", "SRV").ToDynamicList().ConvertAll(x => (string)x.ItemName), _ => new List<string> { "srv" });
        yield return Case("Select new, OrderBy, Take", items => items.Select("new(ItemName, ItemPath)").OrderBy("ItemPath").Take(2).ToDynamicList().ConvertAll(x => (string)x.ItemPath),
            items => items.OrderBy(i => i.ItemPath).Take(2).Select(i => i.ItemPath).ToList());
        yield return Case("GroupBy", items => items.GroupBy("ItemType").ToDynamicList().ConvertAll(g => (OfflineFilesItemType)g.Key), items => items.GroupBy(i => i.ItemType).Select(g => g.Key).ToList());
        yield return Case("GroupBy, Select", items => items.GroupBy("ItemType").Select("new(Key, Count() as Count)").ToDynamicList().ConvertAll(g => $"{g.Key} {g.Count}"),
            items => items.GroupBy(i => i.ItemType).Select(g => new { g.Key, Count = g.Count() }).AsEnumerable().Select(g => $"{g.Key} {g.Count}").ToList());
        yield return Case("GroupBy with elements", items => items.GroupBy("ItemType", "ItemName").ToDynamicList().Count, items => items.GroupBy(i => i.ItemType, i => i.ItemName).ToList().Count);
        yield return Case("Any", items => items.Any("ItemName == @0", "srv"), _ => true);
        yield return Case("All", items => items.All("ItemName.Length > 2"), _ => true);
        yield return Case("Count", items => items.Count("ItemType == @0", OfflineFilesItemType.File), items => items.Count(i => i.ItemType == OfflineFilesItemType.File));
        yield return Case("Sum", items => items.Sum("ItemName.Length"), items => items.Sum(i => i.ItemName.Length));
        yield return Case("Max", items => items.Max("ItemName.Length"), items => items.Max(i => i.ItemName.Length));
        yield return Case("First", items => ((OfflineFilesItem)items.First("ItemType == @0", OfflineFilesItemType.Share)).ItemPath, items => items.First(i => i.ItemType == OfflineFilesItemType.Share).ItemPath);
        yield return Case("Skip, Take, Reverse", items => ((IQueryable)items).Skip(1).Take(3).Reverse().ToDynamicList<OfflineFilesItem>(), items => items.Skip(1).Take(3).Reverse().ToList());
        yield return Case("Distinct", items => items.Select("ItemType").Distinct().ToDynamicList<OfflineFilesItemType>(), items => items.Select(i => i.ItemType).Distinct().ToList());
    }

    [TestCaseSource(nameof(Texts))]
    public void A_query_from_a_text_is_the_query_that_it_says(Func<IQueryable<OfflineFilesItem>, object?> dynamic, Func<IQueryable<OfflineFilesItem>, object?> typed) =>
        Assert.That(dynamic(Items), Is.EqualTo(typed(Items)));

    [Test]
    public void What_it_pushes_and_what_it_checks_is_told_with_a_name_for_the_item()
    {
        var query = Items.Where("ItemName.Length > 7 and PinInfo.Pinned");
        var refused = query.WithOptions(new QueryOptions { ClientEvaluation = ClientEvaluation.Throw });
        var logger = new RecordingLogger();

        Assert.That(query.ToWql(), Is.EqualTo("SELECT * FROM Win32_OfflineFilesItem WHERE PinInfo.Pinned = TRUE"));
        Assert.That(query.Explain().ToString(), Does.Contain("x.ItemName.Length > 7"));
        Assert.That(() => refused.ToList(), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("x.ItemName.Length > 7"));
        _ = query.WithOptions(new QueryOptions { ClientEvaluation = ClientEvaluation.Warn, Logger = logger }).ToList();
        Assert.That(logger.Entries.Select(entry => entry.Text), Has.Some.Contains("x.ItemName.Length > 7"));
    }

    [TestCase("")]
    [TestCase(null)]
    [TestCase(" ")]
    [TestCase("class")]
    [TestCase("<>h__TransparentIdentifier0")]
    [TestCase("<")]
    [TestCase("$VB$Local_")]
    public void A_parameter_may_be_called_anything(string? name)
    {
        var (one, other) = (Expression.Parameter(typeof(OfflineFilesItem), name), Expression.Parameter(typeof(int), name));
        var length = Expression.Property(Expression.Property(one, "ItemName"), "Length");
        var query = Items.Where(Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.GreaterThan(length, Expression.Constant(7)), one))
            .Where(Expression.Lambda<Func<OfflineFilesItem, int, bool>>(Expression.GreaterThanOrEqual(length, other), one, other))
            .Select(Expression.Lambda<Func<OfflineFilesItem, int>>(length, one));

        Assert.That(query.Explain().ToString(), Does.Contain("ItemName.Length > 7"));
        Assert.That(() => query.WithOptions(new QueryOptions { ClientEvaluation = ClientEvaluation.Throw }).ToList(), Throws.TypeOf<QueryTranslationException>());
        Assert.That(query.ToList(), Is.EqualTo(Items.Where(i => i.ItemName.Length > 7).Select(i => i.ItemName.Length).ToList()));
    }

    [Test]
    public void A_query_is_made_without_its_type()
    {
        var provider = Items.Provider;

        Assert.That(provider.CreateQuery(Items.Select(i => i.ItemName.Length).Expression), Is.InstanceOf<IQueryable<int>>());
        Assert.That(provider.CreateQuery(Items.OrderBy(i => i.ItemName).Select(i => new { i.ItemName }).Expression).ElementType.Name, Does.StartWith("<>f__AnonymousType"));
        Assert.That(provider.CreateQuery(Items.GroupBy(i => i.ItemType).Expression), Is.InstanceOf<IQueryable<IGrouping<OfflineFilesItemType, OfflineFilesItem>>>());
        Assert.That(provider.CreateQuery(Items.Expression).Cast<OfflineFilesItem>().Count(), Is.EqualTo(SampleItems.All.Count));
        Assert.That(() => provider.CreateQuery(Expression.Constant(1)), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("int"));
        Assert.That(() => provider.CreateQuery(null!), Throws.ArgumentNullException);
        Assert.That(provider.Execute(Expression.Call(typeof(Queryable), "Count", [typeof(OfflineFilesItem)], Items.Expression)), Is.EqualTo(SampleItems.All.Count));
    }

    private static readonly Expression<Func<OfflineFilesItem, bool>> IsLarge = i => i.FileSysInfo!.LocalSize > 50;

    private static readonly Expression<Func<OfflineFilesItem, int, bool>> IsLongerThan = (i, n) => i.ItemName.Length > n;

    private static IEnumerable<TestCaseData> Composed()
    {
        static TestCaseData Case(string text, Func<IQueryable<OfflineFilesItem>, IQueryable<OfflineFilesItem>> query) => new TestCaseData(query).SetArgDisplayNames(text);
        var isLarge = IsLarge;
        yield return Case("Invoke", items => items.Where(i => isLarge.Invoke(i)));
        yield return Case("Invoke of a static field", items => items.Where(i => IsLarge.Invoke(i)));
        yield return Case("Invoke, AsExpandable", items => items.AsExpandable().Where(i => isLarge.Invoke(i)));
        yield return Case("Invoke of a starter", items => items.Where(PredicateBuilder.New<OfflineFilesItem>(isLarge)));
        yield return Case("PredicateBuilder", items => items.Where(PredicateBuilder.New<OfflineFilesItem>(false).Or(isLarge).Or(i => false)));
        yield return Case("PredicateBuilder, And", items => items.Where(PredicateBuilder.New<OfflineFilesItem>(true).And(isLarge)));
        yield return Case("PredicateBuilder, AsExpandable", items => items.AsExpandable().Where(PredicateBuilder.New<OfflineFilesItem>(isLarge).And(i => true)));
        yield return Case("Expand", items => items.Where(((Expression<Func<OfflineFilesItem, bool>>)(i => isLarge.Invoke(i))).Expand()));
        yield return Case("Compile, called", items => items.Where(i => isLarge.Compile()(i)));
        yield return Case("Compile, Invoke", items => items.Where(i => isLarge.Compile().Invoke(i)));
    }

    [TestCaseSource(nameof(Composed))]
    public async Task A_predicate_that_is_called_is_pushed(Func<IQueryable<OfflineFilesItem>, IQueryable<OfflineFilesItem>> make)
    {
        var query = make(Items);
        var expected = Items.Where(IsLarge).ToList();

        Assert.That(query.ToWql(), Is.EqualTo("SELECT * FROM Win32_OfflineFilesItem WHERE FileSysInfo.LocalSize > 50"));
        Assert.That(query.ToList(), Is.EqualTo(expected));
        Assert.That(await query.ToListAsync(), Is.EqualTo(expected));
        Assert.That(query.Count(), Is.EqualTo(await query.CountAsync()));
    }

    [Test]
    public async Task Invoke_works_wherever_a_lambda_stands()
    {
        Expression<Func<OfflineFilesItem, long>> size = i => i.FileSysInfo!.LocalSize;
        var expected = Items.Select(i => i.FileSysInfo!.LocalSize).ToList();

        Assert.That(Items.Select(i => size.Invoke(i)).ToList(), Is.EqualTo(expected), "where the info object is null it does not throw");
        Assert.That(Items.OrderBy(i => size.Invoke(i)).ToList(), Is.EqualTo(Items.OrderBy(i => i.FileSysInfo!.LocalSize).ToList()));
        Assert.That(await Items.AnyAsync(i => IsLarge.Invoke(i)));
        Assert.That(await Items.AsExpandable().CountAsync(i => IsLongerThan.Invoke(i, 7)), Is.EqualTo(Items.Count(i => i.ItemName.Length > 7)));
        Assert.That(await Items.AsExpandable().Select(i => size.Invoke(i)).SumAsync(), Is.EqualTo(Items.Sum(i => i.FileSysInfo!.LocalSize)));
    }

    [Test]
    public async Task An_expandable_query_keeps_its_options_and_tags()
    {
        var query = Items.WithOptions(new QueryOptions { ClientEvaluation = ClientEvaluation.Throw }).Tag("night").AsExpandable();

        Assert.That(query.Explain().ToString(), Does.Contain("night"));
        await Assert.ThatAsync(() => query.Where(i => i.ItemName.Length > 7).ToListAsync(), Throws.TypeOf<QueryTranslationException>());
        await foreach (var item in query) Assert.That(item, Is.Not.Null);
    }

    [Test]
    public void A_predicate_that_is_not_there_is_refused()
    {
        Expression<Func<OfflineFilesItem, bool>> missing = null!;

        Assert.That(() => Items.Where(i => missing.Invoke(i)).ToList(), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("missing"));
        Assert.That(() => Items.Select(i => missing.Invoke(i)).ToList(), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("missing"));
        Assert.That(Items.Where(i => missing.Invoke(i)).Explain().Refusal, Is.Not.Null);
    }

    [Test]
    public async Task Await_foreach_reads_a_query()
    {
        var names = new List<string>();
        await foreach (var item in _cache.Items) names.Add(item.ItemName);
        await foreach (var name in _cache.Items.Where(i => i.ItemType == OfflineFilesItemType.Share).Select(i => i.ItemName)) names.Add(name);

        Assert.That(names, Is.EqualTo(SampleItems.All.Select(i => i.ItemName).Concat(["data", "data2"])));
        await Assert.ThatAsync(
            async () => { await foreach (var _ in SampleItems.All.AsQueryable()) { } },
            Throws.TypeOf<OfflineFilesException>().With.Message.Contains("no query over the items of a cache"));
    }
}
