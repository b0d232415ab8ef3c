using System.Reflection;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>A bad argument is refused with the exception and the parameter that LINQ over values in memory names, at the latest when the query runs.</summary>
[TestFixture]
public sealed class BadArgumentTests
{
    private static IEnumerable<TestCaseData> Values()
    {
        static TestCaseData Case(string name, Func<IQueryable<OfflineFilesItem>, object?> run, Func<IQueryable<OfflineFilesItem>, Task>? runAsync = null) =>
            new TestCaseData(run, runAsync).SetArgDisplayNames(name);
        yield return Case("Chunk(0)", items => items.Chunk(0).ToList(), items => items.Chunk(0).ToListAsync());
        yield return Case("Chunk(-1)", items => items.Chunk(-1).ToList(), items => items.Chunk(-1).FirstAsync());
        yield return Case("Chunk(int.MinValue)", items => items.Chunk(int.MinValue).Count(), items => items.Chunk(int.MinValue).CountAsync());
        yield return Case("Chunk(1)", items => items.Chunk(1).Count(), items => items.Chunk(1).CountAsync());
        yield return Case("Chunk(int.MaxValue)", items => items.Chunk(int.MaxValue).Count(), items => items.Chunk(int.MaxValue).CountAsync());
        yield return Case("ElementAt(-1)", items => items.ElementAt(-1), items => items.ElementAtAsync(-1));
        yield return Case("ElementAt(99)", items => items.ElementAt(99), items => items.ElementAtAsync(99));
        yield return Case("ElementAt(^0)", items => items.ElementAt(^0));
        yield return Case("ElementAt(^99)", items => items.ElementAt(^99));
        yield return Case("ElementAtOrDefault(-1)", items => items.ElementAtOrDefault(-1), items => items.ElementAtOrDefaultAsync(-1));
        yield return Case("ElementAtOrDefault(^0)", items => items.ElementAtOrDefault(^0));
        yield return Case("Take(-1)", items => items.Take(-1).Count(), items => items.Take(-1).CountAsync());
        yield return Case("Skip(-1)", items => items.Skip(-1).Count(), items => items.Skip(-1).CountAsync());
        yield return Case("TakeLast(-1)", items => items.TakeLast(-1).Count(), items => items.TakeLast(-1).CountAsync());
        yield return Case("SkipLast(-1)", items => items.SkipLast(-1).Count(), items => items.SkipLast(-1).CountAsync());
        yield return Case("Take(5..2)", items => items.Take(5..2).Count(), items => items.Take(5..2).CountAsync());
        yield return Case("Take(^1..^5)", items => items.Take(^1..^5).Count(), items => items.Take(^1..^5).CountAsync());
        yield return Case("Cast<int>", items => items.Select(i => (object)i.ItemName).Cast<int>().ToList(), items => items.Select(i => (object)i.ItemName).Cast<int>().ToListAsync());
        yield return Case("First of none", items => items.Take(0).First(), items => items.Take(0).FirstAsync());
        yield return Case("Max of none", items => items.Take(0).Max(i => i.ItemName.Length), items => items.Take(0).MaxAsync(i => i.ItemName.Length));
        yield return Case("Average of none", items => items.Take(0).Average(i => i.ItemName.Length), items => items.Take(0).AverageAsync(i => i.ItemName.Length));
        yield return Case("Aggregate of none", items => items.Take(0).Select(i => i.ItemName).Aggregate((a, b) => a + b), items => items.Take(0).Select(i => i.ItemName).AggregateAsync((a, b) => a + b));
        yield return Case("Single of many", items => items.Single(), items => items.SingleAsync());
    }

    [TestCaseSource(nameof(Values))]
    public async Task A_value_is_taken_or_refused_as_in_memory(Func<IQueryable<OfflineFilesItem>, object?> run, Func<IQueryable<OfflineFilesItem>, Task>? runAsync)
    {
        var backend = new ProbeBackend(SampleItems.All);
        await using var cache = new OfflineFilesCache(backend);
        var expected = Told(await Caught.ByAsync(() => Task.FromResult(run(SampleItems.All.Where(_ => true).AsQueryable()))));

        Assert.That(Told(await Caught.ByAsync(() => Task.FromResult(run(cache.Items)))), Is.EqualTo(expected));
        if (runAsync is not null) Assert.That(Told(await Caught.ByAsync(() => runAsync(cache.Items))), Is.EqualTo(expected));
        Assert.That(backend.Disposals, Is.All.EqualTo(1));
    }

    [Test]
    public async Task A_chunk_of_no_size_can_be_made_and_looked_at_and_asks_the_backend_nothing()
    {
        var backend = new ProbeBackend(SampleItems.All);
        await using var cache = new OfflineFilesCache(backend);
        var query = cache.Items.Chunk(0);

        Assert.That(query.Explain().ToString(), Does.Contain("Chunk(0)"));
        Assert.That(query.ToString(), Does.StartWith("SELECT"));
        Assert.That(() => query.ToList(), Throws.TypeOf<ArgumentOutOfRangeException>().With.Property("ParamName").EqualTo("size").And.Property("ActualValue").EqualTo(0));
        Assert.That(backend.Opened, Is.Zero);
    }

    private static IEnumerable<TestCaseData> Nulls() =>
        from method in typeof(Queryable).GetMethods(BindingFlags.Public | BindingFlags.Static).Concat(Terminals.AsyncMethods)
        where method.IsGenericMethodDefinition && !method.IsDefined(typeof(ObsoleteAttribute), inherit: false)
        where method.GetParameters() is [{ ParameterType: var source }, ..] && source.IsGenericType && source.GetGenericArguments()[0] == method.GetGenericArguments()[0]
        from parameter in method.GetParameters()
        where !parameter.ParameterType.IsGenericParameter && !parameter.ParameterType.IsValueType
        select new TestCaseData(method, parameter.Name).SetArgDisplayNames(Terminals.Text(method), parameter.Name!);

    [TestCaseSource(nameof(Nulls))]
    public async Task Null_is_refused_where_LINQ_refuses_it(MethodInfo method, string name)
    {
        await using var cache = new OfflineFilesCache(new ProbeBackend(SampleItems.All.Take(1)));
        var isComparer = name.EndsWith("omparer", StringComparison.Ordinal);

        var error = await Caught.ByAsync(() => Terminals.Call(method, cache.Items, default, parameter => parameter.Name == name) as Task ?? Task.CompletedTask);

        if (isComparer) Assert.That(error, Is.Not.InstanceOf<NullReferenceException>().And.Not.InstanceOf<ArgumentNullException>());
        else Assert.That(error, Is.TypeOf<ArgumentNullException>().With.Property("ParamName").EqualTo(name));
    }

    private static string Told(Exception? error) => error switch
    {
        null => "a result",
        ArgumentException argument => $"{error.GetType().Name} of {argument.ParamName}",
        _ => error.GetType().Name,
    };
}
