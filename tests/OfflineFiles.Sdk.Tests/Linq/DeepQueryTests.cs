using System.Globalization;
using System.Linq.Expressions;
using OfflineFiles.Sdk.Backends;
using OfflineFiles.Sdk.Linq;
using OfflineFiles.Sdk.Tests.Support;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Linq;

/// <summary>
/// A query may be as long and as deep as a program makes it: it runs, is explained, written and refused on a small stack. A query that is not answered
/// ends its process here, and with it all tests.
/// </summary>
[TestFixture]
public sealed class DeepQueryTests
{
    private static InMemoryBackend Pushing => new(SampleItems.All, PushdownProfile.Everything);

    private static IEnumerable<TestCaseData> Shapes => DeepShape.All.Select(shape => new TestCaseData(shape).SetArgDisplayNames(shape.Name));

    private static IEnumerable<TestCaseData> Chains => DeepChain.All.Select(chain => new TestCaseData(chain).SetArgDisplayNames(chain.Name));

    [TestCaseSource(nameof(Shapes))]
    public Task A_predicate_of_any_size_runs_wherever_it_runs(object shape) => OnSmallStack(((DeepShape)shape).Predicate(), QueryAssert.Backends(), (cache, predicate, because) =>
        Assert.That(cache.Items.Where(predicate).ToList().Select(item => item.ItemPath), Is.EquivalentTo(Expected((DeepShape)shape)), because));

    [TestCaseSource(nameof(Shapes))]
    public Task A_predicate_of_any_size_runs_however_it_is_asked(object shape) => OnSmallStack(((DeepShape)shape).Predicate(), async (cache, predicate, because) =>
    {
        var expected = Expected((DeepShape)shape);
        var query = cache.Items.Where(predicate);
        var (rows, areAll, first) = (query.ToListAsync(), cache.Items.AllAsync(predicate), query.FirstOrDefaultAsync());

        Assert.That((await rows).Select(item => item.ItemPath), Is.EquivalentTo(expected), because);
        Assert.That(await areAll, Is.EqualTo(expected.Count == SampleItems.All.Count), because);
        Assert.That(await first is { } item ? expected.Contains(item.ItemPath) : expected.Count == 0, Is.True, because);
    });

    [TestCaseSource(nameof(Shapes))]
    public Task A_predicate_of_any_size_is_written_and_explained(object shape) => OnSmallStack(((DeepShape)shape).Predicate(), (cache, predicate, because) =>
    {
        var query = cache.Items.Where(predicate);

        Assert.That(query.ToWql(), Does.Match("^($|SELECT .* FROM Win32_OfflineFilesItem)"), because);
        Assert.That(query.Explain().ToString(), Does.Contain("Access:"), because);
        Assert.That(query.ToString(), Does.Match("^($|SELECT |cache.Items)"), because);
    });

    [TestCaseSource(nameof(Shapes))]
    public Task A_predicate_of_any_size_is_refused(object shape) => OnSmallStack(((DeepShape)shape).Predicate(), [new WindowsTrapBackend(SampleItems.All)], (cache, predicate, because) =>
    {
        var query = cache.Items.Where(predicate);
        Assert.That(() => query.Provider.Execute<object>(query.Expression), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("one value was asked for"), because);

        var strict = cache.Items.WithOptions(new QueryOptions { ClientEvaluation = ClientEvaluation.Throw, RefuseFullScan = true }).Where(predicate);
        if (strict.Explain().Refusal is { } refusal)
            Assert.That(() => strict.ToList(), Throws.TypeOf<QueryTranslationException>().With.Message.EqualTo(refusal.Message), because);
        else
            Assert.That(strict.ToList(), Has.Count.EqualTo(Expected((DeepShape)shape).Count), because);
    });

    [TestCaseSource(nameof(Shapes))]
    public Task What_is_made_of_rows_may_be_of_any_size(object shape) => OnSmallStack(((DeepShape)shape).Predicate(), async (cache, predicate, because) =>
    {
        var expected = Expected((DeepShape)shape).Count;
        var groups = cache.Items.GroupBy(predicate).ToListAsync();

        Assert.That(cache.Items.Select(predicate).ToList().Count(value => value), Is.EqualTo(expected), because);
        Assert.That(cache.Items.OrderBy(predicate).Skip(1).Where(predicate).ToList(), Has.Count.InRange(expected - 1, expected), because);
        Assert.That((await groups).Sum(group => group.Count()), Is.EqualTo(SampleItems.All.Count), because);
    });

    [TestCaseSource(nameof(Shapes))]
    public Task Those_who_watch_are_told_of_a_query_of_any_size(object shape) => OnSmallStack(((DeepShape)shape).Predicate(), [new InMemoryBackend(SampleItems.All, PushdownProfile.Nothing)], (cache, predicate, because) =>
    {
        var logger = new RecordingLogger();
        var query = cache.Items.WithOptions(new QueryOptions { Logger = logger, ClientEvaluation = ClientEvaluation.Warn }).Tag("deep").Where(predicate);

        Assert.That(query.ToList(), Has.Count.EqualTo(Expected((DeepShape)shape).Count), because);
        Assert.That(logger.Entries, Has.Count.InRange(2, 110), because);
    });

    [TestCaseSource(nameof(Chains))]
    public Task A_query_of_any_number_of_operators_runs(object chain) => OnSmallStack((DeepChain)chain, async (cache, all, because) =>
    {
        var query = all.Make(cache.Items, all.Size);
        var count = query.CountAsync();

        Assert.That(query.ToList(), Has.Count.EqualTo(all.Rows), because);
        Assert.That(query.First(), Is.Not.Null, because);
        Assert.That(await count, Is.EqualTo(all.Rows), because);
    });

    [TestCaseSource(nameof(Chains))]
    public Task A_query_of_any_number_of_operators_is_written_explained_and_refused(object chain) => OnSmallStack((DeepChain)chain, (cache, all, because) =>
    {
        var query = all.Make(cache.Items, all.Size);

        Assert.That(query.ToWql(), Does.StartWith("SELECT "), because);
        Assert.That(query.Explain().ToString(), Does.Contain("Access:"), because);
        Assert.That(query.ToString(), Does.StartWith("SELECT "), because);
        Assert.That(() => query.Provider.Execute<object>(query.Expression), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("one value was asked for"), because);
        Assert.That(all.Make(cache.Items.WithOptions(new QueryOptions { RefuseFullScan = true }), all.Size).Explain().ToString(), Is.Not.Empty, because);
    });

    // Parts that stand in several places, each of which stands in several places: few objects, and an expression that no machine holds.
    [Test]
    public async Task An_expression_that_doubles_with_each_level_is_refused()
    {
        Expression<Func<OfflineFilesItem, bool>> any = i => i.ItemName == "a";
        var body = any.Body;
        for (var level = 0; level < 60; level++) body = Expression.OrElse(body, body);
        var predicate = Expression.Lambda<Func<OfflineFilesItem, bool>>(body, any.Parameters);

        await OnSmallStack(predicate, (cache, doubled, because) =>
        {
            Assert.That(() => cache.Items.Where(doubled).ToList(), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("10,000,000 parts"), because);
            Assert.That(cache.Items.Where(doubled).ToString(), Has.Length.LessThan(10_000_000), because);
        });
    }

    [Test]
    public async Task A_lambda_that_reads_its_argument_twice_may_be_called_within_itself_a_few_times_and_not_sixty()
    {
        Expression<Func<bool, bool>> twice = x => x || x;
        Expression<Func<OfflineFilesItem, bool>> any = i => i.ItemName == "axb.txt";
        Expression<Func<OfflineFilesItem, bool>> Nested(int levels) => Expression.Lambda<Func<OfflineFilesItem, bool>>(
            Enumerable.Range(0, levels).Aggregate(any.Body, (inner, _) => Expression.Invoke(twice, inner)), any.Parameters);

        await OnSmallStack(Nested(8), (cache, few, because) => Assert.That(cache.Items.Where(few).ToList(), Has.Count.EqualTo(1), because));
        await OnSmallStack(Nested(60), (cache, many, because) =>
            Assert.That(() => cache.Items.Where(many).ToList(), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("5,000,000 parts"), because));
    }

    [Test]
    public async Task A_lambda_that_calls_itself_is_refused_unless_its_arguments_end_it()
    {
        Expression<Func<OfflineFilesItem, bool>> endless = null!;
        endless = i => i.ItemName == "a" || endless.Compile()(i);
        Expression<Func<OfflineFilesItem, int, bool>> counted = null!;
        counted = (i, n) => n == 0 ? i.ItemName == "axb.txt" : counted.Compile()(i, n - 1);

        await OnSmallStack(endless, (cache, predicate, because) =>
            Assert.That(() => cache.Items.Where(predicate).ToList(), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("leads back to itself"), because));
        await OnSmallStack<Expression<Func<OfflineFilesItem, bool>>>(i => counted.Compile()(i, 20), (cache, predicate, because) =>
            Assert.That(cache.Items.Where(predicate).ToList(), Has.Count.EqualTo(1), because));
    }

    [TestCase(90, false)]
    [TestCase(10_000, true)]
    public async Task Statements_that_nest_too_deep_for_the_runtime_are_refused(int levels, bool isRefused)
    {
        var i = Expression.Parameter(typeof(OfflineFilesItem), "i");
        var holds = Expression.Equal(Expression.Property(i, nameof(OfflineFilesItem.ItemName)), Expression.Constant("axb.txt"));
        Expression tried = holds, looped = holds, switched = holds;
        for (var level = 0; level < levels; level++)
        {
            var end = Expression.Label(typeof(bool));
            tried = level % 2 == 0 ? Expression.TryFinally(tried, Expression.Empty()) : Expression.TryCatch(tried, Expression.Catch(typeof(Exception), Expression.Constant(false)));
            looped = Expression.Loop(Expression.Break(end, looped), end);
            switched = Expression.Switch(i.Type == typeof(int) ? i : Expression.Constant(1), switched, Expression.SwitchCase(Expression.Constant(false), Expression.Constant(2)));
        }

        foreach (var body in new[] { tried, looped, switched })
        {
            await OnSmallStack(Expression.Lambda<Func<OfflineFilesItem, bool>>(body, i), (cache, predicate, because) =>
            {
                foreach (var query in new[] { cache.Items.Where(predicate), cache.Items.OrderBy(predicate).Take(1) })
                {
                    if (isRefused) Assert.That(() => query.ToList(), Throws.TypeOf<QueryTranslationException>().With.Message.Contains("nest deeper than 100 levels"), because);
                    else Assert.That(query.ToList(), Has.Count.EqualTo(1), because);
                }
            });
        }
    }

    [Test]
    public async Task Registered_methods_may_be_called_within_each_other_to_any_depth()
    {
        var method = new Func<string, string>(Same).Method;
        var options = new QueryOptions { Translations = [MethodTranslation.Create((string text) => Same(text), text => text)] };
        var i = Expression.Parameter(typeof(OfflineFilesItem), "i");
        Expression name = Expression.Property(i, nameof(OfflineFilesItem.ItemName));
        for (var level = 0; level < 10_000; level++) name = Expression.Call(method, name);
        var predicate = Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.Equal(name, Expression.Constant("axb.txt")), i);

        await OnSmallStack(predicate, (cache, nested, because) => Assert.That(cache.Items.WithOptions(options).Where(nested).ToList(), Has.Count.EqualTo(1), because));
    }

    [Test]
    public async Task What_a_deep_query_evaluates_runs_in_the_culture_and_context_of_its_caller()
    {
        var context = new AsyncLocal<string>();
        var method = new Func<AsyncLocal<string>, string>(CultureAndContext).Method;
        Expression text = Expression.Call(method, Expression.Constant(context));
        for (var level = 0; level < 10_000; level++)
            text = Expression.Add(text, Expression.Constant(""), new Func<string?, string?, string>(string.Concat).Method);
        var i = Expression.Parameter(typeof(OfflineFilesItem), "i");
        var predicate = Expression.Lambda<Func<OfflineFilesItem, bool>>(Expression.Equal(Expression.Property(i, nameof(OfflineFilesItem.ItemName)), text), i);

        await using var cache = new OfflineFilesCache(new InMemoryBackend(SampleItems.All, PushdownProfile.Everything));
        SmallStack.Run(() =>
        {
            CultureInfo.CurrentCulture = new("de-CH");
            context.Value = "mine";

            Assert.That(cache.Items.Where(predicate).ToWql(), Does.Contain("'de-CH mine'"));
        });
    }

    private static IEnumerable<TestCaseData> Texts()
    {
        static TestCaseData Case(string name, string where, int rows) => new TestCaseData(where, rows).SetArgDisplayNames(name);

        yield return Case("OR", string.Join(" OR ", Enumerable.Range(0, 50_000).Select(k => $"ItemName = 'x{k}'").Append("ItemName = 'axb.txt'")), 1);
        yield return Case("AND", string.Join(" AND ", Enumerable.Range(0, 50_000).Select(k => $"ItemName <> 'x{k}'")), 12);
        yield return Case("paths", string.Join(" OR ", Enumerable.Range(0, 50_000).Select(k => $@"ItemPath = '\\\\srv\\x{k}'").Append(@"ItemPath = '\\\\srv\\data'")), 1);
        yield return Case("NOT", string.Concat(Enumerable.Repeat("NOT ", 498)) + "ItemName = 'axb.txt'", 1);
        yield return Case("parentheses", string.Concat(Enumerable.Repeat("(", 499)) + "ItemName = 'axb.txt'" + new string(')', 499), 1);
        yield return Case("AND in OR in AND", string.Concat(Enumerable.Repeat("ItemName = 'x' OR ItemName <> 'y' AND (", 248)) + "ItemName = 'axb.txt'" + new string(')', 248), 1);
    }

    [TestCaseSource(nameof(Texts))]
    public Task A_text_of_any_size_runs_is_explained_and_looked_through(string where, int rows) => OnSmallStack(WqlQuery.Parse($"SELECT * FROM Win32_OfflineFilesItem WHERE {where}"), async (cache, text, because) =>
    {
        var query = cache.Query(text);
        var warned = new QueryOptions { Logger = new RecordingLogger(), ClientEvaluation = ClientEvaluation.Warn };
        var (untyped, items) = (query.ToListAsync(), query.As<OfflineFilesItem>().WithOptions(warned).ToListAsync());

        Assert.That(query.Explain().ToString(), Does.Contain("Access:"), because);
        Assert.That(query.ToString(), Is.EqualTo(text.ToString()), because);
        Assert.That(WqlLinter.Lint(text), Is.Not.Null, because);
        Assert.That(WqlLinter.Lint(text.ToString()), Is.Not.Null, because);
        Assert.That(await untyped, Has.Count.EqualTo(rows), because);
        Assert.That(await items, Has.Count.EqualTo(rows), because);
    });

    private static string Same(string text) => throw new NotSupportedException("A query replaces it by its meaning.");

    private static string CultureAndContext(AsyncLocal<string> context) => $"{CultureInfo.CurrentCulture.Name} {context.Value}";

    private static List<string> Expected(DeepShape shape)
    {
        var holds = shape.Meaning ?? (item => OfTests(item, shape.Size));
        return [.. SampleItems.All.Where(holds).Select(item => item.ItemPath)];
    }

    // A test that is the outcome of the same test, so many times.
    private static bool OfTests(OfflineFilesItem item, int times)
    {
        var holds = item.ItemName == "axb.txt";
        var isPinned = item.PinInfo?.Pinned == true;
        for (var k = 0; k < times; k++) holds = holds ? !isPinned : isPinned;
        return holds;
    }

    private static Task OnSmallStack<T>(T subject, Action<OfflineFilesCache, T, string> test) => OnSmallStack(subject, [Pushing], test);

    private static Task OnSmallStack<T>(T subject, Func<OfflineFilesCache, T, string, Task> test) => OnSmallStack(subject, [Pushing], test);

    private static Task OnSmallStack<T>(T subject, IEnumerable<InMemoryBackend> backends, Action<OfflineFilesCache, T, string> test) =>
        OnSmallStack(subject, backends, (cache, of, because) =>
        {
            test(cache, of, because);
            return Task.CompletedTask;
        });

    // What is asked is asked on the small stack, also by a test that then waits for an answer.
    private static async Task OnSmallStack<T>(T subject, IEnumerable<InMemoryBackend> backends, Func<OfflineFilesCache, T, string, Task> test)
    {
        foreach (var backend in backends)
        {
            await using var cache = new OfflineFilesCache(backend);
            await SmallStack.Run(() => test(cache, subject, backend.Pushdown.Name));
        }
    }
}
