using System.Reflection;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Linq.Operators;
#if NET10_0_OR_GREATER
using OfflineFiles.Sdk.Tests.Support;
#endif

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>Each operator makes of the items of a cache what LINQ makes of the same items in memory, whatever the backend can do.</summary>
[TestFixture]
public sealed class EveryOperatorTests
{
    internal static IEnumerable<OperatorCase> Cases() =>
    [
        .. OperatorCases.Filters(), .. OperatorCases.Projections(), .. OperatorCases.Orders(), .. OperatorCases.Pages(), .. OperatorCases.Sets(),
        .. OperatorCases.Sequences(), .. OperatorCases.Groups(), .. OperatorCases.Joins(),
#if NET10_0_OR_GREATER
        .. OperatorCases.New(),
#endif
        .. ResultCases.Elements(), .. ResultCases.Tests(), .. ResultCases.Numbers(), .. ResultCases.Extremes(), .. ResultCases.Aggregates(),
    ];

    private static IEnumerable<TestCaseData> Named() => Cases().Select(each => new TestCaseData(each).SetArgDisplayNames(each.Text));

    [TestCaseSource(nameof(Named))]
    public async Task A_query_yields_what_LINQ_yields_in_memory(object operatorCase)
    {
        var each = (OperatorCase)operatorCase;
        var expected = OperatorCase.Outcome(each.Oracle);
        foreach (var backend in QueryAssert.Backends())
        {
            await using var cache = new OfflineFilesCache(backend);

            Assert.That(OperatorCase.Outcome(() => each.Query!(cache.Items)), Is.EqualTo(expected), backend.Pushdown.Name);
            Assert.That(await OperatorCase.OutcomeAsync(() => each.QueryAsync(cache.Items)), Is.EqualTo(expected), backend.Pushdown.Name);
            Assert.That(backend.OpenStreams, Is.Zero);
        }
    }

    private static IEnumerable<TestCaseData> Twins() =>
        ((OperatorCase[])[.. AsyncCases.Rows(), .. AsyncCases.Elements(), .. AsyncCases.Values(), .. AsyncCases.Numbers()])
            .Select(each => new TestCaseData(each).SetArgDisplayNames(each.Text));

    [TestCaseSource(nameof(Twins))]
    public async Task An_asynchronous_twin_yields_what_LINQ_yields_in_memory(object operatorCase)
    {
        var each = (OperatorCase)operatorCase;
        var expected = OperatorCase.Outcome(each.Oracle);
        foreach (var backend in QueryAssert.Backends())
        {
            await using var cache = new OfflineFilesCache(backend);

            Assert.That(await OperatorCase.OutcomeAsync(() => each.QueryAsync(cache.Items)), Is.EqualTo(expected), backend.Pushdown.Name);
            Assert.That(backend.OpenStreams, Is.Zero);
        }
    }

    [Test]
    public async Task Every_asynchronous_twin_honours_its_token()
    {
        await using var cache = new OfflineFilesCache(QueryAssert.Backends().First());
        var cancelled = new CancellationToken(canceled: true);

        Assert.Multiple(() =>
        {
            Assert.That(() => cache.Items.LastAsync(cancelled), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(() => cache.Items.SumAsync(i => i.ItemName.Length, cancelled), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(() => cache.Items.ToDictionaryAsync(i => i.ItemPath, cancelled), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(() => cache.Items.ToLookupAsync(i => i.ItemPath, cancelled), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(() => cache.Items.ToHashSetAsync(cancelled), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(() => cache.Items.GroupBy(i => i.ItemType).ToListAsync(cancelled), Throws.InstanceOf<OperationCanceledException>());
            Assert.That(() => cache.Items.ForEachAsync(_ => Assert.Fail("no row is wanted"), cancelled), Throws.InstanceOf<OperationCanceledException>());
        });
    }

    [Test]
    public async Task An_asynchronous_action_is_waited_for_and_its_error_is_that_of_the_query()
    {
        await using var cache = new OfflineFilesCache(QueryAssert.Backends().First());
        var error = new InvalidOperationException("It is the caller's.");
        var begun = 0;

        Assert.That(
            () => cache.Items.ForEachAsync(async _ =>
            {
                begun++;
                await Task.Yield();
                throw error;
            }),
            Throws.Exception.SameAs(error));
        Assert.That(begun, Is.EqualTo(1));
    }

    // An asynchronous lambda becomes an Action where nothing else fits: nobody waits for it, and its exception ends the process.
    [Test]
    public void Whatever_takes_an_action_takes_an_asynchronous_one_too() =>
        Assert.That(
            from type in typeof(OfflineFilesCache).Assembly.GetExportedTypes()
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            from parameter in method.GetParameters()
            where parameter.ParameterType.Name.StartsWith("Action", StringComparison.Ordinal) && typeof(Delegate).IsAssignableFrom(parameter.ParameterType)
            where !Array.Exists(type.GetMethods(), twin => twin.Name == method.Name && IsAsynchronousTwin(twin, parameter))
            select $"{type.Name}.{method.Name}",
            Is.Empty);

    private static bool IsAsynchronousTwin(MethodInfo twin, ParameterInfo action) =>
        Array.Find(twin.GetParameters(), parameter => parameter.Name == action.Name)?.ParameterType is { IsGenericType: true } type
        && type.GetGenericArguments() is [.., var result] && result == typeof(Task)
        && type.GetGenericArguments().Length == action.ParameterType.GetGenericArguments().Length + 1;

#if NET10_0_OR_GREATER
    [Test]
    public async Task Every_method_of_Queryable_has_a_case()
    {
        await using var cache = new OfflineFilesCache(QueryAssert.Backends().First());
        var called = new HashSet<MethodInfo>();
        foreach (var each in Cases())
            OperatorCase.Outcome(() => each.Query!(new RecordingQuery<OfflineFilesItem>(cache.Items.Provider, cache.Items.Expression, called)));

        var missing = typeof(Queryable).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => !called.Contains(method) && !HasNoUse(method))
            .Select(method => $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})");

        Assert.That(missing, Is.Empty);
    }

    // AsQueryable of a query is the query. The other is refused, see linq-refusals.cases: MinBy and MaxBy with a comparer of rows.
    private static bool HasNoUse(MethodInfo method) =>
        method.Name == nameof(Queryable.AsQueryable) || method.IsDefined(typeof(ObsoleteAttribute), inherit: false);
#endif

    [Test]
    public void Every_operator_of_Queryable_is_in_one_table() =>
        Assert.That(
            typeof(Queryable).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name).Distinct().Where(name => name != nameof(Queryable.AsQueryable)),
            Is.SubsetOf(SequenceOperatorTable.Names.Concat(ValueOperatorTable.Names)));
}
