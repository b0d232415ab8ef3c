using System.Text;
using OfflineFiles.Sdk.Wql.Tests.Evaluation;

namespace OfflineFiles.Sdk.Wql.Tests.Syntax;

/// <summary>Texts that are made to overflow, to take for ever or to flood: what is worse than linear by much would not end while the suite runs.</summary>
[TestFixture]
internal sealed class WqlAdversarialTests
{
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
        yield return Case("a megabyte of names and no end of the list", "SELECT * FROM E GROUP WITHIN 5 BY " + Repeat("a,", 1 << 19));
        yield return Case("an interval of a megabyte", "SELECT * FROM E WITHIN " + new string('9', 1 << 20));
        yield return Case("a megabyte of decimals in an interval", "SELECT * FROM E WITHIN 0." + new string('0', 1 << 20));
        yield return Case("a number of events of a megabyte", "SELECT * FROM E GROUP WITHIN 5 HAVING NumberOfEvents > " + new string('9', 1 << 20));
        yield return Case("100000 GROUP", "SELECT * FROM E " + Repeat("GROUP ", 100_000));
        yield return Case("100000 WITHIN", "SELECT * FROM E " + Repeat("WITHIN 5 ", 100_000));
        yield return Case("100000 parentheses in a schema query", "SELECT * FROM meta_class WHERE " + new string('(', 100_000) + "a = 1");
        yield return Case("100000 properties of a schema query", "SELECT " + Repeat("a,", 100_000) + "a FROM meta_class");
        yield return Case("100000 braces", "ASSOCIATORS OF " + new string('{', 100_000));
        yield return Case("100000 closing braces", "ASSOCIATORS OF {C" + new string('}', 100_000));
        yield return Case("a brace that is never closed", "ASSOCIATORS OF {C.K='" + new string('x', 1 << 20) + "'");
        yield return Case("a string in a path that is never closed", "REFERENCES OF {C.K=\"" + new string('}', 1 << 20));
        yield return Case("half a million escapes in a path", "REFERENCES OF {C.K=\"" + Repeat("\\\"", 1 << 19));
        yield return Case("half a million keys and no value", "ASSOCIATORS OF {C." + Repeat("K=1,", 1 << 19) + "}");
        yield return Case("a class of a megabyte in a path", "ASSOCIATORS OF {" + new string('C', 1 << 20));
        yield return Case("a megabyte of blanks in a path", "ASSOCIATORS OF {C" + new string(' ', 1 << 20) + "=@}");
        yield return Case("100000 keywords", "ASSOCIATORS OF {C=@} WHERE " + Repeat("KeysOnly ", 100_000));
        yield return Case("a keyword of a megabyte", "ASSOCIATORS OF {C=@} WHERE " + new string('K', 1 << 20));
        yield return Case("a megabyte of semicolons", "SELECT * FROM C" + new string(';', 1 << 20));
        yield return Case("a sign before a megabyte of signs", Head + "a = " + new string('+', 1 << 20) + "1");
        yield return Case("an exponent of a megabyte", Head + "a = 1e" + new string('9', 1 << 20));
        yield return Case("a megabyte of points", Head + "a = " + new string('.', 1 << 20));
        yield return Case("a megabyte of stars", "SELECT " + Repeat("*,", 1 << 19) + " FROM");
        yield return Case("a megabyte of blanks", new string(' ', 1 << 20));
        yield return Case("a megabyte of lines", new string('\n', 1 << 20) + "?");
    }

    [TestCaseSource(nameof(Hostile))]
    public void A_hostile_text_is_refused_promptly_and_on_a_small_stack(string text)
    {
        foreach (var options in new[] { WqlParseOptions.Strict, WqlParseOptions.Lenient })
        {
            var error = SmallStack.Run(() => WqlQuery.TryParse(text, options, out _, out var found) ? null : found);

            Assert.That(error, Is.Not.Null);
            Assert.That(error!.Message, Has.Length.LessThan(500));
        }
    }

    private static IEnumerable<TestCaseData> Large()
    {
        const int Megabyte = 1 << 20;
        static TestCaseData Case(string name, string text) => new TestCaseData(text).SetArgDisplayNames(name);

        yield return Case("data", "SELECT * FROM C WHERE a = '" + Repeat("\\\\", Megabyte / 2) + "'");
        yield return Case("a long list", "SELECT " + Repeat("a, ", Megabyte / 3) + "a FROM C");
        yield return Case("events", "SELECT * FROM E WITHIN 0.5 WHERE " + Repeat("a = 'b' OR ", Megabyte / 11) + "a = 1 GROUP WITHIN 5 BY " + Repeat("a.b, ", 1000) + "c");
        yield return Case("schema", "SELECT * FROM meta_class WHERE " + Repeat("NOT __Class = 'b' AND ", Megabyte / 22) + "a = 1");
        yield return Case("one long key", "ASSOCIATORS OF {C.K=\"" + new string('}', Megabyte) + "\"}");
        yield return Case("100000 keys", "REFERENCES OF {C." + Repeat("K=\"v\",", 100_000) + "L=1} WHERE KeysOnly");
        yield return Case("long names", $"ASSOCIATORS OF {{{new string('C', Megabyte)}}} WHERE AssocClass = {new string('A', Megabyte)}");
    }

    [TestCaseSource(nameof(Large))]
    public void A_query_of_a_megabyte_is_read_and_printed_back(string text)
    {
        var printed = SmallStack.Run(() => WqlQuery.Parse(text).ToString());

        Assert.That(printed, Is.EqualTo(text));
        Assert.That(WqlQuery.Parse(printed), Is.EqualTo(WqlQuery.Parse(text)));
    }

    private static readonly string[] Whole =
    [
        "SELECT a, b.c FROM E WITHIN 0.5 WHERE x = 'y\\\\' AND NOT (z LIKE \"w%\" OR q IS NOT NULL) GROUP WITHIN 300 BY a, T.b HAVING NumberOfEvents >= 5",
        "SELECT * FROM meta_class WHERE __this ISA 'C' OR NULL = a",
        "ASSOCIATORS OF {C.K=\"x\\\"}\",L=-2,M=TRUE} WHERE AssocClass = A ResultRole = R KeysOnly",
        "REFERENCES OF {C=@} WHERE Role = R RequiredQualifier = Q",
    ];

    [TestCaseSource(nameof(Whole))]
    public void A_query_cut_off_anywhere_or_with_any_character_in_it_is_read_or_refused_with_a_place(string text)
    {
        foreach (var options in new[] { WqlParseOptions.Strict, WqlParseOptions.Lenient })
            for (var i = 0; i <= text.Length; i++)
            {
                Check(text[..i], options);
                foreach (var c in "'\"\\{}()=;,.@*+-0eN \n\0\uD800\uDC00\uFFFF") Check(text.Insert(i, c.ToString()), options);
            }

        static void Check(string text, WqlParseOptions options)
        {
            if (WqlQuery.TryParse(text, options, out var query, out var error)) Assert.That(WqlQuery.Parse(query.ToString(), options), Is.EqualTo(query));
            else Assert.That(error.Position, Is.InRange(0, text.Length));
        }
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
        var text = "SELECT * FROM C WHERE " + string.Join(" OR ", Enumerable.Range(1, 100_000).Select(i => $"Size = {i} AND Name <> 'x'"));
        var query = (WqlSelectQuery)WqlQuery.Parse(text);
        var matches = WqlCompiler.Compile(query.Where!, new EvaluationRows());

        Assert.That(query.Where!.TermCount, Is.EqualTo(200_000));
        Assert.That(query.Where.Terms.Count(), Is.EqualTo(200_000));
        Assert.That(query.ToString(), Is.EqualTo(text));
        Assert.That(WqlQuery.Parse(text), Is.EqualTo(query));
        Assert.That(EvaluationRows.All.Where(matches).Select(row => row["Key"]), Is.EqualTo(["report"]));
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

        var found = SmallStack.Run(() =>
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
        var matcher = new WqlLikeMatcher(new WqlLikePattern(Repeat("a%", 39) + "_[b-c]"));

        Assert.That(matcher.IsMatch(new string('a', 10_000)), Is.False);
        Assert.That(matcher.IsMatch(new string('a', 10_000) + "b"), Is.True);
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
}
