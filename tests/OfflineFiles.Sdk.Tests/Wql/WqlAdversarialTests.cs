using System.Diagnostics;
using System.Text;
using OfflineFiles.Sdk.Wql;

namespace OfflineFiles.Sdk.Tests.Wql;

[TestFixture]
internal sealed class WqlAdversarialTests
{
    // A quarter of what the platforms give a thread.
    private const int SmallStack = 256 * 1024;

    // Milliseconds on an idle machine; what is worse than linear by much would take minutes.
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(20);

    private static IEnumerable<TestCaseData> Hostile()
    {
        const string Head = "SELECT * FROM C WHERE ";
        static TestCaseData Case(string name, string text) => new TestCaseData(text).SetArgDisplayNames(name);

        yield return Case("100000 parentheses", Head + new string('(', 100_000) + "a = 1" + new string(')', 100_000));
        yield return Case("100000 parentheses and nothing", Head + new string('(', 100_000));
        yield return Case("100000 closing parentheses", Head + "a = 1" + new string(')', 100_000));
        yield return Case("100000 NOT", Head + Repeat("NOT ", 100_000) + "a = 1");
        yield return Case("100000 NOT and parentheses", Head + Repeat("NOT(", 100_000) + "a = 1");
        yield return Case("alternating AND and OR", Head + Repeat("a = 1 OR b = 2 AND (", 499) + "c = 3" + new string(')', 499));
        yield return Case("an unclosed string of a megabyte", Head + "a = '" + new string('x', 1 << 20));
        yield return Case("half a million escapes and no quote", Head + "a = '" + Repeat("\\\\", 1 << 19));
        yield return Case("a number of a megabyte", Head + "a = " + new string('9', 1 << 20));
        yield return Case("a real of a megabyte", Head + "a = 1." + new string('9', 1 << 20) + "x");
        yield return Case("a name of a megabyte that goes nowhere", Head + new string('a', 1 << 20));
        yield return Case("half a million steps to nowhere", Head + Repeat("a.", 1 << 19));
        yield return Case("half a million properties and no class", "SELECT " + Repeat("a,", 1 << 19));
        yield return Case("a megabyte of blanks", new string(' ', 1 << 20));
        yield return Case("a megabyte of lines", new string('\n', 1 << 20) + "?");
    }

    [TestCaseSource(nameof(Hostile))]
    public void A_hostile_text_is_refused_promptly_and_on_a_small_stack(string text)
    {
        var watch = Stopwatch.StartNew();
        var error = OnSmallStack(() => WqlQuery.TryParse(text, out _, out var found) ? null : found);

        Assert.That(error, Is.Not.Null);
        Assert.That(error!.Message, Has.Length.LessThan(400));
        Assert.That(watch.Elapsed, Is.LessThan(Prompt));
    }

    [TestCase("(")]
    [TestCase("NOT ")]
    public void Nesting_is_refused_where_it_becomes_too_deep(string opening)
    {
        var isRead = WqlPredicate.TryParse(Repeat(opening, 501) + "a = 1", out _, out var error);

        Assert.That(isRead, Is.False);
        Assert.That(error!.Position, Is.EqualTo(500 * opening.Length));
        Assert.That(error.Message, Does.EndWith(
            "expected at most 500 levels of parentheses, NOT, AND and OR. "
            + "The predicate is nested deeper than 500 levels. Join terms side by side: one AND or OR takes any number."));
    }

    [Test]
    public void The_levels_that_are_closed_do_not_count()
    {
        var text = Repeat("(((NOT (NOT a = 1)))) OR ", 2000) + "b = 2";

        Assert.That(WqlPredicate.Parse(text).TermCount, Is.EqualTo(2001));
    }

    [Test]
    public void A_query_of_a_hundred_thousand_terms_is_read_printed_compared_and_evaluated()
    {
        var watch = Stopwatch.StartNew();
        var text = "SELECT * FROM C WHERE " + string.Join(" OR ", Enumerable.Range(1, 100_000).Select(i => $"Size = {i} AND Name <> 'x'"));
        var query = (WqlSelectQuery)WqlQuery.Parse(text);
        var matches = WqlCompiler.Compile(query.Where!, new EvaluationRows());

        Assert.That(query.Where!.TermCount, Is.EqualTo(200_000));
        Assert.That(query.Where.Terms.Count(), Is.EqualTo(200_000));
        Assert.That(query.ToString(), Is.EqualTo(text));
        Assert.That(WqlQuery.Parse(text), Is.EqualTo(query));
        Assert.That(EvaluationRows.All.Where(matches).Select(row => row["Key"]), Is.EqualTo(["report"]));
        Assert.That(watch.Elapsed, Is.LessThan(Prompt));
    }

    [Test]
    public void The_deepest_tree_is_walked_on_a_small_stack()
    {
        WqlPredicate deep = WqlPredicate.Parse("Size = 1");
        while (deep.Depth < WqlPredicate.MaximumDepth)
        {
            deep = deep switch
            {
                WqlAnd => new WqlOr([deep, WqlPredicate.Parse("Size = 2")]),
                WqlOr when deep.Depth + 2 < WqlPredicate.MaximumDepth => new WqlNot(deep),
                _ => new WqlAnd([deep, WqlPredicate.Parse("Size = 100")]),
            };
        }

        var found = OnSmallStack(() =>
        {
            var again = WqlPredicate.Parse(deep.ToString());
            var matches = WqlCompiler.Compile(again, new EvaluationRows());
            _ = EvaluationRows.All.Count(matches);
            return again == deep && again.GetHashCode() == deep.GetHashCode();
        });

        Assert.That(found, Is.True);
    }

    [Test]
    public void Many_wildcards_do_not_cost_exponential_time()
    {
        var watch = Stopwatch.StartNew();
        var matcher = new WqlLikeMatcher(new WqlLikePattern(Repeat("a%", 39) + "_[b-c]"));

        Assert.That(matcher.IsMatch(new string('a', 10_000)), Is.False);
        Assert.That(matcher.IsMatch(new string('a', 10_000) + "b"), Is.True);
        Assert.That(watch.Elapsed, Is.LessThan(Prompt));
    }

    private static IEnumerable<TestCaseData> HostilePatterns()
    {
        const int Half = 10_000;
        static TestCaseData Case(string name, string pattern) => new TestCaseData(pattern).SetArgDisplayNames(name);

        yield return Case("a long text that fails at its end", "%" + new string('a', Half) + "b%");
        yield return Case("a long text that fails in its middle", "%" + new string('a', Half) + "b" + new string('a', Half) + "%");
        yield return Case("a long text that fails at its beginning", "%b" + new string('a', Half) + "%");
        yield return Case("a long text with a wildcard", "%" + new string('a', Half) + "_b%");
        yield return Case("a long run of wildcards", "%" + new string('_', Half) + "b%");
        yield return Case("a long run of sets", "%" + Repeat("[a-c]", Half) + "b%");
        yield return Case("a set of many members", "%[" + Repeat("xyz", Half) + "]%");
        yield return Case("many runs", "%" + Repeat("a%", Half) + "b%");
        yield return Case("many runs with wildcards", "%" + Repeat("a_%", Half) + "b%");
        yield return Case("a long text beyond ASCII", "%" + new string('a', Half) + "ä%");
    }

    // A second at the worst; what compares the pattern anew at each character of the value takes far longer than the minute.
    [CancelAfter(60_000)]
    [TestCaseSource(nameof(HostilePatterns))]
    public void A_hostile_pattern_costs_time_linear_in_the_value(string pattern, CancellationToken cancellation)
    {
        var matcher = new WqlLikeMatcher(new WqlLikePattern(pattern));

        Assert.That(matcher.IsMatch(new string('a', 2_000_000)), Is.False);
        Assert.That(cancellation.IsCancellationRequested, Is.False);
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static T OnSmallStack<T>(Func<T> work)
    {
        T result = default!;
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    failure = exception;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        return failure is null ? result : throw new InvalidOperationException("The work failed on its thread.", failure);
    }
}
